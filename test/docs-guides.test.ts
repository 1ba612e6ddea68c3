import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeBlocks, root } from './docs/code-blocks.ts';
import { follow } from './docs/program-runner.ts';
import { withAbsoluteImports } from './docs/repository-code.ts';

const path = (name: string): string => fileURLToPath(new URL(name, root));
const guides = readdirSync(path('docs/guides')).map((name) => `docs/guides/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...guides];

/** What a block may be in: programs, which run, and what they read and print. */
const LANGUAGES = ['js', 'sh', 'json', 'text', 'tsv', 'ts', 'yaml'];

describe.each(pages)('%s', (page) => {
  const blocks = codeBlocks(page);

  it('says what each block of code is', () => {
    const generated = page === 'README.md' ? [''] : [];
    const stray = blocks.filter(({ language }) => ![...LANGUAGES, ...generated].includes(language));
    expect(stray.map(({ place, language }) => `${place} ${language}`)).toEqual([]);
  });

  it.runIf(blocks.some(({ language }) => language === 'js' || language === 'sh'))(
    'does what it says when its programs and commands are run in order',
    () => follow(blocks),
    60_000,
  );
});

it('all programs of the pages have types that fit the library', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-types-'));
  try {
    const programs = pages.flatMap((page) => {
      let before = '';
      return codeBlocks(page).flatMap(({ place, language, text, marks }) => {
        if (language !== 'js' && language !== 'ts') return [];
        const program = (marks.continues ? before : '') + text;
        before = program;
        const file = join(folder, marks.file?.split('/').at(-1) ?? `${place.replace(/[^\w]/g, '-')}.mjs`);
        if (language === 'ts') {
          writeFileSync(file, withAbsoluteImports(marks.file!, program));
          return [file];
        }
        writeFileSync(file, program);
        return [file];
      });
    });
    symlinkSync(path('node_modules'), join(folder, 'node_modules'), 'junction');
    const types = ts.createProgram(programs, {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: false,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      types: ['node'],
      typeRoots: [path('node_modules/@types')],
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      paths: {
        'npm:align-translations': [path('src/index.ts')],
        'align-translations': [path('src/index.ts')],
        'align-translations/*': [path('src/*.ts')],
      },
    });
    const diagnostics = programs.flatMap((file) => {
      const source = types.getSourceFile(file)!;
      return [...types.getSyntacticDiagnostics(source), ...types.getSemanticDiagnostics(source)];
    });
    expect(
      diagnostics.map(({ file, start, messageText }) => {
        const { line } = file!.getLineAndCharacterOfPosition(start!);
        return `${file!.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

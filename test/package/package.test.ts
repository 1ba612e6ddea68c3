import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked, root, run, tool } from './pack.ts';

let project: string;
let tarball: string;
beforeAll(() => {
  ({ project, tarball } = installPacked());
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a file of the project and gives what it printed, as JSON. */
function runFile(name: string, text: string): unknown {
  writeFileSync(join(project, name), text);
  const { status, output } = run(process.execPath, [name], project);
  expect(status, output).toBe(0);
  return JSON.parse(output);
}

describe('the packed package', () => {
  it('is no larger than 20 MB', () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(16_000_000);
  });

  it('is no larger than 24 MB when it is installed, the model included', () => {
    const folder = join(project, 'node_modules', 'align-translations');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      statSync(join(folder, name)),
    );
    const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(20_000_000);
  });

  it('has nothing that publint objects to', () => {
    const { status, output } = run(tool('publint'), [tarball, '--strict'], root);
    expect(status, output).toBe(0);
    expect(output).toContain('All good!');
  });

  it('has types that resolve wherever modules do', () => {
    const attw = [tarball, '--profile', 'node16', '--no-definitely-typed', '--format', 'ascii', '--no-color'];
    const { status, output } = run(tool('attw'), attw, root);
    expect(status, output).toBe(0);
  }, 60_000);

  const names = {
    'align-translations': [
      'AlignError',
      'DEFAULT_THRESHOLDS',
      'alignMany',
      'alignTranslations',
      'cachedEmbedder',
      'decodeText',
      'display',
      'embeddedModelUrl',
      'formats',
      'loadStaticEmbedder',
      'loadTransformersEmbedder',
      'precomputedEmbedder',
      'render',
      'ruleIds',
      'tool',
    ],
    'align-translations/align': [
      'AlignError',
      'BEAD_WEIGHTS',
      'EXACT_CELLS',
      'FEATURES',
      'MAX_CELLS',
      'MAX_GROUP',
      'additiveSimilarity',
      'alignSentences',
      'evaluateBeads',
      'evaluateDocuments',
      'windowSimilarity',
    ],
    'align-translations/embed': [
      'StaticEmbedder',
      'cachedEmbedder',
      'embeddedModelUrl',
      'loadStaticEmbedder',
      'loadTransformersEmbedder',
      'overlapRuns',
      'precomputedEmbedder',
      'readModelFile',
      'readOverlaps',
    ],
    'align-translations/queue': ['AlignError', 'collect', 'enqueue', 'openQueue', 'queueStatus', 'retryDead', 'work'],
    'align-translations/report': [
      'display',
      'formatNamed',
      'formatOfFile',
      'formats',
      'positions',
      'readHunalignText',
      'readLadder',
      'readVecalign',
      'render',
      'withLeastSeverity',
      'writeHunalignText',
      'writeLadder',
      'writeVecalign',
    ],
  };
  const specifiers = Object.keys(names);

  it('exports these names to import', () => {
    const text = `const names = {};
      for (const specifier of ${JSON.stringify(specifiers)}) names[specifier] = Object.keys(await import(specifier)).sort();
      console.log(JSON.stringify(names));`;
    expect(runFile('names.mjs', text)).toEqual(names);
  });

  it('exports the same names to require', () => {
    const text = `const names = {};
      for (const specifier of ${JSON.stringify(specifiers)}) names[specifier] = Object.keys(require(specifier)).sort();
      console.log(JSON.stringify(names));`;
    expect(runFile('names.cjs', text)).toEqual(names);
  });

  it('exports nothing else', () => {
    const text = `import('align-translations/dist/index.js').catch(({ code }) => console.log(JSON.stringify(code)));`;
    expect(runFile('inner.mjs', text)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  const texts = [
    'Выставка продлится до 14 марта. Вход бесплатный.',
    'The exhibition will run until March 15. It is free.',
  ];
  const use = `alignTranslations(...${JSON.stringify(texts)}).then((result) => console.log(JSON.stringify(result)))`;

  it('aligns with its own model, the same from import and require', () => {
    const imported = runFile('use.mjs', `import { alignTranslations } from 'align-translations';\n${use};`);
    const required = runFile('use.cjs', `const { alignTranslations } = require('align-translations');\n${use};`);
    expect(imported).toMatchObject({ embedder: { id: 'ru-en-static' }, renderings: [{ language: 'en' }] });
    expect(required).toEqual(imported);
  });

  it('finds the program of its worker threads, from import and require', () => {
    const documents = [1, 2, 3].map((id) => ({ id, source: texts[0], renderings: texts[1] }));
    const many = (concurrency: number) => `(async () => {
      const records = [];
      for await (const record of alignMany(${JSON.stringify(documents)}, { concurrency: ${concurrency} })) records.push(record);
      console.log(JSON.stringify(records));
    })()`;
    const alone = runFile('alone.mjs', `import { alignMany } from 'align-translations';\n${many(1)};`);
    const imported = runFile('many.mjs', `import { alignMany } from 'align-translations';\n${many(2)};`);
    const required = runFile('many.cjs', `const { alignMany } = require('align-translations');\n${many(2)};`);
    expect(alone).toMatchObject([{ id: 1, result: { embedder: { id: 'ru-en-static' } } }, { id: 2 }, { id: 3 }]);
    expect(imported).toEqual(alone);
    expect(required).toEqual(alone);
  });

  it('has the schema of its results and its command', () => {
    const text = `console.log(JSON.stringify(require('align-translations/result.schema.json').$schema))`;
    expect(runFile('schema.cjs', text)).toMatch(/^https?:\/\/json-schema\.org\//);
    const command = run(join(project, 'node_modules', '.bin', 'align-translations'), ['--version'], project);
    expect(command).toMatchObject({ status: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });

  const program = `import { alignTranslations, AlignError, type AlignmentResult, type Embedder } from 'align-translations';
    import { alignSentences, type Bead } from 'align-translations/align';
    import { precomputedEmbedder } from 'align-translations/embed';
    import { render } from 'align-translations/report';
    const embedder: Embedder = precomputedEmbedder({ id: 'mine', texts: ['a'], vectors: new Float32Array([1]), dimensions: 1 });
    export const page = alignTranslations('a', ['b'], { embedder, profile: 'wire' }).then(
      (result: AlignmentResult): string => render(result, 'html'),
      (error: unknown) => (error instanceof AlignError ? error.code : undefined),
    );
    // @ts-expect-error there is no such option
    void alignTranslations('a', 'b', { profil: 'wire' });
    export type Beads = Bead[];
    export const align: typeof alignSentences = alignSentences;`;

  it.each([
    ['node16, import', 'program.mts', 'node16', 'node16'],
    ['node16, require', 'program.cts', 'node16', 'node16'],
    ['a bundler', 'program.ts', 'esnext', 'bundler'],
  ])(
    'has types for %s',
    (_, name, module, moduleResolution) => {
      writeFileSync(join(project, name), program);
      const config = { module, moduleResolution, target: 'es2022', lib: ['es2023', 'dom'], types: [], strict: true };
      const compilerOptions = { ...config, noEmit: true, exactOptionalPropertyTypes: true };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
      const { status, output } = run(tool('tsc'), ['-p', 'tsconfig.json'], project);
      expect(output).toBe('');
      expect(status).toBe(0);
    },
    60_000,
  );
});

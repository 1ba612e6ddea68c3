import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, inChromium, launchChromium } from '../browser/chromium.ts';
import { installPacked, root, run, tool } from './pack.ts';

let project: string;
beforeAll(() => {
  ({ project } = installPacked());
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const RU = 'Выставка продлится до 14 марта. Вход бесплатный.';
const EN = 'The exhibition will run until March 15. It is free.';

/** Bundles an entry for browsers, minified; gives its text. */
function bundle(name: string, text: string): string {
  writeFileSync(join(project, name), text);
  const out = join(project, 'out', name);
  const argv = [
    name,
    '--bundle',
    '--minify',
    '--format=esm',
    '--platform=browser',
    '--target=es2022',
    `--outfile=${out}`,
  ];
  const { status, output } = run(tool('esbuild'), argv, project);
  expect(status, output).toBe(0);
  return readFileSync(out, 'utf8');
}

/** What each entry may weigh in a page, minified and packed by gzip, in bytes; the model comes beside it. */
const BUDGETS: [entry: string, names: string, mostBytes: number][] = [
  ['align-translations', 'alignTranslations, render', 475_000],
  ['align-translations', 'alignTranslations', 450_000],
  ['align-translations/align', 'alignSentences, additiveSimilarity', 20_500],
  ['align-translations/align', 'evaluateBeads', 3_000],
  ['align-translations/embed', 'loadStaticEmbedder', 20_500],
  ['align-translations/embed', 'precomputedEmbedder', 10_000],
  ['align-translations/report', 'render', 40_000],
  ['align-translations/report', 'readVecalign', 7_000],
];

describe('bundled by esbuild for browsers', () => {
  it.each(BUDGETS)('%s { %s } weighs no more than %i bytes', (entry, names, most) => {
    const text = bundle('entry.js', `import { ${names} } from '${entry}';\nglobalThis.used = [${names}];`);
    const bytes = gzipSync(text).length;
    if (process.env['SIZES_TOLD']) console.log(entry, names, bytes);
    expect(bytes).toBeLessThanOrEqual(most);
  });

  it('./align alone carries neither the model, nor its reader, nor a rule, nor the command', () => {
    const text = bundle('align-alone.js', `export * from 'align-translations/align';`);
    for (const foreign of [
      'ATSTATIC',
      'ru-en-static',
      'garbled-quote',
      'unrelated-trailing',
      '--fail-on',
      '<!doctype',
      'worker_threads',
    ])
      expect(text.includes(foreign), foreign).toBe(false);
  });

  it('what is not used is left out', () => {
    expect(
      bundle('nothing.js', `import 'align-translations'; import 'align-translations/report';`).length,
    ).toBeLessThan(200);
  });
});

/** A page that aligns, and the folder that Vite made of it. */
function viteSite(): string {
  const site = join(project, 'site');
  mkdirSync(site, { recursive: true });
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><title>wait</title><script type="module" src="./main.js"></script>',
  );
  writeFileSync(
    join(site, 'main.js'),
    `import { alignTranslations } from 'align-translations';
    alignTranslations(${JSON.stringify(RU)}, ${JSON.stringify(EN)}).then(
      (result) => { document.title = JSON.stringify(result.renderings[0].findings.map(({ rule }) => rule)); },
      (error) => { document.title = error.name + ' ' + error.message; });`,
  );
  const { status, output } = run(tool('vite'), ['build', site, '--logLevel', 'error', '--base', './'], project);
  expect(status, output).toBe(0);
  return join(site, 'dist');
}

describe('built by Vite', () => {
  it('has the model among its files', () => {
    const files = readdirSync(viteSite(), { recursive: true, encoding: 'utf8' });
    expect(
      files.some((name) => /ru-en-static.*\.bin$/.test(name)),
      files.join(' '),
    ).toBe(true);
  }, 60_000);

  it.skipIf(!hasChromium)(
    inChromium('aligns in a browser'),
    async () => {
      const site = join(project, 'site', 'dist');
      const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
      const server = createServer((request, response) => {
        const path = join(site, request.url === '/' ? 'index.html' : decodeURIComponent(request.url!));
        if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end();
        response
          .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
          .end(readFileSync(path));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        await page.waitForFunction(() => document.title !== 'wait', undefined, { timeout: 60_000 });
        expect(await page.title()).toBe('["date"]');
      } finally {
        await browser.close();
        server.close();
      }
    },
    90_000,
  );
});

/** True where a program is on the path; else the name of its tests says that they are skipped. */
function has(program: string): boolean {
  const found = run(program, ['--version'], root).status === 0;
  if (!found) console.warn(`${program} is not on the path: its tests of the package are skipped.`);
  return found;
}

const use = `import { alignTranslations } from 'align-translations';
import { alignSentences } from 'align-translations/align';
import { render } from 'align-translations/report';
const result = await alignTranslations(${JSON.stringify(RU)}, ${JSON.stringify(EN)});
console.log(typeof alignSentences, render(result, 'jsonl').trim());`;

describe('other run-times', () => {
  const expected = /^function \{[^]*"rule":"date"[^]*\}\n$/;
  const [hasDeno, hasBun] = [has('deno'), has('bun')];

  it.skipIf(!hasDeno)(
    hasDeno ? 'Deno' : 'Deno (skipped: not on the path)',
    () => {
      writeFileSync(join(project, 'use.mjs'), use);
      const argv = ['run', '--no-remote', '--allow-read', '--allow-env', '--node-modules-dir=manual', 'use.mjs'];
      const { status, output } = run('deno', argv, project);
      expect(output).toMatch(expected);
      expect(status).toBe(0);
    },
    60_000,
  );

  it.skipIf(!hasBun)(
    hasBun ? 'Bun' : 'Bun (skipped: not on the path)',
    () => {
      writeFileSync(join(project, 'use.mjs'), use);
      const { status, output } = run('bun', ['run', 'use.mjs'], project);
      expect(output).toMatch(expected);
      expect(status).toBe(0);
    },
    60_000,
  );
});

describe('the packages of Transformers.js', () => {
  const packages = ['@huggingface/transformers', '@xenova/transformers'];
  /** Those packages and no other, linked from the repository's own. */
  function link(names: readonly string[]): void {
    for (const name of packages) {
      const path = join(project, 'node_modules', name);
      rmSync(path, { recursive: true, force: true });
      if (!names.includes(name)) continue;
      mkdirSync(join(path, '..'), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), path, 'junction');
    }
  }
  const load = (format: 'mjs' | 'cjs') => {
    const use = `loadTransformersEmbedder({ model: './no-such-model', offline: true }).catch((error) => console.log(error.code, '|', error.message, error.hint))`;
    const text =
      format === 'mjs'
        ? `import { loadTransformersEmbedder } from 'align-translations/embed';\n${use};`
        : `const { loadTransformersEmbedder } = require('align-translations/embed');\n${use};`;
    writeFileSync(join(project, `load.${format}`), text);
    return run(process.execPath, [`load.${format}`], project).output;
  };

  it.each(['mjs', 'cjs'] as const)('neither: the error says which to install (%s)', (format) => {
    link([]);
    expect(load(format)).toMatch(/^missing-package \|[^]*@huggingface\/transformers/);
  });

  it.each([
    ['the one', packages.slice(0, 1)],
    ['the other', packages.slice(1)],
    ['both', packages],
  ])(
    '%s: it is found and asked for the model',
    (_, names) => {
      link(names);
      expect(load('mjs')).toMatch(/^model-failed \|/);
      expect(load('cjs')).toMatch(/^model-failed \|/);
    },
    60_000,
  );

  it('are not needed for anything else', () => {
    link([]);
    writeFileSync(join(project, 'use.mjs'), use);
    expect(run(process.execPath, ['use.mjs'], project)).toMatchObject({ status: 0 });
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'tsup';
import { expect, it } from 'vitest';

/** A program with all that it imports as one script for browsers; an import of Node's would fail the build. */
async function bundled(program: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  try {
    writeFileSync(join(folder, 'program.ts'), program);
    await build({
      config: false,
      silent: true,
      entry: [join(folder, 'program.ts')],
      outDir: join(folder, 'out'),
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      noExternal: [/.*/],
      define: { 'import.meta.url': '"https://example.org/index.js"' },
    });
    return readFileSync(join(folder, 'out', 'program.global.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const library = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const program = `import { alignMany } from ${JSON.stringify(library)};
  globalThis.run = async (options) => {
    const documents = [
      { id: 1, source: 'Зал открыт с мая.', renderings: 'The hall has been open since May.' },
      { id: 2, source: '', renderings: 'The hall has been open since May.' },
    ];
    const embed = async (texts) => ({ rows: texts.length, columns: 2, data: new Float32Array(texts.flatMap(() => [1, 0])) });
    const embedder = { id: 'e', revision: '1', dimensions: 2, languages: ['*'], embed };
    const records = [];
    for await (const record of alignMany(documents, options ?? { embedder })) records.push(record);
    return JSON.stringify(records);
  };`;

it('runs alignMany where there is nothing of Node', async () => {
  const page = createContext({ performance, setTimeout, TextDecoder, AbortSignal, URL, atob });
  runInContext(await bundled(program), page);
  const run = (options: string) => runInContext(`run(${options})`, page) as Promise<string>;
  expect(JSON.parse(await run(''))).toMatchObject([
    { id: 1, result: { renderings: [{ beads: [{ source: [0], rendering: [0] }] }] } },
    { id: 2, error: { code: 'empty-text' } },
  ]);
  const told = await run('{ concurrency: 2 }').catch((error: unknown) => error);
  expect(told).toMatchObject({ code: 'worker-failed', message: 'There are no worker threads here.' });
});

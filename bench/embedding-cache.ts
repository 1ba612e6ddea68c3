// How fast the cache of vectors is and what it takes on the disk: `npm run bench:cache`, with `-- --entries 1000000` for more
// than 100,000 entries. The embedder behind it costs nothing, so that what is measured is the cache. Writes bench/embedding-cache.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { zeros } from '../src/core/matrix.ts';
import { cachedEmbedder } from '../src/embed/cache.ts';
import type { Embedder } from '../src/embed/embedder.ts';

const { values: given } = parseArgs({ options: { entries: { type: 'string', default: '100000' } } });

/** Texts a call: a side of an article has some such number of words and runs of sentences. */
const TEXTS_A_CALL = 400;
/** Texts that are read and written to tell the speed at a size. */
const TIMED = 10_000;

function freeEmbedder(dimensions: number): Embedder {
  return {
    id: 'free',
    revision: 'r1',
    dimensions,
    languages: ['*'],
    async embed(texts) {
      const matrix = zeros(texts.length, dimensions);
      for (let row = 0; row < texts.length; row++) matrix.data[row * dimensions + (row % dimensions)] = 1;
      return matrix;
    },
  };
}

async function embedAll(embedder: Embedder, first: number, count: number): Promise<number> {
  const start = performance.now();
  for (let i = first; i < first + count; i += TEXTS_A_CALL)
    await embedder.embed(Array.from({ length: Math.min(TEXTS_A_CALL, first + count - i) }, (_, k) => `слово ${i + k}`));
  return count / ((performance.now() - start) / 1000);
}

async function rows(dimensions: number, entries: number): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'embedding-cache-'));
  try {
    const open = (maxBytes: number) =>
      cachedEmbedder(freeEmbedder(dimensions), { directory, maxBytes, together: true });
    const cached = open(100e9);
    await embedAll(cached, 0, entries - TIMED);
    const writes = await embedAll(cached, entries - TIMED, TIMED);
    const reads = await embedAll(open(100e9), 0, TIMED);
    const kilobytes = Number(spawnSync('du', ['-sk', directory], { encoding: 'utf8' }).stdout.split('\t')[0]);
    // A bound that is reached: each write has to make room now and then.
    const bounded = open(entries * 4096);
    await embedAll(bounded, entries, TIMED);
    const full = await embedAll(bounded, entries + TIMED, TIMED);
    const figures = [writes, reads, full].map((value) => Math.round(value).toLocaleString('en'));
    const bytes = Math.round((1024 * kilobytes) / entries).toLocaleString('en');
    const row = [dimensions, entries.toLocaleString('en'), ...figures, bytes].join(' | ');
    console.log(row);
    return `| ${row} |`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const table: string[] = [];
for (const [dimensions, entries] of [
  [384, 20_000],
  [384, Number(given.entries)],
  [768, 20_000],
] as const)
  table.push(await rows(dimensions, entries));
writeFileSync(
  new URL('embedding-cache.md', import.meta.url),
  `# Embedding cache

\`cachedEmbedder\` over an embedder that costs nothing, calls of ${TEXTS_A_CALL} texts in one process: made by \`npm run bench:cache\` on ${cpus().length} x
${cpus()[0]!.model}, Node ${process.version}. The times are of ${TIMED.toLocaleString('en')} entries behind the others, reads with what the system has in
memory; in the column before the last the bound is reached and old entries go. Bytes are those of \`du\`.

| dimensions | entries | writes a second | reads a second | writes a second, cache full | bytes an entry |
|---|---|---|---|---|---|
${table.join('\n')}
`,
);

// Article pairs a second and peak memory: `npm run bench:throughput`, with `-- --long` also 100,000 short
// documents, with `-- --documents N` N in place of 1,000. Each run is a process of its own, timed from its start to the
// last result as JSON text. Writes bench/throughput.md. Where the development cases lie beside the repository they are
// measured too.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { madeArticles } from './made-articles.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = path('../../shared/corpora/dev/planted/a.jsonl.gz');
const { values: given } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    long: { type: 'boolean', default: false },
    run: { type: 'string' },
  },
});

const LENGTHS = { made: 26, short: 3 };

if (given.run === undefined) bench();
else await run(JSON.parse(given.run));

function bench() {
  const documents = Number(given.documents);
  const cases = [
    { articles: 'made', documents: 100, concurrency: 1 },
    { articles: 'made', documents, concurrency: 1 },
    { articles: 'made', documents, concurrency: 2 },
  ];
  if (given.long) cases.push({ articles: 'short', documents: 100_000, concurrency: 2 });
  if (existsSync(corpus)) cases.push({ articles: 'development', documents, concurrency: 1 });
  const rows = cases.map((one) => {
    const figures = child(one);
    const row = [
      one.articles,
      one.documents.toLocaleString('en'),
      one.concurrency,
      (figures.sentences / one.documents).toFixed(1),
      (one.documents / figures.seconds).toFixed(0),
      (one.documents / figures.processorSeconds).toFixed(0),
      (figures.processorSeconds / figures.references / one.documents).toFixed(3),
      figures.peakMegabytes.toFixed(0),
      figures.sampled.map((megabytes) => megabytes.toFixed(0)).join(' '),
    ];
    console.log(row.join('\t'));
    return `| ${row.join(' | ')} |`;
  });
  writeFileSync(
    path('throughput.md'),
    `# Throughput

\`alignMany\` over articles with one rendering each, the start of the process, the model and JSON of the results included. Made
by \`npm run bench:throughput\` on ${cpus().length} x ${cpus()[0].model}, Node ${process.version}.

| articles | documents | workers | sentences a source | documents a second | documents a processor second | processor time a document, in reference loops | peak MB | MB after 1, 2, ... 10 tenths |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

A processor second is one of user and system time, of all threads: what counts where other programs run on the machine.
The reference loop is a million dot products of 256 dimensions, timed in the same process. The peak is the resident set
of the whole process, workers included.
`,
  );
}

function child(one) {
  const argv = [fileURLToPath(import.meta.url), '--run', JSON.stringify(one)];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout);
  console.error(stderr);
  process.exit(2);
}

async function run({ articles, documents, concurrency }) {
  const { alignMany } = await import('../dist/index.js');
  const source = articles === 'development' ? development(documents) : madeArticles(documents, LENGTHS[articles]);
  const figures = { sentences: 0, bytes: 0, sampled: [] };
  let done = 0;
  for await (const record of alignMany(source, { concurrency })) {
    if ('error' in record) throw new Error(`${record.id}: ${record.error.message}`);
    figures.sentences += record.result.source.sentences.length;
    figures.bytes += JSON.stringify(record).length;
    if (++done % Math.ceil(documents / 10) === 0) figures.sampled.push(process.memoryUsage.rss() / 1e6);
  }
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  figures.seconds = process.uptime();
  figures.processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
  figures.peakMegabytes = maxRSS / 1000;
  figures.references = referenceSeconds();
  console.log(JSON.stringify(figures));
}

function* development(count) {
  const lines = gunzipSync(readFileSync(corpus)).toString().trimEnd().split('\n');
  const cases = lines.map((line) => JSON.parse(line));
  for (let i = 0; i < count; i++) {
    const { source, renderings } = cases[i % cases.length];
    yield { id: i, source, renderings: renderings.slice(0, 1).map(({ text }) => text) };
  }
}

/** Processor seconds of a million dot products of 256 dimensions. */
function referenceSeconds() {
  const vectors = Float32Array.from({ length: 1024 * 256 }, (_, i) => Math.sin(i));
  let sum = 0;
  const loop = (count) => {
    for (let i = 0; i < count; i++) {
      const [a, b] = [(i % 1024) * 256, ((i * 7) % 1024) * 256];
      for (let c = 0; c < 256; c++) sum += vectors[a + c] * vectors[b + c];
    }
  };
  loop(100_000);
  const before = process.cpuUsage();
  loop(1_000_000);
  const { user, system } = process.cpuUsage(before);
  if (!Number.isFinite(sum)) throw new Error('The reference loop went wrong.');
  return (user + system) / 1e6;
}

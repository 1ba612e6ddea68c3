// Article pairs a second, memory over long runs, and how the cost of a pair grows: `npm run bench:throughput` measures
// the speed; with `-- --part memory` or `-- --part growth` (or `--part all`) the other tables. Each row is a process of
// its own, timed from its start to the last result as JSON text. Writes its part of bench/throughput.md and leaves the
// others as they are. Where the development cases lie beside the repository they are measured too.
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { madeArticles } from './made-articles.mjs';
import { referenceLoop } from './reference-loop.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = path('../../shared/corpora/dev/planted/a.jsonl.gz');
const { values: given } = parseArgs({
  options: {
    part: { type: 'string', default: 'speed' },
    run: { type: 'string' },
  },
});

/** Sentences of an article where nothing else is said, and of a short one. */
/** Whether the system can hold a process to one processor. */
const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

const USUAL = 26;
const SHORT = 3;

const parts = {
  speed: {
    heading: 'Speed',
    intro: `\`alignMany\` over articles with one rendering each. A processor second is one of user and system time, of all
threads: what counts where other programs run on the machine. The reference loop is a million dot products of 256
dimensions, timed in the same process. With one processor all threads, those of the engine too, are held to it (\`taskset\`). The peak is
the resident set of the whole process, workers included.`,
    head: [
      'articles',
      'documents',
      'workers',
      'processors',
      'sentences a source',
      'documents a second',
      'documents a processor second',
      'processor time a document, in reference loops',
      'peak MB',
    ],
    rows: () => {
      const cases = [
        { documents: 100 },
        { documents: 1000 },
        { documents: 1000, workers: 2 },
        { documents: 5000 },
        { documents: 5000, workers: 2 },
        ...(hasTaskset ? [{ documents: 5000, isPinned: true }] : []),
        ...(existsSync(corpus) ? [{ articles: 'development', documents: 1000 }] : []),
      ];
      return cases.map((one) => {
        const figures = child(one);
        const { documents, workers = 1, articles = 'made', isPinned = false } = one;
        return [
          articles,
          number(documents),
          workers,
          isPinned ? 1 : availableParallelism(),
          (figures.sentences / documents).toFixed(1),
          (documents / figures.seconds).toFixed(0),
          (documents / figures.processorSeconds).toFixed(0),
          (figures.processorSeconds / figures.references / documents).toFixed(3),
          figures.peakMegabytes.toFixed(0),
        ];
      });
    },
    outro: () => '',
  },
  memory: {
    heading: 'Memory',
    intro: `The same articles over ten and a hundred times the documents. Live is what a full collection leaves of the main
thread's heap, after the first tenth of the documents and at the end; with one worker that is all there is. Resident
is the memory of the whole process, workers and what the engine holds in reserve included.`,
    head: [
      'sentences a source',
      'documents',
      'workers',
      'minutes',
      'live MB after a tenth',
      'live MB at the end',
      'resident MB after a tenth',
      'resident MB at the end',
      'peak MB',
    ],
    rows: () => {
      const cases = [
        { documents: 1000, length: SHORT },
        { documents: 10_000, length: SHORT },
        { documents: 100_000, length: SHORT },
        { documents: 100_000, length: SHORT, workers: 2 },
        { documents: 10_000 },
        { documents: 100_000 },
      ];
      return cases.map((one) => {
        const { seconds, live, resident, peakMegabytes } = child({ ...one, collect: true });
        return [
          one.length ?? USUAL,
          number(one.documents),
          one.workers ?? 1,
          (seconds / 60).toFixed(1),
          live[0].toFixed(1),
          live.at(-1).toFixed(1),
          resident[0].toFixed(0),
          resident.at(-1).toFixed(0),
          peakMegabytes.toFixed(0),
        ];
      });
    },
    outro: (rows) => {
      const [few, , many] = rows.filter(([length, , workers]) => length === SHORT && workers === 1);
      const times = (k) => (Number(many[k]) / Number(few[k])).toFixed(2);
      return `In one thread a hundred times the documents left ${times(5)} times as much alive (${few[5]} and ${many[5]} MB at the end), with
${times(8)} times the peak (${few[8]} and ${many[8]} MB).`;
    },
  },
  growth: {
    heading: 'Growth',
    intro: `Made articles. The processor time of a document is that of a run less that of a run of a fifth of its documents,
divided by the documents between: the start, the model and most of the compiling are left out. Beyond 30 sentences the
made ones come again with other names and numbers.`,
    head: [
      'sentences a source',
      'renderings',
      'workers',
      'documents',
      'processor ms a document',
      'ms a sentence of the source',
      'bytes of a result',
      'peak MB',
    ],
    rows: () => {
      const cases = [
        { length: 5, documents: 4000 },
        { length: 25, documents: 1000 },
        { length: 100, documents: 200 },
        { length: 400, documents: 40 },
        { length: 25, renderings: 2, documents: 600 },
        { length: 25, renderings: 4, documents: 400 },
        { length: 25, workers: 2, documents: 1000 },
      ];
      return cases.map((one) => {
        const { length, renderings = 1, workers = 1, documents } = one;
        const few = Math.ceil(documents / 5);
        const [start, whole] = [child({ ...one, documents: few }), child(one)];
        const ms = (1000 * (whole.processorSeconds - start.processorSeconds)) / (documents - few);
        return [
          length,
          renderings,
          workers,
          number(documents),
          ms.toFixed(1),
          (ms / length).toFixed(2),
          number(Math.round(whole.bytes / documents)),
          whole.peakMegabytes.toFixed(0),
        ];
      });
    },
    outro: () => '',
  },
};

if (given.run !== undefined) await run(JSON.parse(given.run));
else if (given.part === 'all') for (const part of Object.values(parts)) measure(part);
else if (Object.hasOwn(parts, given.part)) measure(parts[given.part]);
else {
  console.error(`There is no part ${given.part}: ${Object.keys(parts).join(', ')} or all.`);
  process.exitCode = 2;
}

function measure({ heading, intro, head, rows, outro }) {
  console.log(head.join('\t'));
  const made = rows();
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [line(head), `|${'---|'.repeat(head.length)}`, ...made.map(line)];
  const machine = `Made by \`npm run bench:throughput\` on ${cpus().length} x ${cpus()[0].model}, Node ${process.version}.`;
  write(heading, [`${intro}\n${machine}`, lines.join('\n'), outro(made)].filter(Boolean).join('\n\n'));
}

/** Puts a section into bench/throughput.md, in its place. */
function write(heading, body) {
  const file = path('throughput.md');
  const [, ...sections] = (existsSync(file) ? readFileSync(file, 'utf8') : '').split('\n## ');
  const bodies = new Map(sections.map((section) => section.split(/\n+([^]*)/).slice(0, 2)));
  bodies.set(heading, body);
  const ordered = Object.values(parts).flatMap((part) =>
    bodies.has(part.heading) ? [`## ${part.heading}\n\n${bodies.get(part.heading).trim()}\n`] : [],
  );
  const title = '# Throughput\n\nEverything included: the start of the process, the model, and JSON of the results.\n';
  writeFileSync(file, [title, ...ordered].join('\n'));
}

function child(one) {
  const argv = [process.execPath, fileURLToPath(import.meta.url), '--run', JSON.stringify(one)];
  if (one.isPinned) argv.unshift('taskset', '-c', '0');
  const { status, stdout, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(JSON.stringify(one), stdout.trim());
  return JSON.parse(stdout);
}

async function run({ articles, documents, length = USUAL, renderings, workers = 1, collect = false }) {
  const { alignMany } = await import('../dist/index.js');
  const source = articles === 'development' ? development(documents) : madeArticles(documents, { length, renderings });
  const figures = { sentences: 0, bytes: 0, live: [], resident: [] };
  const tenth = Math.ceil(documents / 10);
  let done = 0;
  for await (const record of alignMany(source, { concurrency: workers })) {
    if ('error' in record) throw new Error(`${record.id}: ${record.error.message}`);
    figures.sentences += record.result.source.sentences.length;
    figures.bytes += Buffer.byteLength(JSON.stringify(record));
    if (++done % tenth !== 0) continue;
    figures.resident.push(process.memoryUsage.rss() / 1e6);
    if (collect) figures.live.push(await liveMegabytes());
  }
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  figures.seconds = process.uptime();
  figures.processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
  figures.peakMegabytes = maxRSS / 1000;
  figures.references = referenceSeconds();
  console.log(JSON.stringify(figures));
}

/** What is left of this thread's heap, and of the buffers beside it, after full collections. */
async function liveMegabytes() {
  setFlagsFromString('--expose-gc');
  for (let i = 0; i < 3; i++) {
    runInNewContext('gc')();
    // Buffers are freed by another thread, a moment later.
    await setTimeout(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function* development(count) {
  const lines = gunzipSync(readFileSync(corpus)).toString().trimEnd().split('\n');
  const cases = lines.map((line) => JSON.parse(line));
  for (let i = 0; i < count; i++) {
    const { source, renderings } = cases[i % cases.length];
    yield { id: i, source, renderings: renderings.slice(0, 1).map(({ text }) => text) };
  }
}

/** Processor seconds of the reference loop, compiled. */
function referenceSeconds() {
  referenceLoop();
  const before = process.cpuUsage();
  referenceLoop();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function number(value) {
  return value.toLocaleString('en');
}

// Speed, memory and size of the embedded model: `npm run bench:embed`, after `npm run build`.
// Prints a table and writes it to bench/embed.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { embeddedModelUrl, loadStaticEmbedder, loadTransformersEmbedder } from '../dist/embed.js';
import { referenceLoop } from './reference-loop.mjs';

const corpus = new URL('../../shared/corpora/dev/retrieval/newstest2019.tsv', import.meta.url);
if (!existsSync(corpus)) {
  console.error(`There is no ${fileURLToPath(corpus)}: put the development corpora beside the repository.`);
  process.exit(2);
}
const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
const sentences = lines.flatMap((line) => line.split('\t').slice(0, 2));
const batch = 250;
const rounds = 15;
const stream = newsStream();
const streamRounds = 5;
/** A transformer is so slow that a few sentences tell its speed. */
const [fewSentences, fewRounds] = [128, 3];

/** The different sentences of the news test sets of 2012 to 2018, both languages; none where they are missing. */
function newsStream() {
  const file = new URL('../../shared/corpora/train/newstest2012-2018.tsv.gz', import.meta.url);
  if (!existsSync(file)) {
    console.error(`There is no ${fileURLToPath(file)}: the stream of news is left out.`);
    return [];
  }
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return [...new Set(text.split('\n').flatMap((line) => line.split('\t').slice(0, 2)))].filter(Boolean);
}

/** Processor time of this process and wall time, in ms: on a busy machine the first tells what the work costs. */
async function timed(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}

async function embedAll(embedder, texts = sentences) {
  for (let i = 0; i < texts.length; i += batch) await embedder.embed(texts.slice(i, i + batch));
}

const median = (times) => times.sort((x, y) => x.wall - y.wall)[times.length >> 1];

const memoryBefore = process.memoryUsage().rss;
let embedder;
const firstLoad = await timed(async () => {
  embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
});
const cold = await timed(() => embedAll(embedder));
const memory = process.memoryUsage().rss - memoryBefore;
const warm = [];
const fresh = [];
const references = [];
for (let round = 0; round < rounds; round++) {
  warm.push(await timed(() => embedAll(embedder)));
  const anew = await loadStaticEmbedder({ model: embeddedModelUrl });
  fresh.push(await timed(() => embedAll(anew)));
  references.push(await timed(referenceLoop));
}
const streamed = [];
for (let round = 0; stream.length > 0 && round < streamRounds; round++) {
  const anew = await loadStaticEmbedder({ model: embeddedModelUrl });
  streamed.push(await timed(() => embedAll(anew, stream)));
}
const reference = median(references);
const own = (median(fresh).processor / sentences.length) * fewSentences;
const peers = await timePeers();
const perSecond = (ms, count = sentences.length) => Math.round((count / ms) * 1000).toLocaleString('en-US');
/** The last column is for as many sentences in every row. */
const speed = (name, { wall, processor }, count = sentences.length) =>
  `| ${name} | ${perSecond(wall, count)} | ${perSecond(processor, count)} | ${((wall / reference.wall / count) * sentences.length).toFixed(2)} |`;
const table = [
  `| ${sentences.length.toLocaleString('en-US')} news sentences, ${batch} a call | sentences a second | by processor time | in reference loops |`,
  '|---|---|---|---|',
  speed('first time in the process, nothing compiled', cold),
  speed('every word met for the first time', median(fresh)),
  speed('words met before', median(warm)),
  ...(stream.length > 0
    ? [
        speed(
          `a stream of ${stream.length.toLocaleString('en-US')} others, each met once, no word known before the first`,
          median(streamed),
          stream.length,
        ),
      ]
    : []),
  '',
  `| through Transformers.js, ${fewSentences} news sentences, 32 a batch | sentences a second | by processor time | times the processor time of the runtime |`,
  '|---|---|---|---|',
  ...peers.map(
    ({ name, wall, processor }) =>
      `| ${name} | ${perSecond(wall, fewSentences)} | ${perSecond(processor, fewSentences)} | ${Math.round(processor / own).toLocaleString('en-US')} |`,
  ),
  '',
  '| | |',
  '|---|---|',
  `| load, first in the process | ${firstLoad.wall.toFixed(0)} ms (processor ${firstLoad.processor.toFixed(0)} ms) |`,
  `| packed model | ${statSync(embeddedModelUrl).size.toLocaleString('en-US')} bytes |`,
  `| memory after the first pass, over that before the load | ${Math.round(memory / 2 ** 20)} MiB |`,
  `| reference loop, one million 256-d dot products | ${reference.wall.toFixed(0)} ms (processor ${reference.processor.toFixed(0)} ms) |`,
].join('\n');
console.log(table);

/** The embedded model and an encoder of MiniLM's shape, both through @huggingface/transformers, beside the runtime. */
async function timePeers() {
  const folder = mkdtempSync(join(tmpdir(), 'transformer-folders-'));
  try {
    const script = fileURLToPath(new URL('transformer-folders.ts', import.meta.url));
    execFileSync(process.execPath, ['--import', 'tsx', script, folder], { stdio: 'inherit' });
    const step = Math.floor(sentences.length / fewSentences);
    const few = Array.from({ length: fewSentences }, (_, k) => sentences[k * step]);
    const results = [];
    for (const [name, part] of [
      ['the embedded model, its folder', 'embedded'],
      ['an encoder of the shape of multilingual MiniLM (L12, 384), random weights', 'minilm'],
    ]) {
      const peer = await loadTransformersEmbedder({ model: join(folder, part), dtype: 'fp32' });
      await embedAll(peer, few);
      const times = [];
      for (let round = 0; round < fewRounds; round++) times.push(await timed(() => embedAll(peer, few)));
      results.push({ name, ...median(times) });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
writeFileSync(
  new URL('embed.md', import.meta.url),
  `# Speed of the embedded model

One thread, Node ${process.version}, ${platform()} ${arch()}, ${cpus()[0].model.trim()}; medians of ${rounds} rounds. Made by
\`npm run bench:embed\` with the model ${embedder.id}, revision ${embedder.revision}.

${table}
`,
);

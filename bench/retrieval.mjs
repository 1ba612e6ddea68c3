// How often a sentence's translation is its nearest neighbour: `npm run bench:retrieval`, after `npm run build`.
// Prints a table and writes it to bench/retrieval.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { embeddedModelUrl, loadStaticEmbedder } from '../dist/embed.js';

/** Neighbours on each side whose mean similarity is taken off: the k of CSLS (Conneau et al. 2018, equation 4). */
const neighbours = 4;

const folder = new URL('../../shared/corpora/dev/retrieval/', import.meta.url);
const sets = [
  { file: 'tatoeba.tsv', floor: 0.905, target: 0.93 },
  { file: 'newstest2020.tsv', floor: 0.98, target: 0.985 },
  { file: 'newstest2019.tsv', floor: 0.975, target: 0.985 },
];

for (const { file } of sets) {
  if (existsSync(new URL(file, folder))) continue;
  console.error(
    `There is no ${fileURLToPath(new URL(file, folder))}: put the development corpora beside the repository.`,
  );
  process.exit(2);
}

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
const rows = [];
for (const set of sets) {
  const lines = readFileSync(new URL(set.file, folder), 'utf8').split('\n').filter(Boolean);
  const pairs = lines.map((line) => line.split('\t'));
  const ru = await embedder.embed(pairs.map((pair) => pair[0]));
  const en = await embedder.embed(pairs.map((pair) => pair[1]));
  const cosines = products(ru, en);
  const margins = withMargin(cosines, pairs.length);
  rows.push({
    ...set,
    pairs: pairs.length,
    cosine: precisions(cosines, pairs.length),
    margin: precisions(margins, pairs.length),
  });
}

const figure = (value) => value.toFixed(4).replace(/^0/, '');
const table = [
  '| set | pairs | ru to en | en to ru | worse | floor | target | ru to en, margin | en to ru, margin |',
  '|---|---|---|---|---|---|---|---|---|',
  ...rows.map(({ file, pairs, cosine, margin, floor, target }) => {
    const worse = Math.min(...cosine);
    return `| ${[file, pairs, ...cosine.map(figure), figure(worse), figure(floor), figure(target), ...margin.map(figure)].join(' | ')} |`;
  }),
].join('\n');
console.log(table);
writeFileSync(
  new URL('retrieval.md', import.meta.url),
  `# Retrieval

Share of sentences whose translation is the nearest of all sentences of the other language (P@1), by plain cosine and
by cosine with a margin (CSLS, k = ${neighbours}); floor and target are for the worse direction of the plain cosine. Made by
\`npm run bench:retrieval\` with the model ${embedder.id}, revision ${embedder.revision}.

${table}
`,
);

/** All cosines: shape [pairs, pairs], Russian by English. */
function products(a, b) {
  const n = a.rows;
  const result = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < a.columns; k++) sum += a.data[i * a.columns + k] * b.data[j * a.columns + k];
      result[i * n + j] = sum;
    }
  }
  return result;
}

/** Twice the cosine less the mean of each side's nearest cosines. */
function withMargin(cosines, n) {
  const nearest = (at, step) => {
    const line = Float32Array.from({ length: n }, (_, k) => cosines[at + k * step]).sort();
    return line.subarray(n - neighbours).reduce((sum, value) => sum + value, 0) / neighbours;
  };
  const ru = Array.from({ length: n }, (_, i) => nearest(i * n, 1));
  const en = Array.from({ length: n }, (_, j) => nearest(j, n));
  return cosines.map((value, at) => 2 * value - ru[Math.floor(at / n)] - en[at % n]);
}

/** P@1 from Russian to English and back; of equal sentences, which some sets hold twice, the first is the nearest. */
function precisions(similarities, n) {
  const hits = [0, 0];
  for (let i = 0; i < n; i++) {
    const own = similarities[i * n + i];
    let isBestOfRow = true;
    let isBestOfColumn = true;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const across = similarities[i * n + j];
      const down = similarities[j * n + i];
      if (across > own || (across === own && j < i)) isBestOfRow = false;
      if (down > own || (down === own && j < i)) isBestOfColumn = false;
    }
    hits[0] += isBestOfRow;
    hits[1] += isBestOfColumn;
  }
  return hits.map((count) => count / n);
}

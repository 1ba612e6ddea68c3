// How often whole translations give a warning: `npm run bench:faithful`. Lines of news and other prose with their
// translations, as articles of 25 lines; nothing is planted. Writes bench/faithful.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { alignMany, embeddedModelUrl, loadStaticEmbedder } from '../dist/index.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const corpora = '../../shared/corpora';
const sets = [
  { name: 'news of 2020', file: 'dev/retrieval/newstest2020.tsv' },
  { name: 'news of 2012 to 2018', file: 'train/newstest2012-2018.tsv.gz' },
  { name: 'lives in an encyclopedia', file: 'train/mt-geneval.tsv.gz' },
  { name: 'health', file: 'train/tico19.tsv.gz' },
];
const LINES = 25;
const MARKS = new Set(['unpaired-marks', 'encoding', 'broken-word']);

for (const { file } of sets)
  if (!existsSync(path(`${corpora}/${file}`))) {
    console.error(`There is no ${file}: put the development corpora beside the repository.`);
    process.exit(2);
  }

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
const columns = [];
for (const { name, file } of sets) {
  const raw = readFileSync(path(`${corpora}/${file}`));
  const rows = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([ru, en]) => ru && en);
  const told = new Map();
  for await (const { id, result, error } of alignMany(articles(rows), { embedder })) {
    if (error) throw new Error(`${name}, lines from ${id} on: ${error.message}`);
    const { findings, renderings } = result;
    for (const { rule, severity } of [...findings, ...renderings[0].findings])
      if (severity !== 'info') told.set(rule, (told.get(rule) ?? 0) + 1);
  }
  console.log(name, rows.length, Object.fromEntries(told));
  columns.push({ name, count: rows.length, told });
}

function* articles(rows) {
  for (let first = 0; first < rows.length; first += LINES) {
    const lines = rows.slice(first, first + LINES);
    const text = (side) => lines.map((row) => row[side]).join('\n');
    yield {
      id: String(first),
      source: { text: text(0), language: 'ru' },
      renderings: [{ text: text(1), language: 'en' }],
    };
  }
}

const rules = [...new Set(columns.flatMap(({ told }) => [...told.keys()]))].sort();
const row = (name, cell) => `| ${name} | ${columns.map(cell).join(' | ')} |`;
const meaning = ({ told }) => [...told].reduce((sum, [rule, n]) => sum + (MARKS.has(rule) ? 0 : n), 0);
writeFileSync(
  path('faithful.md'),
  `# Whole translations

Findings of severity warning and up, profile \`literal\`, on lines and their human translations as they are, ${LINES} an article. Made by
\`npm run bench:faithful\` with the model ${embedder.id}, revision ${embedder.revision}. The model has been trained on all but the
news of 2020, so that little is missing there; what the rules say of numbers, dates, names, denials and marks has nothing to do with that.
Many of these findings are true: [false-alarms.md](false-alarms.md) reads those of 2020.

| | ${columns.map(({ name }) => name).join(' | ')} |
|---|${columns.map(() => '---|').join('')}
${row('pairs of lines', ({ count }) => count.toLocaleString('en'))}
${rules.map((rule) => row(rule, ({ told }) => told.get(rule) ?? 0)).join('\n')}
${row('for each 100 lines, rules about meaning', (column) => ((100 * meaning(column)) / column.count).toFixed(2))}
`,
);

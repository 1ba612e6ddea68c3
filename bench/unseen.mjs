// Which defects are found in news that nothing was fitted on: `npm run bench:unseen`. Lines of news of 2020 with their
// translations, as articles of 25 lines, two lines of each damaged. Writes bench/unseen.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alignMany, embeddedModelUrl, loadStaticEmbedder } from '../dist/index.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const file = path('../../shared/corpora/dev/retrieval/newstest2020.tsv');
if (!existsSync(file)) {
  console.error('There is no newstest2020.tsv: put the development corpora beside the repository.');
  process.exit(2);
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([ru, en]) => ru && en);

const LINES = 25;
/** Lines of each article that are damaged, far from each other, and how many copies of the article are damaged otherwise. */
const PLACES = [4, 15];
const COPIES = 6;
/** A line of another article is taken from at least so many lines away, the one that is most like in length of so many. */
const AWAY = 50;
const CHOICE = 60;

/** What is done to a line: the row that stands in its place, or the line as it is then; undefined where it cannot be done. */
const replacements = {
  'a line of another article': (row) => {
    const others = Array.from({ length: CHOICE }, (_, x) => (row + AWAY + x * 13) % rows.length);
    const far = others.filter((other) => Math.abs(other - row) > AWAY);
    const excess = (other) => Math.abs(rows[other][1].length - rows[row][1].length);
    return far.reduce((best, other) => (excess(other) < excess(best) ? other : best));
  },
  // Neither side has it in its own place.
  'another line of the article': (row) => row + 4,
};
const lengths = [
  [2, 3],
  [4, 6],
  [7, Infinity],
];
const START = /, | (?:in|on|at|by|with|from|after|before|during|under|over|between|against|for|since|until|despite) /g;

/** Lines without a stretch from a comma or a preposition to the next mark, that takes at most half of them. */
function shortened(line, [least, most]) {
  const out = [];
  for (const { index } of line.matchAll(START)) {
    const end = index + 2 + line.slice(index + 2).search(/[,;:.!?]|$/);
    const words = line
      .slice(index, end)
      .split(' ')
      .filter((word) => /\w/.test(word)).length;
    if (/["“”«»()]/.test(line.slice(index, end)) || words < least || words > most) continue;
    if (words * 2 <= line.split(' ').length) out.push(line.slice(0, index) + line.slice(end));
  }
  return out;
}

/** The articles, each with the spans of its damaged lines on both sides: `damage` gives the line and the row that nothing carries any more. */
function* damaged(damage) {
  for (let first = 0; first + LINES <= rows.length; first += LINES)
    for (let copy = 0; copy < COPIES; copy++) {
      const places = PLACES.map((place) => first + place + copy);
      const put = new Map(places.map((row) => [row, damage(row, copy)]));
      const taken = new Set([...put.values()].map((change) => change?.taken));
      let [source, rendering] = ['', ''];
      const spans = [];
      for (let row = first; row < first + LINES; row++) {
        if (taken.has(row)) continue;
        const [own, theirs] = [rows[row][0], put.get(row)?.line ?? rows[row][1]];
        if (put.get(row))
          spans.push({
            source: [source.length, source.length + own.length],
            rendering: [rendering.length, rendering.length + theirs.length],
          });
        source += `${own}\n`;
        rendering += `${theirs}\n`;
      }
      const texts = { source: { text: source, language: 'ru' }, renderings: [{ text: rendering, language: 'en' }] };
      if (spans.length > 0) yield { document: { id: `${first} ${copy}`, ...texts }, spans };
    }
}

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** For each damaged line the rules that tell of it, those of a finding that is info behind a question mark. */
async function toldOf(damage) {
  const articles = new Map([...damaged(damage)].map((article) => [article.document.id, article]));
  const lines = [];
  const documents = [...articles.values()].map(({ document }) => document);
  for await (const { id, result, error } of alignMany(documents, { embedder })) {
    if (error) throw new Error(`article ${id}: ${error.message}`);
    const [{ findings }] = result.renderings;
    for (const spans of articles.get(id).spans) {
      const touching = findings.filter(
        (finding) => touches(finding, 'source', spans) || touches(finding, 'rendering', spans),
      );
      lines.push(new Set(touching.map(({ rule, severity }) => (severity === 'info' ? `${rule}?` : rule))));
    }
  }
  return lines;
}

function touches(finding, side, spans) {
  return finding[side].some(({ start, end }) => start < spans[side][1] && spans[side][0] < end);
}

/** A table with a column for each kind of damage; a line counts in the first row that holds for it. */
async function tableOf(kinds, criteria) {
  const columns = [];
  for (const { name, damage } of kinds) columns.push({ name, lines: await toldOf(damage) });
  const row = (name, cell) => `| ${name} | ${columns.map(cell).join(' | ')} |`;
  const firstOf = (told) => criteria.findIndex(([, holds]) => holds(told));
  const share = ({ lines }, x) => (lines.filter((told) => firstOf(told) === x).length / lines.length).toFixed(2);
  return [
    row('', ({ name }) => name),
    `|---|${columns.map(() => '---|').join('')}`,
    row('lines', ({ lines }) => lines.length),
    ...criteria.map(([name], x) => row(name, (column) => share(column, x))),
  ].join('\n');
}

const isLoud = (told) => [...told].some((rule) => !rule.endsWith('?'));
const REST = [
  ['info only', (told) => told.size > 0],
  ['nothing', () => true],
];
const replaced = await tableOf(
  Object.entries(replacements).map(([name, other]) => ({
    name,
    damage: (row) => ({ line: rows[other(row)][1], taken: other(row) }),
  })),
  [
    ['told as missing and as added', (told) => told.has('omission') && told.has('addition')],
    ['as one of these', (told) => told.has('omission') || told.has('addition')],
    ['another warning', isLoud],
    ...REST,
  ],
);
const cut = await tableOf(
  lengths.map(([least, most]) => ({
    name: most === Infinity ? `${least} words and more` : `${least} to ${most} words`,
    damage: (row, copy) => {
      const lines = shortened(rows[row][1], [least, most]);
      return lines.length > 0 ? { line: lines[copy % lines.length] } : undefined;
    },
  })),
  [
    ['told as missing', (told) => told.has('partial-omission') || told.has('omission')],
    ['another warning', isLoud],
    ...REST,
  ],
);

const text = `# Defects in news that nothing was fitted on

News of 2020, articles of ${LINES} lines, two lines of each damaged in ${COPIES} ways, profile \`literal\`. Made by \`npm run bench:unseen\` with the
model ${embedder.id}, revision ${embedder.revision}. What the same articles are told as they are: [faithful.md](faithful.md).

## A sentence in the place of another

Of another article and of like length, or of the same article, where both sides lack it in its own place.

${replaced}

## A phrase taken out

From a comma or a preposition to the next mark, wherever there is one; among them are places, times and the like, by which the rest of
a sentence hardly changes.

${cut}
`;
console.log(text);
writeFileSync(path('unseen.md'), text);

// What is told of a sentence in whose place the rendering has another one: `npm run bench:replaced`. Lines of news of 2020 with
// their translations, as articles of 25 lines; nothing was fitted on them. Writes bench/replaced.md.
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
/** Lines of each article that are replaced, one at a time and far from each other, and in how many copies of the article. */
const PLACES = [6, 16];
const COPIES = 4;
/** A line of another article is taken from at least so many lines away, the one that is most like in length of so many. */
const AWAY = 50;
const CHOICE = 60;

const kinds = {
  'a line of another article': (first, place) => {
    const length = rows[first + place][1].length;
    const others = Array.from({ length: CHOICE }, (_, x) => (first + place + AWAY + x * 13) % rows.length);
    const far = others.filter((other) => Math.abs(other - first) > AWAY);
    return far.reduce((best, x) => (distance(x, length) < distance(best, length) ? x : best));
  },
  // Neither side has it in its own place.
  'another line of the article': (first, place) => first + place + 4,
};

function distance(row, length) {
  return Math.abs(rows[row][1].length - length);
}

/** An article, its lines at some places replaced; `spans` are those of the lines on both sides. */
function articleWith(first, copy, replacement) {
  const places = PLACES.map((place) => place + copy);
  const taken = new Set(places.map((place) => replacement(first, place)));
  let [source, rendering] = ['', ''];
  const spans = [];
  for (let x = 0; x < LINES; x++) {
    if (taken.has(first + x)) continue;
    const isReplaced = places.includes(x);
    const own = rows[first + x][0];
    const theirs = rows[isReplaced ? replacement(first, x) : first + x][1];
    if (isReplaced)
      spans.push({
        source: [source.length, source.length + own.length],
        rendering: [rendering.length, rendering.length + theirs.length],
      });
    source += `${own}\n`;
    rendering += `${theirs}\n`;
  }
  const document = {
    id: `${first} ${copy}`,
    source: { text: source, language: 'ru' },
    renderings: [{ text: rendering, language: 'en' }],
  };
  return { document, spans };
}

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
const columns = [];
for (const [name, replacement] of Object.entries(kinds)) {
  const articles = new Map();
  for (let first = 0; first + LINES <= rows.length; first += LINES)
    for (let copy = 0; copy < COPIES; copy++) {
      const { document, spans } = articleWith(first, copy, replacement);
      articles.set(document.id, { document, spans });
    }
  const count = { name, lines: 0, both: 0, one: 0, info: 0, other: 0 };
  const documents = [...articles.values()].map(({ document }) => document);
  for await (const { id, result, error } of alignMany(documents, { embedder })) {
    if (error) throw new Error(`${name}, article ${id}: ${error.message}`);
    const [{ findings }] = result.renderings;
    for (const spans of articles.get(id).spans) {
      const touching = findings.filter((finding) =>
        ['source', 'rendering'].some((side) => touches(finding, side, spans)),
      );
      const told = (rule, side, isLoud) =>
        findings.some((f) => f.rule === rule && touches(f, side, spans) && (!isLoud || f.severity !== 'info'));
      count.lines++;
      const [missing, added] = [true, false].map((loud) => [
        told('omission', 'source', loud),
        told('addition', 'rendering', loud),
      ]);
      if (missing[0] && missing[1]) count.both++;
      else if (missing[0] || missing[1]) count.one++;
      else if (added[0] || added[1]) count.info++;
      else if (touching.some(({ severity }) => severity !== 'info')) count.other++;
    }
  }
  console.log(count);
  columns.push(count);
}

function touches(finding, side, spans) {
  return finding[side].some(({ start, end }) => start < spans[side][1] && spans[side][0] < end);
}

const row = (name, cell) => `| ${name} | ${columns.map(cell).join(' | ')} |`;
const share = (of) => (column) => (of(column) / column.lines).toFixed(2);
writeFileSync(
  path('replaced.md'),
  `# A sentence in the place of another

What is told where the rendering has another sentence in the place of one: of another article and of like length, or of the
same article and left out of both sides where it stood. News of 2020, articles of ${LINES} lines, two lines of each replaced, profile
\`literal\`. Made by \`npm run bench:replaced\` with the model ${embedder.id}, revision ${embedder.revision}. What the same articles are told
as they are: [faithful.md](faithful.md).

| | ${columns.map(({ name }) => name).join(' | ')} |
|---|${columns.map(() => '---|').join('')}
${row('lines replaced', ({ lines }) => lines)}
${row(
  'told as missing and as added',
  share(({ both }) => both),
)}
${row(
  'as one of these, the other is info or passed over',
  share(({ one }) => one),
)}
${row(
  'as info only',
  share(({ info }) => info),
)}
${row(
  'not so, but a name, number or phrase of it',
  share(({ other }) => other),
)}
${row(
  'nothing',
  share(({ lines, both, one, info, other }) => lines - both - one - info - other),
)}
`,
);

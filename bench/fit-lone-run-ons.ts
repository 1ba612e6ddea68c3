/**
 * Fits how a sentence that runs into one without counterpart is told (src/align/lone-run-on-weights.ts), on lines of news of
 * 2012 to 2018 and of documentation: neighbours are joined without their full stop, and of half of the joined ones the other
 * language has one line alone. Where the other line begins is a lone run-on; no other place is. Most of the lines are not those
 * from which src/text/starters-data.ts was counted. Says how many places are found.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { lonePlaces } from '../src/align/lone-run-ons.ts';
import { logOdds } from '../src/core/logistic.ts';
import type { Language } from '../src/core/result.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { readDocument } from '../src/text/document.ts';
import { fitLogistic, rocArea } from './logistic.ts';
import { corpora } from './planted-cases.ts';
import { writeWeights } from './weights-file.ts';

/** Sets whose lines are in order or at least of one kind, and which of their lines are taken. */
const SETS: readonly (readonly [set: string, from: number, to: number])[] = [
  ['newstest2012-2018', 0, Infinity],
  ['mucow-wmt19', 0, Infinity],
  ['mlqe-pe-ru-en-train', 0, 2000],
  ['tico19', 0, Infinity],
  ['iwslt-formality', 0, Infinity],
  ['debian_website', 8000, 11_000],
  ['msdocs-sxs', 20_000, 24_000],
  ['dash_docs', 0, 2000],
  ['github_opensource.guide', 0, Infinity],
];
const LINES_A_TEXT = 12;
const LONGEST_LINE = 600;
/** So many lines run into the next one; a quarter of these have the first alone on the other side, a quarter the second. */
const JOINED = 0.3;

if (!existsSync(new URL('train', corpora))) {
  console.error('The training data is not here: this fit needs ../shared/corpora beside the repository.');
  process.exit(2);
}
const embedder = await loadStaticEmbedder({ model: new URL('../models/ru-en-static.bin', import.meta.url) });

/** A linear congruential generator (Numerical Recipes), so that each fit joins the same lines. */
let state = 1;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const rows: number[][] = [];
const labels: boolean[] = [];
for (const [set, from, to] of SETS) {
  const pairs = readSet(set, from, to);
  for (let x = 0; x + LINES_A_TEXT <= pairs.length; x += LINES_A_TEXT)
    for (const side of [0, 1] as const) await addText(pairs.slice(x, x + LINES_A_TEXT), side);
}
const weights = fitLogistic(rows, labels);
const odds = rows.map((row) => logOdds(weights, row));
const found = odds.filter((value, x) => value > 0 && labels[x]).length;
const wrong = odds.filter((value, x) => value > 0 && !labels[x]).length;
console.log(
  `${rows.length} places, ${labels.filter(Boolean).length} lone run-ons, ROC ${rocArea(odds, labels).toFixed(3)}: ${found} found, ${wrong} wrongly`,
);
await writeWeights('align/lone-run-on-weights.ts', 'LONE_RUN_ON_WEIGHTS', weights);

function readSet(set: string, from: number, to: number): [string, string][] {
  const lines = gunzipSync(readFileSync(new URL(`train/${set}.tsv.gz`, corpora)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines
    .slice(from, to)
    .map((line) => line.split('\t').map((text) => text.trim()) as [string, string])
    .filter((pair) => pair.every(({ length }) => length > 0 && length < LONGEST_LINE));
}

/** A text of one language, a group of one or two lines a line of it; the groups' counterparts are the lines of the other text. */
async function addText(lines: readonly [string, string][], side: 0 | 1): Promise<void> {
  const groups: { text: string; border: number; other: string; isLone: boolean }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]];
    if (!next || random() >= JOINED) {
      groups.push({ text: line[side], border: -1, other: line[1 - side]!, isLone: false });
      continue;
    }
    const front = line[side].replace(/(?<=[a-zа-яё»”"])\.$/, '');
    const draw = random();
    const kept = draw < 0.25 ? [line] : draw < 0.5 ? [next] : [line, next];
    groups.push({
      text: `${front} ${next[side]}`,
      border: front.length + 1,
      other: kept.map((pair) => pair[1 - side]).join(' '),
      isLone: kept.length === 1,
    });
    at++;
  }
  const languages: [Language, Language] = side === 0 ? ['ru', 'en'] : ['en', 'ru'];
  const text = groups.map((group) => group.text).join('\n');
  const others = groups.map(({ other }) => other).join('\n');
  const own = readDocument({ id: 'own', text, language: languages[0] });
  const counterpart = readDocument({ id: 'other', text: others, language: languages[1] });
  const [spans, otherSpans] = [linesOf(text), linesOf(others)];
  const inside = (document: typeof own, { start, end }: { start: number; end: number }) =>
    document.sentences.flatMap((sentence, x) => (sentence.start >= start && sentence.end <= end ? [x] : []));
  // A line of several sentences is several beads.
  const asked = groups.flatMap((group, x) => {
    const sentences = inside(own, spans[x]!);
    const theirs = inside(counterpart, otherSpans[x]!);
    const border = group.isLone ? spans[x]!.start + group.border : -1;
    return sentences.length === 1 && theirs.length > 0 ? [{ sentences, theirs, border }] : [];
  });
  const places = await lonePlaces(
    embedder,
    [own, asked.map(({ sentences }) => sentences)],
    [counterpart, asked.map(({ theirs }) => theirs)],
  );
  const borders = new Set(asked.map(({ border }) => border));
  for (const { start, signals } of places.flat()) {
    rows.push(signals);
    labels.push(borders.has(start));
  }
}

function linesOf(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

/**
 * Fits how a sentence that runs into one without counterpart is told (src/align/lone-run-on-weights.ts), on
 * the lines of lines-of-texts.ts: neighbours are joined without their full stop, and of half of the joined ones the other
 * language has one line alone. Where the other line begins is a lone run-on; no other place is. Says how many places are found.
 */
import { lonePlaces } from '../src/align/lone-run-ons.ts';
import { logOdds } from '../src/core/logistic.ts';
import type { Language } from '../src/core/result.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { readDocument } from '../src/text/document.ts';
import { drawing, linesOfTexts, placesOfLines, withoutFullStop, type LinePair } from './lines-of-texts.ts';
import { fitLogistic, rocArea } from './logistic.ts';
import { writeWeights } from './weights-file.ts';

/** So many lines run into the next one; a quarter of these have the first alone on the other side, a quarter the second. */
const JOINED = 0.3;

const embedder = await loadStaticEmbedder({ model: new URL('../models/ru-en-static.bin', import.meta.url) });

const random = drawing();

const rows: number[][] = [];
const labels: boolean[] = [];
for (const lines of linesOfTexts()) for (const side of [0, 1] as const) await addText(lines, side);
const weights = fitLogistic(rows, labels);
const odds = rows.map((row) => logOdds(weights, row));
const found = odds.filter((value, x) => value > 0 && labels[x]).length;
const wrong = odds.filter((value, x) => value > 0 && !labels[x]).length;
console.log(
  `${rows.length} places, ${labels.filter(Boolean).length} lone run-ons, ROC ${rocArea(odds, labels).toFixed(3)}: ${found} found, ${wrong} wrongly`,
);
await writeWeights('align/lone-run-on-weights.ts', 'LONE_RUN_ON_WEIGHTS', weights);

/** A text of one language, a group of one or two lines a line of it; the groups' counterparts are the lines of the other text. */
async function addText(lines: readonly LinePair[], side: 0 | 1): Promise<void> {
  const groups: { text: string; border: number; other: string; isLone: boolean }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]];
    if (!next || random() >= JOINED) {
      groups.push({ text: line[side], border: -1, other: line[1 - side]!, isLone: false });
      continue;
    }
    const front = withoutFullStop(line[side]);
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
  const [spans, otherSpans] = [placesOfLines(text), placesOfLines(others)];
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

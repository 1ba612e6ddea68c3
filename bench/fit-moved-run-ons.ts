/**
 * Fits how a sentence that runs into one whose counterpart stands elsewhere is told (src/align/moved-run-on-weights.ts), on the
 * lines of lines-of-texts.ts: neighbours are joined without their full stop, and the other language has one of them in its
 * place and the other one behind all others, together with lines of another text. Where the line that is elsewhere begins, or the one behind
 * it, is a moved run-on; no other place is. Says how many are found.
 */
import { LEAST_GAIN, LEAST_ODDS, movedPlaces, type MovedPlace } from '../src/align/moved-run-ons.ts';
import { runSimilarity } from '../src/align/run-similarity.ts';
import { MAX_GROUP } from '../src/align/group-norms.ts';
import type { Bead, Language } from '../src/core/result.ts';
import { logOdds } from '../src/core/logistic.ts';
import { embedRuns } from '../src/embed/windows.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { readDocument, type Document } from '../src/text/document.ts';
import { drawing, linesOfTexts, placesOfLines, withoutFullStop, type LinePair } from './lines-of-texts.ts';
import { fitLogistic, rocArea } from './logistic.ts';
import { writeWeights } from './weights-file.ts';

/** So many lines run into the next one, and one of the two is elsewhere. */
const JOINED = 0.15;
/** So many lines of another text stand alone in the other language. */
const STRANGERS = 4;
/** A place so few characters beside the right one parts nearly the same. */
const A_WORD = 15;

const embedder = await loadStaticEmbedder({ model: new URL('../models/ru-en-static.bin', import.meta.url) });
const random = drawing();

/** The places of each gap, and how many characters each is away from the right one; NaN where there is none. */
const gaps: { places: MovedPlace[]; away: number[] }[] = [];
const texts = linesOfTexts();
for (const [x, lines] of texts.entries()) {
  const strangers = texts[(x + 1) % texts.length]!.slice(0, STRANGERS);
  for (const side of [0, 1] as const) await addText(lines, strangers, side);
}
const all = gaps.flatMap(({ places, away }) => places.map(({ signals }, x) => ({ signals, away: away[x]! })));
const place = fitLogistic(
  all.map(({ signals }) => signals),
  all.map(({ away }) => away === 0),
);
const best = gaps.map(({ places, away }) => {
  const odds = places.map(({ signals }) => logOdds(place, signals));
  const x = odds.indexOf(Math.max(...odds));
  return { ...places[x]!, away: away[x]! };
});
const rows = best.map(({ signals }) => signals);
const labels = best.map(({ away }) => away <= A_WORD);
const gap = fitLogistic(rows, labels);
const odds = rows.map((row) => logOdds(gap, row));
const count = (isCounted: (x: number) => boolean) => rows.filter((_, x) => isCounted(x)).length;
const parted = (least: number) => {
  const isParted = (x: number) => odds[x]! > least && best[x]!.gain >= LEAST_GAIN;
  const found = count((x) => isParted(x) && labels[x]!);
  return `at log odds of ${least} ${found} found, ${count(isParted) - found} wrongly`;
};
console.log(
  `${gaps.length} gaps; of ${gaps.filter(({ away }) => away.includes(0)).length} with their place the likeliest one is right in ` +
    `${count((x) => best[x]!.away === 0)}, at most a word away in ${count((x) => labels[x]!)}. ROC ${rocArea(odds, labels).toFixed(4)}: ` +
    `${parted(0)}, ${parted(LEAST_ODDS)}`,
);
await writeWeights('align/moved-run-on-weights.ts', 'MOVED_RUN_ON_WEIGHTS', { place, gap });

/** A text of one language, a group of one or two lines a line of it; the groups' counterparts are the first lines of the other text, and the rest of it are gaps. */
async function addText(lines: readonly LinePair[], strangers: readonly LinePair[], side: 0 | 1): Promise<void> {
  const groups: { text: string; border: number; other: string; elsewhere: string }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]];
    if (!next || random() >= JOINED) {
      groups.push({ text: line[side], border: -1, other: line[1 - side]!, elsewhere: '' });
      continue;
    }
    const front = withoutFullStop(line[side]);
    const [kept, moved] = random() < 0.5 ? [line, next] : [next, line];
    groups.push({
      text: `${front} ${next[side]}`,
      border: front.length + 1,
      other: kept[1 - side]!,
      elsewhere: moved[1 - side]!,
    });
    at++;
  }
  const languages: [Language, Language] = side === 0 ? ['ru', 'en'] : ['en', 'ru'];
  const text = groups.map((group) => group.text).join('\n');
  const others = [
    ...groups.map(({ other }) => other),
    ...groups.flatMap(({ elsewhere }) => (elsewhere ? [elsewhere] : [])),
    ...strangers.map((stranger) => stranger[1 - side]!),
  ].join('\n');
  const own = readDocument({ id: 'own', text, language: languages[0] });
  const counterpart = readDocument({ id: 'other', text: others, language: languages[1] });
  const [spans, otherSpans] = [placesOfLines(text), placesOfLines(others)];
  const inside = ({ sentences }: Document, { start, end }: { start: number; end: number }) =>
    sentences.flatMap((sentence, x) => (sentence.start >= start && sentence.end <= end ? [x] : []));
  const beads: Bead[] = otherSpans.flatMap((span, x) => {
    const source = spans[x] ? inside(own, spans[x]!) : [];
    const rendering = inside(counterpart, span);
    const rest = { similarity: 0, confidence: 1, cost: 0 };
    if (source.length > 0) return [{ source, rendering, ...rest }];
    return rendering.map((sentence) => ({ source, rendering: [sentence], ...rest }));
  });
  const similarity = runSimilarity(
    await embedRuns(embedder, text, own.sentences, MAX_GROUP),
    await embedRuns(embedder, others, counterpart.sentences, MAX_GROUP),
  );
  const places = await movedPlaces(embedder, 'source', own, counterpart, beads, similarity);
  const borders = new Map<string, number>();
  groups.forEach(({ border, elsewhere }, x) => elsewhere && borders.set(elsewhere, spans[x]!.start + border));
  const alone = new Set(strangers.map((stranger) => stranger[1 - side]!));
  for (const { stray, places: list } of places) {
    const line = others.slice(stray.start, stray.end);
    // A line of several sentences is several gaps.
    if (!borders.has(line) && !alone.has(line)) continue;
    if (list.length > 0)
      gaps.push({ places: list, away: list.map(({ start }) => Math.abs(start - (borders.get(line) ?? NaN))) });
  }
}

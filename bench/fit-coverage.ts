/**
 * Fits the weights of the word coverage (src/align/coverage-weights.ts): `npm run fit`. From one side of
 * an untouched segment words are taken out: words of the other side whose nearest word was among them have no
 * counterpart any more, the others still have theirs. For the quick look of the aligner that is a long stretch; for the
 * coverage of the result a shorter one, or a single word, and function words are counted too.
 */
import { beadSignals, beadWords, MATCH_SIGNALS, matchSignals, SIGNALS, type BeadWord } from '../src/align/coverage.ts';
import { dotRows } from '../src/core/matrix.ts';
import { overlap } from '../src/core/span.ts';
import { embedWords, type SideWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { readDocument } from '../src/text/document.ts';
import { fitHalves } from './fit-halves.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

let random = 99;
const chance = () => (random = (Math.imul(random, 1103515245) + 12345) >>> 0) / 2 ** 32;

const isFunction = (side: SideWords, word: BeadWord) => side.document.words.at(word.sentence, word.index).function;

/** The words that are taken out: the first and the one after the last. */
type Cut = (side: SideWords, words: readonly BeadWord[]) => [number, number];

const longStretch: Cut = (_, { length }) => {
  const taken = Math.max(1, Math.round(length * (0.2 + 0.3 * chance())));
  const start = Math.floor(chance() * (length - taken + 1));
  return [start, start + taken];
};

/** One content word, or a stretch that may be short: neighbours mostly share their lot, and sometimes do not. */
const wordOrStretch: Cut = (side, words) => {
  const content = words.flatMap((word, index) => (isFunction(side, word) ? [] : [index]));
  if (content.length > 0 && chance() < 0.5) {
    const word = content[Math.floor(chance() * content.length)]!;
    return [word, word + 1];
  }
  const taken = Math.max(1, Math.round(words.length * (0.1 + 0.3 * chance())));
  const start = Math.floor(chance() * (words.length - taken + 1));
  return [start, start + taken];
};

async function examples(
  half: 'a' | 'b',
  cut: Cut,
  read: (side: SideWords, words: BeadWord[], otherSide: SideWords, others: BeadWord[]) => number[][],
  counts: (side: SideWords, word: BeadWord) => boolean,
): Promise<{ rows: number[][]; labels: boolean[] }> {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const item of plantedCases(half).filter((c) => c.id.endsWith('#1'))) {
    const texts = [item.source, item.renderings[0].text] as const;
    const documents = [
      readDocument({ id: 's', text: texts[0], language: 'ru' }),
      readDocument({ id: 'r', text: texts[1], language: 'en' }),
    ] as const;
    const [source, rendering] = await Promise.all([
      embedWords(embedder, documents[0]),
      embedWords(embedder, documents[1]),
    ]);
    const touched = (k: number) =>
      item.gold.events.some((e) =>
        [
          ...e.source.map((s) => [s, 0] as const),
          ...[...e.rendering, ...(e.also ?? [])].map((s) => [s, 1] as const),
        ].some(([s, side]) => {
          const place = item.gold.segments[k]![side];
          return place && overlap({ start: s[0], end: s[1] }, { start: place[0], end: place[1] }) > 0;
        }),
      );
    const clean = item.gold.segments.map((_, k) => k).filter((k) => item.gold.segments[k]![1] && !touched(k));
    const inside = (k: number, side: 0 | 1) =>
      documents[side].sentences
        .map((_, i) => i)
        .filter((i) => {
          const [start, end] = item.gold.segments[k]![side]!;
          const s = documents[side].sentences[i]!;
          return overlap(s, { start, end }) > 0.5 * (s.end - s.start);
        });
    const add = (side: SideWords, words: BeadWord[], otherSide: SideWords, others: BeadWord[]) => {
      if (words.length < 4 || others.length < 4) return;
      const [start, end] = cut(otherSide, others);
      const kept = [...others.slice(0, start), ...others.slice(end)];
      const signals = read(side, words, otherSide, kept);
      words.forEach((word, i) => {
        if (word.row < 0 || !counts(side, word)) return;
        let nearest = 0;
        let best = -1;
        others.forEach((other, j) => {
          const cosine = other.row < 0 ? -1 : dotRows(side.vectors, word.row, otherSide.vectors, other.row);
          if (cosine > best) [best, nearest] = [cosine, j];
        });
        rows.push(signals[i]!);
        labels.push(nearest < start || nearest >= end);
      });
    };
    for (const k of clean) {
      const a = beadWords(source, inside(k, 0));
      const b = beadWords(rendering, inside(k, 1));
      add(source, a, rendering, b);
      add(rendering, b, source, a);
    }
  }
  return { rows, labels };
}

/** So many signals a word. */
function rowsOf(signals: Float64Array, each: number): number[][] {
  return Array.from({ length: signals.length / each }, (_, w) =>
    Array.from(signals.subarray(w * each, (w + 1) * each)),
  );
}

const quick = (half: 'a' | 'b') =>
  examples(
    half,
    longStretch,
    (side, words, otherSide, others) => rowsOf(beadSignals(side, words, otherSide, others).source, SIGNALS),
    (side, word) => !isFunction(side, word),
  );
const whole = (half: 'a' | 'b') =>
  examples(
    half,
    wordOrStretch,
    (side, words, otherSide, others) => rowsOf(matchSignals(side, words, otherSide, others).source, MATCH_SIGNALS),
    () => true,
  );

const file = 'align/coverage-weights.ts';
await fitHalves({ a: await quick('a'), b: await quick('b') }, file, 'COVERAGE_WEIGHTS');
await fitHalves({ a: await whole('a'), b: await whole('b') }, file, 'MATCH_WEIGHTS');

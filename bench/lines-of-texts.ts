/** Lines of older news and of documentation, of which the fits of run-ons make texts whose lines run into each other. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { corpora } from './planted-cases.ts';

/** A line in Russian and in English. */
export type LinePair = readonly [russian: string, english: string];

/** Sets whose lines are in order or at least of one kind, and which of their lines are taken: most of them are not those from which src/text/starters-data.ts was counted. */
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

/** The lines of each text. */
export function linesOfTexts(): LinePair[][] {
  if (!existsSync(new URL('train', corpora))) {
    console.error('The training data is not here: this fit needs ../shared/corpora beside the repository.');
    process.exit(2);
  }
  return SETS.flatMap(([set, from, to]) => {
    const pairs = readSet(set, from, to);
    const texts: LinePair[][] = [];
    for (let x = 0; x + LINES_A_TEXT <= pairs.length; x += LINES_A_TEXT) texts.push(pairs.slice(x, x + LINES_A_TEXT));
    return texts;
  });
}

function readSet(set: string, from: number, to: number): LinePair[] {
  const lines = gunzipSync(readFileSync(new URL(`train/${set}.tsv.gz`, corpora)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines
    .slice(from, to)
    .map((line) => line.split('\t').map((text) => text.trim()) as [string, string])
    .filter((pair) => pair.every(({ length }) => length > 0 && length < LONGEST_LINE));
}

/** A line without the full stop that ends it behind a lower-case letter or a quotation. */
export function withoutFullStop(line: string): string {
  return line.replace(/(?<=[a-zа-яё»”"])\.$/, '');
}

/** A linear congruential generator (Numerical Recipes), so that each fit joins the same lines. */
export function drawing(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** The places of a text's lines. */
export function placesOfLines(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

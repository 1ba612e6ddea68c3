/**
 * Fits where sentences run into each other without a mark (src/text/run-on-weights.ts) and counts which words begin sentences
 * (src/text/starters-data.ts), on lines of news of 2012 to 2018 and of documentation joined by twelves, some without their full
 * stop: where a line begins a sentence does, and inside a line none. The counts that a half of the texts is fitted with come from the other
 * half. Says how well the weights part the segments of the planted cases, which they do not see.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import type { Language } from '../src/core/result.ts';
import { logOdds } from '../src/core/logistic.ts';
import { capitals, readTokens } from '../src/text/capital-words.ts';
import { readDocument } from '../src/text/document.ts';
import { isLetter, isUpper } from '../src/text/letters.ts';
import { RunOns } from '../src/text/run-on.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { starters } from '../src/text/starters.ts';
import { fitLogistic } from './logistic.ts';
import { corpora, plantedCases } from './planted-cases.ts';
import { writeWeights } from './weights-file.ts';

/** Sets whose lines are in order or at least of one kind, and how many lines are taken from each. */
const SETS: readonly (readonly [set: string, lines: number])[] = [
  ['newstest2012-2018', Infinity],
  ['tico19', Infinity],
  ['mozilla_www_l10n', Infinity],
  ['gnome_user_docs', 3000],
  ['opensource-guide', Infinity],
  ['vkcloud_docs', 3000],
  ['toloka_docs', 2000],
  ['letsencrypt', Infinity],
  ['hugo_docs', 1500],
  ['kubernetes_site', 2000],
  ['debian_website', 8000],
  ['lucerna_folkup', 2000],
  ['bitcoin_org', Infinity],
  ['cryptpad_docs', Infinity],
  ['mucow-scoring', Infinity],
  ['mt-geneval', Infinity],
  ['xquad', Infinity],
  ['smartool', 3000],
  ['tatoeba-opusmt', 3000],
  ['msdocs-sxs', 10_000],
  ['ca_sdg_platform', Infinity],
  ['openownership-standard', Infinity],
  ['sdg_national', Infinity],
  ['monero-project_monero-site', Infinity],
];
const LINES_A_TEXT = 12;
const LONGEST_LINE = 600;
/** So many of the lines with a full stop lose it. */
const BARE = 0.3;
/** A word is counted as a starter of sentences from so many capitals on. */
const SEEN = 10;
/** Words of a language's own letters. */
const SCRIPT: Readonly<Record<Language, RegExp>> = {
  ru: /^[а-я-]+$/,
  en: /^[a-z'’-]+$/,
};

if (!existsSync(new URL('train', corpora))) {
  console.error('The training data is not here: this fit needs ../shared/corpora beside the repository.');
  process.exit(2);
}

/** A linear congruential generator (Numerical Recipes), so that each fit takes the same full stops away. */
let state = 1;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const weights: Record<string, number[]> = {};
const packed: Record<string, string> = {};
(['ru', 'en'] as Language[]).forEach((language, side) => {
  const texts = SETS.flatMap(([set, most]) => {
    const lines = readSet(set, most, side);
    return Array.from({ length: Math.ceil(lines.length / LINES_A_TEXT) }, (_, x) =>
      lines.slice(x * LINES_A_TEXT, (x + 1) * LINES_A_TEXT),
    );
  });
  const halves = [0, 1].map((half) => texts.filter((_, x) => x % 2 === half));
  const rows: number[][] = [];
  const labels: boolean[] = [];
  halves.forEach((half, x) => {
    const known = starters(language) as Map<string, number>;
    known.clear();
    for (const [word, odds] of countStarters(halves[1 - x]!, language)) known.set(word, odds);
    for (const lines of half) {
      const { text, starts } = join(lines);
      const runOns = new RunOns(text, language);
      for (const sentence of splitSentences(text, {
        start: 0,
        end: text.length,
      }))
        for (const { start, signals } of runOns.signals(sentence)) {
          rows.push(signals);
          labels.push(starts.has(start));
        }
    }
  });
  weights[language] = fitLogistic(rows, labels);
  const counted = countStarters(texts, language);
  const known = starters(language) as Map<string, number>;
  known.clear();
  for (const [word, odds] of counted) known.set(word, odds);
  packed[language] = counted.map(([word, odds]) => `${word}${Math.round(odds * 10)}`).join(' ');
  console.log(`${language}: ${rows.length} places, ${labels.filter(Boolean).length} ends, ${counted.length} starters`);
});

for (const half of ['a', 'b'] as const)
  (['ru', 'en'] as Language[]).forEach((language, side) => judge(half, language, side));

await writeWeights('text/run-on-weights.ts', 'RUN_ON_WEIGHTS', weights);
const path = fileURLToPath(new URL('../src/text/starters-data.ts', import.meta.url));
const head = readFileSync(path, 'utf8').split(' = ')[0]!;
const body = `${head} = ${JSON.stringify(packed)};`;
writeFileSync(path, await format(body, { ...(await resolveConfig(path)), parser: 'typescript' }));

function readSet(set: string, most: number, side: number): string[] {
  const file = new URL(`train/${set}.tsv.gz`, corpora);
  const pairs = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n').slice(0, most);
  return pairs
    .map((pair) => (pair.split('\t')[side] ?? '').trim())
    .filter(({ length }) => length > 0 && length < LONGEST_LINE);
}

function join(lines: readonly string[]): { text: string; starts: Set<number> } {
  const starts = new Set<number>();
  let text = '';
  for (const line of lines) {
    if (text !== '') text += ' ';
    starts.add(text.length);
    text += /[a-zа-яё]\.$/.test(line) && random() < BARE ? line.slice(0, -1) : line;
  }
  return { text, starts };
}

/** Words by how often they begin a sentence and how often they have a capital inside one; lines in capitals are left out. */
function countStarters(texts: readonly (readonly string[])[], language: Language): [word: string, odds: number][] {
  const begins = new Map<string, number>();
  const inside = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const line of texts.flat())
    for (const sentence of splitSentences(line, {
      start: 0,
      end: line.length,
    })) {
      const tokens = readTokens(line, sentence);
      if (tokens.length < 3 || capitals(tokens) > 0.5) continue;
      tokens.forEach(({ start, key }, x) => {
        if (!isUpper(line.charCodeAt(start)) || !SCRIPT[language].test(key)) return;
        if (x === 0) add(begins, key);
        else if (isLetter(line.charCodeAt(tokens[x - 1]!.end - 1))) add(inside, key);
      });
    }
  const sum = (map: Map<string, number>) => [...map.values()].reduce((a, b) => a + b, 0);
  const [allBegin, allInside] = [sum(begins), sum(inside)];
  return [...new Set([...begins.keys(), ...inside.keys()])].sort().flatMap((word): [string, number][] => {
    const [a, b] = [begins.get(word) ?? 0, inside.get(word) ?? 0];
    return a + b < SEEN ? [] : [[word, Math.log((a + 1) / allBegin / ((b + 1) / allInside))]];
  });
}

/** How many segments that end inside a sentence of ours the places tell, and how many wrong ones with them. */
function judge(half: 'a' | 'b', language: Language, side: number): void {
  const places: { odds: number; isEnd: boolean }[] = [];
  for (const item of plantedCases(half)) {
    const text = side === 0 ? item.source : item.renderings[0].text;
    const segments = item.gold.segments.flatMap((segment) => (segment[side] ? [segment[side]] : []));
    const runOns = new RunOns(text, language);
    for (const sentence of readDocument({ id: '', text, language }).sentences)
      for (const { end, start, signals } of runOns.signals(sentence)) {
        const isEnd = segments.some(([from, to]) => from === start || (to >= end && to <= start));
        if (isEnd || segments.some(([from, to]) => from < end && to > start))
          places.push({ odds: logOdds(weights[language]!, signals), isEnd });
      }
  }
  const told = [3, 2, 1.5, 1, 0.5, 0, -1].map((from) => {
    const those = places.filter(({ odds }) => odds >= from);
    const right = those.filter(({ isEnd }) => isEnd).length;
    return `${from}: ${right} right, ${those.length - right} wrong`;
  });
  const ends = places.filter(({ isEnd }) => isEnd).length;
  console.log(
    `half ${half}, ${language}: ${ends} ends among ${places.length} places; log odds from ${told.join('; ')}`,
  );
}

/**
 * Learns how Cyrillic letters are spelt in Latin ones (src/text/romanisation-costs.ts) from pairs of names:
 * `npx tsx bench/fit-romanisation.ts`. A name is cut into pieces of one or two Cyrillic letters, each spelt by none to
 * four Latin ones; expectation maximisation over all cuts (the many-to-many alignment of Jiampojamarn et al. 2007).
 * Names whose checksum is a multiple of 40 are kept out; the figures printed are theirs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, gunzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { nameKey, nameSimilarity } from '../src/text/names.ts';
import { foldLatin, readSpellings, romanisationCost } from '../src/text/romanisation.ts';
import { rocArea } from './logistic.ts';
import { corpora } from './planted-cases.ts';

type Pair = readonly [russian: string, latin: string];

const HELD_OUT_OF = 40;
const ITERATIONS = 8;
const MOST_LATIN = 4;
/** Rarer spellings than this are slips and noise of the lists. */
const LEAST_SHARE = 0.004;
/** A pair of letters is a piece of its own where it occurs this often and its spelling is not that of its letters. */
const LEAST_PIECES = 60;

const pairs: Pair[] = gunzipSync(readFileSync(new URL('dict/wikidata-person-names.tsv.gz', corpora)))
  .toString('utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((cells) => cells.length === 2)
  .map(([ru, en]) => [ru!.toLowerCase().replaceAll('ё', 'е'), foldLatin(en!)] as const)
  .filter(([ru, en]) => /^[а-я]{2,20}$/.test(ru) && /^[a-z]{2,20}$/.test(en));
const train = pairs.filter(([ru]) => crc32(ru) % HELD_OUT_OF !== 0);
const test = pairs.filter(([ru]) => crc32(ru) % HELD_OUT_OF === 0);
console.log(`${train.length} pairs of names, ${test.length} kept out`);

/** Share of each spelling of each piece. */
type Model = Map<string, Map<string, number>>;

const START = 1e-3;
const FLOOR = 1e-7;

/** The share of a spelling; before the first pass, alike for all, longer pieces less. */
function share(model: Model | null, ru: string, en: string): number {
  if (!model) return START ** (ru.length - 1 + Math.max(0, en.length - 1)) * (en === '' ? 0.05 : 1) * 0.05;
  return model.get(ru)?.get(en) ?? FLOOR * 1e-3 ** Math.max(0, en.length - 1);
}

/** One pass of expectation and maximisation. `allowed`: pairs of letters that may be one piece. */
function pass(model: Model | null, allowed: ReadonlySet<string> | null): Model {
  const counts: Model = new Map();
  for (const [ru, en] of train) {
    const n = ru.length;
    const m = en.length;
    const forward = new Float64Array((n + 1) * (m + 1));
    const backward = new Float64Array((n + 1) * (m + 1));
    forward[0] = 1;
    backward[(n + 1) * (m + 1) - 1] = 1;
    const steps: [from: number, to: number, ru: string, en: string, share: number][] = [];
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= m; j++)
        for (let k = 1; k <= 2 && i + k <= n; k++) {
          const piece = ru.slice(i, i + k);
          if (k === 2 && allowed && !allowed.has(piece)) continue;
          for (let l = k - 1; l <= MOST_LATIN - (k === 1 ? 1 : 0) && j + l <= m; l++) {
            const latin = en.slice(j, j + l);
            steps.push([i * (m + 1) + j, (i + k) * (m + 1) + j + l, piece, latin, share(model, piece, latin)]);
          }
        }
    for (const [from, to, , , p] of steps) forward[to]! += forward[from]! * p;
    for (let s = steps.length - 1; s >= 0; s--) {
      const [from, to, , , p] = steps[s]!;
      backward[from]! += backward[to]! * p;
    }
    const total = forward.at(-1)!;
    if (total === 0) continue;
    for (const [from, to, piece, latin, p] of steps) {
      const expected = (forward[from]! * p * backward[to]!) / total;
      if (expected < 1e-4) continue;
      let row = counts.get(piece);
      if (!row) counts.set(piece, (row = new Map()));
      row.set(latin, (row.get(latin) ?? 0) + expected);
    }
  }
  return counts;
}

function shares(counts: Model): Model {
  const out: Model = new Map();
  for (const [ru, row] of counts) {
    const total = [...row.values()].reduce((sum, count) => sum + count, 0);
    // A piece of two letters competes with its letters: its share of their own text counts.
    const of = ru.length === 1 ? total : Math.max(total, bigrams.get(ru) ?? 0);
    out.set(ru, new Map([...row].map(([en, count]) => [en, count / of])));
  }
  return out;
}

const bigrams = new Map<string, number>();
for (const [ru] of train)
  for (let i = 0; i + 1 < ru.length; i++) bigrams.set(ru.slice(i, i + 2), (bigrams.get(ru.slice(i, i + 2)) ?? 0) + 1);

let counts = pass(null, new Set());
for (let i = 0; i < 2; i++) counts = pass(shares(counts), new Set());
const singles = shares(counts);
// Pairs of letters are let in with what their letters would give, one at a time more likely than both apart.
let model: Model;
let allowed: ReadonlySet<string> = new Set([...bigrams].filter(([, count]) => count >= LEAST_PIECES).map(([ru]) => ru));
{
  const seeded: Model = new Map(singles);
  const rows = new Map<string, Map<string, number>>();
  // Viterbi-like seeding: how each frequent pair of letters is spelt under the model of single letters.
  for (const [ru, en] of train) {
    const cut = cuts(ru, en, singles);
    for (let i = 0; i + 1 < ru.length; i++) {
      const piece = ru.slice(i, i + 2);
      if (!allowed.has(piece)) continue;
      const latin = en.slice(cut[i]!, cut[i + 2]);
      if (latin.length < 1 || latin.length > MOST_LATIN) continue;
      let row = rows.get(piece);
      if (!row) rows.set(piece, (row = new Map()));
      row.set(latin, (row.get(latin) ?? 0) + 1);
    }
  }
  const useful: string[] = [];
  for (const [piece, row] of rows) {
    const total = bigrams.get(piece)!;
    const kept = new Map<string, number>();
    let gain = 0;
    for (const [latin, count] of row) {
      if (count / total < 0.02 || count < 20) continue;
      const whole = count / total;
      let apart = 0;
      for (let l = 0; l <= latin.length; l++)
        apart = Math.max(
          apart,
          (singles.get(piece[0]!)?.get(latin.slice(0, l)) ?? 0) * (singles.get(piece[1]!)?.get(latin.slice(l)) ?? 0),
        );
      if (whole < apart * 6) continue;
      kept.set(latin, whole);
      gain += count * Math.log(whole / Math.max(apart, 1e-6));
    }
    if (kept.size > 0 && gain > 500) {
      seeded.set(piece, kept);
      useful.push(piece);
    }
  }
  allowed = new Set(useful);
  model = seeded;
}
for (let i = 0; i < ITERATIONS; i++) model = shares(pass(model, allowed));

/** Where the spelling of each letter begins, in the likeliest cut. */
function cuts(ru: string, en: string, by: Model): number[] {
  const n = ru.length;
  const m = en.length;
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(-Infinity));
  const back = Array.from({ length: n + 1 }, () => new Int32Array(m + 1));
  best[0]![0] = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= m; j++)
      for (let l = 0; l <= 3 && j + l <= m; l++) {
        const value = best[i]![j]! + Math.log(share(by, ru[i]!, en.slice(j, j + l)));
        if (value > best[i + 1]![j + l]!) {
          best[i + 1]![j + l] = value;
          back[i + 1]![j + l] = j;
        }
      }
  const out = new Array<number>(n + 1);
  out[n] = m;
  for (let i = n; i > 0; i--) out[i - 1] = back[i]![out[i]!]!;
  return out;
}

const entries: [string, string][] = [];
for (const [ru, row] of [...model].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const kept = [...row]
    .filter(([, p]) => p >= (ru.length === 1 ? LEAST_SHARE : 0.02))
    .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  if (ru.length === 2 && kept.length === 0) continue;
  entries.push([ru, kept.map(([en, p]) => `${en}${Math.round(-10 * Math.log(p))}`).join(' ')]);
}
const path = new URL('../src/text/romanisation-costs.ts', import.meta.url);
const body = `/**
 * How Cyrillic letters, and pairs of them, are spelt in Latin letters, each spelling with its cost: minus ten times the
 * natural logarithm of its share among the names of Wikidata (CC0). Made by bench/fit-romanisation.ts.
 */
export const ROMANISATION_COSTS: Readonly<Record<string, string>> = {
${entries.map(([ru, row]) => `  ${ru}: '${row}',`).join('\n')}
};
`;
writeFileSync(path, await format(body, { ...(await resolveConfig(fileURLToPath(path))), parser: 'typescript' }));
console.log(`${entries.length} pieces, ${entries.reduce((sum, [, row]) => sum + row.split(' ').length, 0)} spellings`);

const fresh = readSpellings(Object.fromEntries(entries));
for (const [name, measure] of [
  ['romanisationCost', (ru: string, en: string) => -romanisationCost(ru, en, fresh)],
  ['nameSimilarity', (ru: string, en: string) => nameSimilarity(nameKey(ru), nameKey(en))],
] as const) {
  const right = test.map(([ru, en]) => measure(ru, en));
  // Each name against the nearest of eight names of others.
  const wrong = test.map(([ru, own], k) =>
    Math.max(
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((d) => {
        const en = test[(k + d * 97) % test.length]![1];
        return en === own ? -Infinity : measure(ru, en);
      }),
    ),
  );
  const area = rocArea([...right, ...wrong], [...right.map(() => true), ...wrong.map(() => false)]);
  const sorted = [...right].sort((a, b) => a - b);
  const bad = [...wrong].sort((a, b) => a - b);
  const at = (list: number[], q: number) => list[Math.floor(q * (list.length - 1))]!.toFixed(2);
  console.log(
    `${name}: ROC area ${area.toFixed(5)}; right ones 1% ${at(sorted, 0.01)} 5% ${at(sorted, 0.05)} 50% ${at(sorted, 0.5)}; ` +
      `wrong ones 50% ${at(bad, 0.5)} 95% ${at(bad, 0.95)} 99% ${at(bad, 0.99)}`,
  );
}

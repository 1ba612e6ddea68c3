// How well single words and names are translated by their vectors, on dictionary entries that were kept out of the
// training: `npm run bench:words`. Prints tables and writes them to bench/words.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, gunzipSync } from 'node:zlib';
import { dotRows } from '../src/core/matrix.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { normalize } from '../src/embed/static/normalize.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';

type Entries = Map<string, Set<string>>;

/** training/sources.py keeps an entry out of the training where the checksum of its Russian side is a multiple of this. */
const heldOutOf = 40;

/** Words less frequent than the last rank here, or in no list, are rare. */
const bands = [
  { name: 'among the 5,000 most frequent', last: 5_000 },
  { name: 'to 20,000', last: 20_000 },
  { name: 'to 50,000', last: 50_000 },
  { name: 'rarer', last: Infinity },
];

const folder = new URL('../../shared/corpora/dict/', import.meta.url);
if (!existsSync(folder)) {
  console.error(`There is no ${fileURLToPath(folder)}: put the corpora beside the repository.`);
  process.exit(2);
}
const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

const read = (name: string) =>
  gunzipSync(readFileSync(new URL(`${name}.gz`, folder)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean);

/** Held-out entries of a dictionary: each Russian side with its English ones. */
function heldOut(names: readonly string[], isWanted: (ru: string, en: string) => boolean): Entries {
  const entries: Entries = new Map();
  for (const name of names) {
    for (const line of read(`${name}.tsv`)) {
      const [ru = '', english = ''] = line.split('\t').map(normalize);
      if (crc32(ru) % heldOutOf !== 0) continue;
      // OpenRussian lists translations by commas.
      for (const en of (name.startsWith('openrussian') ? english.split(',') : [english]).map((part) => part.trim())) {
        if (!isWanted(ru, en)) continue;
        if (!entries.has(ru)) entries.set(ru, new Set());
        entries.get(ru)!.add(en);
      }
    }
  }
  return entries;
}

/** By Russian side, how many English candidates are nearer than the best of its right ones. */
async function translate(entries: Entries) {
  const candidates = [...new Set([...entries.values()].flatMap((set) => [...set]))].sort();
  const russian = [...entries.keys()];
  const [ru, en] = [await embedder.embed(russian), await embedder.embed(candidates)];
  const ranks = new Map<string, number>();
  for (const [i, word] of russian.entries()) {
    const cosines = candidates.map((_, j) => dotRows(ru, i, en, j));
    const best = Math.max(...cosines.filter((_, j) => entries.get(word)!.has(candidates[j]!)));
    ranks.set(word, cosines.filter((cosine) => cosine > best).length);
  }
  return { ranks, candidates: candidates.length };
}

const figure = (hits: number, of: number) => (of === 0 ? '-' : (hits / of).toFixed(3).replace(/^0/, ''));
function row(name: string, ranks: readonly number[], candidates: number): string {
  const within = (depth: number) => ranks.filter((rank) => rank < depth).length;
  return `| ${name} | ${ranks.length} | ${candidates} | ${figure(within(1), ranks.length)} | ${figure(within(5), ranks.length)} |`;
}

const isWord = (text: string) => text !== '' && !text.includes(' ');
const words = await translate(
  heldOut(['openrussian-mywords', 'openrussian-others', 'omw-wiktionary-rus'], (ru, en) => isWord(ru) && isWord(en)),
);
const frequency = new Map(read('freq-ru-50k.txt').map((line, rank) => [normalize(line.split(' ')[0]!), rank]));
const ofBand = ({ last }: { last: number }, i: number) =>
  [...words.ranks]
    .filter(([word]) => {
      const rank = frequency.get(word) ?? Infinity;
      return rank >= (bands[i - 1]?.last ?? 0) && (rank < last || last === Infinity);
    })
    .map(([, rank]) => rank);
const persons = await translate(heldOut(['wikidict-persons'], (ru, en) => ru !== '' && en !== ''));
const singles = await translate(heldOut(['wikidata-person-names'], (ru, en) => isWord(ru) && isWord(en)));
const table = [
  '| Russian side | entries | English candidates | nearest is right | one of five nearest is |',
  '|---|---|---|---|---|',
  row('words', [...words.ranks.values()], words.candidates),
  ...bands.map((band, i) => row(`words, ${band.name}`, ofBand(band, i), words.candidates)),
  row('persons (wikidict-persons)', [...persons.ranks.values()], persons.candidates),
  row('single names (wikidata-person-names)', [...singles.ranks.values()], singles.candidates),
].join('\n');
console.log(table);
writeFileSync(
  new URL('words.md', import.meta.url),
  `# Words and names

Single words and names that were kept out of the training, each against the English sides of all entries of its kind
that were kept out. Dictionaries list a few senses, so a right synonym that is not listed counts as wrong. Made by
\`npm run bench:words\` with the model ${embedder.id}, revision ${embedder.revision}.

${table}
`,
);

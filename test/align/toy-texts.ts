import { hubness } from '../../src/align/hubness.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { zeros, type Matrix } from '../../src/core/matrix.ts';
import { finish } from '../../src/core/steps.ts';
import { throwIfAborted } from '../../src/core/progress.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { embedWords, type SideWords } from '../../src/embed/side-words.ts';
import { partedSteps, readDocument, type Document } from '../../src/text/document.ts';

/** Words that translate each other, one for each thing that a toy text can speak of. */
const LEXICON: readonly (readonly [ru: string, en: string])[] = [
  ['министр', 'minister'], ['посол', 'ambassador'], ['завод', 'factory'], ['мост', 'bridge'], ['река', 'river'],
  ['школа', 'school'], ['врач', 'doctor'], ['поезд', 'train'], ['урожай', 'harvest'], ['суд', 'court'],
  ['газета', 'newspaper'], ['лес', 'forest'], ['город', 'city'], ['война', 'war'], ['договор', 'treaty'],
  ['выборы', 'election'], ['закон', 'law'], ['налог', 'tax'], ['рынок', 'market'], ['нефть', 'oil'],
  ['снег', 'snow'], ['пожар', 'fire'], ['корабль', 'ship'], ['самолет', 'aircraft'], ['музей', 'museum'],
  ['театр', 'theatre'], ['книга', 'book'], ['песня', 'song'], ['хлеб', 'bread'], ['молоко', 'milk'],
  ['лошадь', 'horse'], ['собака', 'dog'], ['дорога', 'road'], ['дом', 'house'], ['окно', 'window'],
  ['берег', 'coast'], ['остров', 'island'], ['гора', 'mountain'], ['ветер', 'wind'], ['дождь', 'rain'],
  ['учитель', 'teacher'], ['студент', 'student'], ['рабочий', 'worker'], ['солдат', 'soldier'],
  ['граница', 'border'], ['таможня', 'customs'], ['паспорт', 'passport'], ['билет', 'ticket'],
]; // prettier-ignore

export const THINGS = LEXICON.length;
const COLUMNS = 256;
const ROW = new Map(LEXICON.flatMap(([ru, en], thing) => [[ru, thing] as const, [en, thing] as const]));

/** A sentence that speaks of these things, in order. */
export function sentence(language: 'ru' | 'en', things: readonly number[]): string {
  const words = things.map((thing) => LEXICON[thing]![language === 'ru' ? 0 : 1]).join(' ');
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

/** A paragraph for each sentence. */
export function article(language: 'ru' | 'en', sentences: readonly (readonly number[])[]): string {
  return sentences.map((things) => sentence(language, things)).join('\n\n');
}

/** The row of a text: words of the lexicon that translate each other are one, every other word is by itself. */
function write(text: string, row: Float32Array): void {
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 0;
    for (const letter of word) hash = (hash * 31 + letter.codePointAt(0)!) % 9973;
    row[ROW.get(word) ?? THINGS + (hash % (COLUMNS - THINGS))]! += WEIGHT;
  }
}

/** Length of a word's row, about that of a content word of the embedded model. */
const WEIGHT = 3;

/** An embedder that knows the lexicon alone; `additive` where it gives sums, as the embedded model does. */
export function toyEmbedder({ additive = true, languages = ['*'] }: { additive?: boolean; languages?: string[] } = {}) {
  const sums: Embedder['embed'] = async (texts, { signal } = {}) => {
    throwIfAborted(signal);
    const matrix = zeros(texts.length, COLUMNS);
    texts.forEach((text, r) => write(text, matrix.data.subarray(r * COLUMNS, (r + 1) * COLUMNS)));
    return matrix;
  };
  const embed: Embedder['embed'] = async (texts, options) => unit(await sums(texts, options));
  const embedder: Embedder = { id: 'toy', revision: '1', dimensions: COLUMNS, languages, embed };
  return additive ? { ...embedder, sums } : embedder;
}

/** Unit rows; a row of zeros, of a text without words, points along the last column. */
function unit(matrix: Matrix): Matrix {
  for (let r = 0; r < matrix.rows; r++) {
    const row = matrix.data.subarray(r * COLUMNS, (r + 1) * COLUMNS);
    const length = Math.hypot(...row);
    if (length === 0) row[COLUMNS - 1] = 1;
    else for (let c = 0; c < COLUMNS; c++) row[c]! /= length;
  }
  return matrix;
}

export interface ToySide {
  document: Document;
  words: SideWords;
  sums: Matrix;
}

/** A text as the aligner sees it, its sentences parted at `breaks` too. */
export async function readToy(language: 'ru' | 'en', text: string, breaks?: ReadonlySet<number>): Promise<ToySide> {
  const embedder = toyEmbedder();
  const read = readDocument({ id: language, text, language });
  const document = breaks ? finish(partedSteps(read, breaks)) : read;
  const words = await embedWords(embedder, document);
  const sums = await embedder.embed(document.sentences.map(({ start, end }) => text.slice(start, end)));
  return { document, words, sums };
}

/** A source and a rendering of a paragraph for each sentence, all of them body text, as second looks by words take them. */
export async function toyPair(source: readonly (readonly number[])[], rendering: readonly (readonly number[])[]) {
  const [a, b] = [await readToy('ru', article('ru', source)), await readToy('en', article('en', rendering))];
  for (const { document } of [a, b]) for (const s of document.sentences) s.kind = 'body';
  const similarity = additiveSimilarity(a.sums, b.sums);
  return { similarity, hubs: hubness(similarity), lengthRatio: 1, source: a.words, rendering: b.words };
}

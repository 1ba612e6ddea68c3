import { writeTableModel } from '../table-model.ts';

/** The words that the tiny model knows; a word's vector is `tinyVector` of its place behind the five special tokens. */
const tinyWords = ['peace', 'war', 'мир', 'война', 'zero', 'broken', 'a'];

export const tinyColumns = 3;

export function tinyVector(word: string): number[] {
  const id = 5 + tinyWords.indexOf(word);
  if (word === 'zero') return [0, 0, 0];
  if (word === 'broken') return [NaN, 1, 1];
  return [id % 3, (id * id) % 5, 1];
}

/** Writes a model folder that knows these words alone. */
export function writeTinyModel(folder: string): void {
  writeTableModel(folder, { words: tinyWords, columns: tinyColumns, maxLength: 8, vector: tinyVector });
}

import { describe, expect, it } from 'vitest';
import { wordCosines } from '../../src/align/word-cosines.ts';
import { dotRows, zeros } from '../../src/core/matrix.ts';
import type { SideWords } from '../../src/embed/side-words.ts';

/** A side of `rows` words; the table asks for the vectors alone. */
function side(rows: number, columns: number, step: number): SideWords {
  const vectors = zeros(rows, columns);
  for (let at = 0; at < vectors.data.length; at++) vectors.data[at] = Math.sin(1 + at * step);
  return { vectors } as SideWords;
}

/** Pairs as a bead asks for them: rows that come again, rows without vector, an odd number of rows. */
const rowsA = Int32Array.of(2, -1, 0, 2, 4);
const rowsB = Int32Array.of(1, 3, 3, -1, 0, 5, 2);

describe('wordCosines', () => {
  // More than 16 million pairs are not kept.
  for (const [name, rows] of [
    ['words of an article', 6],
    ['more words than are kept', 4001],
  ] as const)
    it(`is the dot product of two rows, rounded once, however often it is asked: ${name}`, () => {
      const source = side(rows, 7, 0.7);
      const rendering = side(rows, 7, 1.3);
      const expected = [...rowsA].flatMap((x) =>
        [...rowsB].map((y) => (x < 0 || y < 0 ? 0 : Math.fround(dotRows(source.vectors, x, rendering.vectors, y)))),
      );
      const cosines = wordCosines(source, rendering);
      expect([...cosines.between(rowsA, rowsB)]).toEqual(expected);
      expect([...cosines.between(rowsA, rowsB)]).toEqual(expected);
      expect([...cosines.between(rowsA.slice(2), rowsB)]).toEqual(expected.slice(2 * rowsB.length));
    });

  it('is one table for one pair of sides', () => {
    const [source, rendering] = [side(3, 4, 0.7), side(3, 4, 1.3)];
    expect(wordCosines(source, rendering)).toBe(wordCosines(source, rendering));
  });
});

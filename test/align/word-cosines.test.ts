import { expect, it } from 'vitest';
import { wordCosines } from '../../src/align/word-cosines.ts';
import { dotRows, zeros } from '../../src/core/matrix.ts';
import type { SideWords } from '../../src/embed/side-words.ts';

/** A side of `rows` words; the cosines ask for the vectors alone. */
function side(rows: number, columns: number, step: number): SideWords {
  const vectors = zeros(rows, columns);
  for (let at = 0; at < vectors.data.length; at++) vectors.data[at] = Math.sin(1 + at * step);
  return { vectors } as SideWords;
}

/** Pairs as a bead asks for them: rows that come again, rows without vector, an odd number of rows. */
const rowsA = Int32Array.of(2, -1, 0, 2, 4);
const rowsB = Int32Array.of(1, 3, 3, -1, 0, 5, 2);

// More words than the kernel has room for at once, and of lengths that it takes and does not take.
for (const columns of [7, 16])
  for (const [name, rows] of [
    ['words of an article', 6],
    ['very many words', 140_000],
  ] as const)
    it(`is the dot product of two rows, rounded once: ${name} of ${columns} numbers`, () => {
      const source = side(rows, columns, 0.7);
      const rendering = side(rows, columns, 1.3);
      for (const [a, b] of [
        [rowsA, rowsB],
        [rowsA.slice(2), rowsB.slice(1)],
        [Int32Array.of(), rowsB],
        [rowsA, Int32Array.of()],
      ] as const)
        expect([...wordCosines(source, a, rendering, b)]).toEqual(
          [...a].flatMap((x) =>
            [...b].map((y) => (x < 0 || y < 0 ? 0 : Math.fround(dotRows(source.vectors, x, rendering.vectors, y)))),
          ),
        );
    });

it('takes groups of many words', () => {
  const [source, rendering] = [side(90, 16, 0.7), side(2100, 16, 1.3)];
  const all = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);
  for (const [n, m] of [
    [90, 100],
    [5, 2047],
    [3, 2100],
  ] as const) {
    const cosines = wordCosines(source, all(n), rendering, all(m));
    for (const [x, y] of [
      [0, 0],
      [n - 1, m - 1],
      [2, 99],
      [1, 50],
    ] as const)
      expect(cosines[x * m + y]).toBe(Math.fround(dotRows(source.vectors, x, rendering.vectors, y)));
  }
});

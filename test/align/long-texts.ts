import { zeros, type Matrix } from '../../src/core/matrix.ts';

/** Random unit rows. */
export function randomRows(count: number, random: () => number, columns = 96): Float32Array[] {
  return Array.from({ length: count }, () => {
    const row = Float32Array.from({ length: columns }, () => random() + random() + random() - 1.5);
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  });
}

/** A rendering of a row: as long again in a random direction, less a little. */
export function noisy(row: Float32Array, random: () => number): Float32Array {
  const [away] = randomRows(1, random, row.length);
  return row.map((value, column) => value + 0.8 * away![column]!);
}

/** The rows in another order within each window of `size`. */
export function shuffledIn(rows: readonly Float32Array[], size: number, random: () => number): Float32Array[] {
  const out: Float32Array[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const window = rows.slice(at, at + size);
    for (let i = window.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [window[i], window[j]] = [window[j]!, window[i]!];
    }
    out.push(...window);
  }
  return out;
}

export function matrixOf(rows: readonly Float32Array[], columns = rows[0]?.length ?? 0): Matrix {
  const matrix = zeros(rows.length, columns);
  rows.forEach((row, i) => matrix.data.set(row, i * columns));
  return matrix;
}

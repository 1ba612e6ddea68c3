import { expect, test } from 'vitest';
import { normalizeRows, normalizingRows, ROWS_A_STEP, zeros } from '../../src/core/matrix.ts';
import { finish } from '../../src/core/steps.ts';

test('rows are normalized in steps as they are at once', () => {
  const matrix = zeros(2 * ROWS_A_STEP + 3, 5);
  matrix.data.forEach((_, at) => (matrix.data[at] = Math.sin(at) * (at % 7)));
  const copy = { ...matrix, data: matrix.data.slice() };
  let steps = 0;
  expect(finish(normalizingRows(matrix), () => steps++)).toBe(matrix);
  expect(steps).toBe(2);
  expect(matrix.data).toEqual(normalizeRows(copy).data);
});

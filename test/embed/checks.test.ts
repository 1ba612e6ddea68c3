import { expect, test } from 'vitest';
import { additiveSimilaritySteps, windowSimilaritySteps } from '../../src/align/similarity.ts';
import { ROWS_A_STEP, zeros } from '../../src/core/matrix.ts';
import { finish, type Steps } from '../../src/core/steps.ts';
import { checkingUnitRows, checkingVectors } from '../../src/embed/checks.ts';
import type { Embedder } from '../../src/embed/embedder.ts';

const ROWS = 2 * ROWS_A_STEP + 1;
const texts = Array.from({ length: ROWS }, (_, row) => `text ${row}`);

function made() {
  const matrix = zeros(ROWS, 300);
  for (let row = 0; row < ROWS; row++) matrix.data[row * 300] = 1;
  return matrix;
}

const embedder: Embedder = { id: 'made', revision: '1', dimensions: 300, languages: ['*'], embed: async () => made() };

/** The steps that are taken, and what they end with. */
function taken(steps: Steps<unknown>): { count: number; error: unknown } {
  let count = 0;
  try {
    finish(steps, () => count++);
  } catch (error) {
    return { count, error };
  }
  return { count, error: undefined };
}

test.each([
  ['of an embedder', (matrix: ReturnType<typeof made>) => checkingVectors(embedder, matrix, texts), 2],
  ['of an embedder, of unit length', (matrix: ReturnType<typeof made>) => checkingUnitRows(embedder, matrix, texts), 5],
  ['that sentences are compared by', (matrix: ReturnType<typeof made>) => additiveSimilaritySteps(matrix, matrix), 2],
  ['that runs are compared by', (matrix: ReturnType<typeof made>) => windowSimilaritySteps([matrix], [matrix]), 2],
])('vectors %s are checked in steps, the last values too', (_, check, least) => {
  const whole = taken(check(made()));
  expect(whole.error).toBeUndefined();
  expect(whole.count).toBeGreaterThanOrEqual(least);
  const bad = made();
  bad.data[bad.data.length - 1] = NaN;
  const { count, error } = taken(check(bad));
  expect(error).toMatchObject({ code: 'invalid-vectors' });
  expect(count).toBeGreaterThan(0);
});

test('a vector that is not finite is named by its text', () => {
  const bad = made();
  bad.data[(ROWS - 2) * 300] = Infinity;
  expect(taken(checkingVectors(embedder, bad, texts)).error).toMatchObject({
    message: expect.stringMatching(new RegExp(`Infinity for "text ${ROWS - 2}"`)),
  });
});

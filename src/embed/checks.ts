import { AlignError } from '../core/errors.ts';
import { ROWS_A_STEP, type Matrix } from '../core/matrix.ts';
import { finish, type Steps } from '../core/steps.ts';
import type { Embedder } from './embedder.ts';

const excerptLength = 60;

/** The beginning of a text, quoted, for a message. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}

export function missingVector(text: string, index: number, reason: string): AlignError {
  return new AlignError(
    'missing-vector',
    `Text ${index}, ${excerpt(text)}, has no vector: ${reason}.`,
    'Leave out texts without words, or use an embedder that knows this text.',
  );
}

/** @throws AlignError `invalid-argument` where `texts` is not an array of strings */
export function requireTexts(texts: readonly string[]): void {
  const wrong = Array.isArray(texts) ? texts.findIndex((text) => typeof text !== 'string') : -2;
  if (wrong === -1) return;
  throw new AlignError(
    'invalid-argument',
    wrong === -2
      ? `The texts are ${typeof texts}, not an array.`
      : `Text ${wrong} is ${typeof texts[wrong]}, not a string.`,
    'Pass an array of strings.',
  );
}

/**
 * Checks what an embedder returned: a row for each text, of its dimensions, all finite.
 *
 * @throws AlignError `invalid-vectors`.
 */
export function requireVectors(embedder: Embedder, matrix: Matrix, texts: readonly string[]): Matrix {
  return finish(checkingVectors(embedder, matrix, texts));
}

/** What `requireVectors` does, in steps: one for some rows. */
export function* checkingVectors(embedder: Embedder, matrix: Matrix, texts: readonly string[]): Steps<Matrix> {
  const { rows, columns, data } = matrix;
  if (rows !== texts.length || columns !== embedder.dimensions || data.length !== rows * columns)
    throw new AlignError(
      'invalid-vectors',
      `The embedder ${embedder.id} gave ${rows} x ${columns} vectors (${data.length} values) for ${texts.length} texts of ${embedder.dimensions} dimensions.`,
      'embed() returns { rows, columns, data }: a row for each text, rows * columns values.',
    );
  for (let first = 0; first < rows; first += ROWS_A_STEP) {
    if (first > 0) yield;
    const end = Math.min(rows, first + ROWS_A_STEP) * columns;
    const bad = firstNotFinite(data, first * columns, end);
    if (bad === end) continue;
    throw new AlignError(
      'invalid-vectors',
      `The embedder ${embedder.id} gave a vector with ${data[bad]} for ${excerpt(texts[Math.floor(bad / columns)]!)}.`,
      'Every value must be a finite number; see whether the model ran as it should.',
    );
  }
  return matrix;
}

/** The place of the first value that is no finite number, `end` where there is none. */
function firstNotFinite(data: Float32Array, from: number, end: number): number {
  let at = from;
  // Taken from itself, every finite number is 0, and nothing else is: twice as fast as Number.isFinite.
  while (at < end && data[at]! - data[at]! === 0) at++;
  return at;
}

/** How far from 1 a row's length may be: half precision and quantized models round. */
const UNIT_TOLERANCE = 0.01;

/**
 * Checks what an embedder's `embed()` returned, in steps: as `requireVectors`, and that it is unit rows, as its contract says.
 *
 * @throws AlignError `invalid-vectors`.
 */
export function* checkingUnitRows(embedder: Embedder, matrix: Matrix, texts: readonly string[]): Steps<Matrix> {
  yield* checkingVectors(embedder, matrix, texts);
  const { rows, columns, data } = matrix;
  for (let r = 0; r < rows; r++) {
    if (r % ROWS_A_STEP === 0) yield;
    let square = 0;
    for (let at = r * columns; at < (r + 1) * columns; at++) square += data[at]! * data[at]!;
    if (Math.abs(Math.sqrt(square) - 1) > UNIT_TOLERANCE)
      throw new AlignError(
        'invalid-vectors',
        `The embedder ${embedder.id} gave a row of length ${Math.sqrt(square).toFixed(3)}, expected 1.`,
        'embed() returns unit rows: divide each row by its length.',
      );
  }
  return matrix;
}

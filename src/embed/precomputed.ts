import { AlignError } from '../core/errors.ts';
import { requireKnownNames } from '../core/known-names.ts';
import { normalizeRows, zeros } from '../core/matrix.ts';
import type { Matrix } from '../core/matrix.ts';
import { invalid as invalidOption } from '../core/invalid.ts';
import { throwIfAborted } from '../core/progress.ts';
import type { Language } from '../core/result.ts';
import { excerpt, missingVector, requireTexts } from './checks.ts';
import type { Embedder } from './embedder.ts';

/** Texts with the vectors that some model has made of them. */
export interface PrecomputedOptions {
  /** Names the model that made the vectors. */
  id: string;
  /** Names the version of that model; `unknown` where left out. */
  revision?: string;
  /** What the texts are in; any language where left out. */
  languages?: readonly Language[];
  /** The texts; what is embedded later has to be one of them. */
  texts: readonly string[];
  /** The vectors of `texts`, row by row, of any length above 0: a matrix, or its values alone, whose rows are then `dimensions` long. */
  vectors: Matrix | Float32Array;
  /** The length of a row, where `vectors` is values alone. */
  dimensions?: number;
}

const NAMES = ['id', 'revision', 'languages', 'texts', 'vectors', 'dimensions'];

/**
 * An embedder that looks texts up, letter by letter. Of a text that is given twice the first vector counts. The
 * vectors are copied. O(texts * dimensions).
 *
 * @throws AlignError `unknown-option`, `invalid-argument`; `invalid-vectors` where their shape does not fit the texts, or
 *   a row is zero or not finite
 */
export function precomputedEmbedder(options: PrecomputedOptions): Embedder {
  requireKnownNames('options', options, NAMES);
  const { id, revision = 'unknown', languages = ['*'], texts } = options;
  requireNamed(id, revision);
  requireTexts(texts);
  const { rows, columns, data } = asMatrix(options);
  if (rows !== texts.length || data.length !== rows * columns || !(columns > 0)) {
    throw invalid(`There are ${data.length} values in [${rows}, ${columns}] for ${texts.length} texts.`);
  }
  for (let row = 0; row < rows; row++) requireUsable(data, row, columns, texts[row]!);
  const vectors = normalizeRows({ rows, columns, data: data.slice() });
  const index = new Map<string, number>();
  for (let row = rows - 1; row >= 0; row--) index.set(texts[row]!, row);
  return {
    id,
    revision,
    dimensions: columns,
    languages,
    async embed(wanted, { signal } = {}) {
      throwIfAborted(signal);
      requireTexts(wanted);
      const matrix = zeros(wanted.length, columns);
      for (const [row, text] of wanted.entries()) {
        const found = index.get(text);
        if (found === undefined) throw missingVector(text, row, 'it is not among the texts with precomputed vectors');
        matrix.data.set(vectors.data.subarray(found * columns, (found + 1) * columns), row * columns);
      }
      return matrix;
    },
  };
}

function requireNamed(id: unknown, revision: unknown): void {
  for (const [name, value] of Object.entries({ id, revision }))
    if (typeof value !== 'string' || value === '')
      throw invalidOption(`options.${name}`, value, 'a string that is not empty', 'It names the model of the vectors.');
}

function asMatrix({ vectors, dimensions, texts }: PrecomputedOptions): Matrix {
  if (!(vectors instanceof Float32Array)) {
    if (vectors?.data instanceof Float32Array) return vectors;
    throw invalidOption(
      'options.vectors',
      vectors,
      'a Float32Array or { rows, columns, data }',
      'data is a Float32Array.',
    );
  }
  if (dimensions === undefined) throw invalid('The vectors are a Float32Array, and `dimensions` is missing.');
  return { rows: texts.length, columns: dimensions, data: vectors };
}

function requireUsable(data: Float32Array, row: number, columns: number, text: string): void {
  let square = 0;
  for (let k = row * columns; k < (row + 1) * columns; k++) square += data[k]! * data[k]!;
  if (square > 0 && square < Infinity) return;
  throw invalid(`The vector of text ${row}, ${excerpt(text)}, has the length ${Math.sqrt(square)}.`);
}

function invalid(what: string): AlignError {
  return new AlignError(
    'invalid-vectors',
    what,
    'Pass one finite row above zero length a text: shape [texts, dimensions].',
  );
}

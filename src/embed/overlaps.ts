import { AlignError } from '../core/errors.ts';
import { zeros, type Matrix } from '../core/matrix.ts';
import { splitLines } from '../core/split-lines.ts';
import { excerpt } from './checks.ts';

/** What Vecalign's overlap.py writes for a line without text. */
const BLANK_LINE = 'BLANK_LINE';
/** Vecalign cuts longer runs off there, in code points. */
const MOST_CHARACTERS = 10_000;

/** Vectors of runs of consecutive lines, as Vecalign takes them. */
export interface Overlaps {
  /** The length of a row. */
  readonly dimensions: number;
  /** The row of each run's text. */
  readonly rows: ReadonlyMap<string, number>;
  /** Little-endian float32, row by row. */
  readonly values: DataView;
}

/**
 * Reads Vecalign's pair of files: an overlaps text with a run of lines a line, its lines joined by a space, and a file
 * of as many rows of little-endian float32 without header, whose dimension follows from its size. `vectors` is not
 * copied. Of a run that is given twice the first row counts. O(length of the text).
 *
 * @throws AlignError `invalid-vectors` where the sizes of the two do not fit
 */
export function readOverlaps(text: string, vectors: Uint8Array): Overlaps {
  const lines = splitLines(text);
  const dimensions = vectors.length / 4 / lines.length;
  if (!Number.isInteger(dimensions) || dimensions === 0)
    throw new AlignError(
      'invalid-vectors',
      `The vectors have ${vectors.length} bytes, which is no whole number of float32 for each of ${lines.length} overlaps.`,
      'Check that both files are whole and belong together: 4 * dimensions bytes a line.',
    );
  const rows = new Map<string, number>();
  lines.forEach((line, row) => {
    const run = line.trim();
    if (!rows.has(run)) rows.set(run, row);
  });
  return { dimensions, rows, values: new DataView(vectors.buffer, vectors.byteOffset, vectors.byteLength) };
}

/**
 * The vectors of a text's runs, fit for `windowSimilarity`: element `k - 1` has a unit row for each run of `k` lines.
 * The list ends before the first length, at most `longest`, of which the overlaps hold no run but what is the text of a
 * shorter one as well; up to there every run has to be among them. A blank line is `BLANK_LINE`, as Vecalign has it. O(lines * longest * (characters + dimensions)).
 *
 * @throws AlignError `missing-vector` that names the run, `invalid-vectors` where its row is zero or not finite
 */
export function overlapRuns(overlaps: Overlaps, lines: readonly string[], longest: number): Matrix[] {
  const trimmed = lines.map((line) => line.trim() || BLANK_LINE);
  const windows: Matrix[] = [];
  const shorter = new Set<string>();
  for (let k = 1; k <= longest && k <= lines.length; k++) {
    const count = lines.length - k + 1;
    const runs = Array.from({ length: count }, (_, first) => trimmed.slice(first, first + k).join(' '));
    const rows = runs.map((run) => overlaps.rows.get(run) ?? overlaps.rows.get(cut(run)));
    const missing = rows.indexOf(undefined);
    // Two lines may read as another one does: that its vector is there does not mean that runs were embedded.
    if (k > 1 && rows.every((row, first) => row === undefined || shorter.has(runs[first]!))) break;
    if (missing >= 0) throw missingRun(runs[missing]!, missing, k);
    const matrix = zeros(count, overlaps.dimensions);
    rows.forEach((row, r) => copyUnitRow(overlaps, row!, matrix, r));
    windows.push(matrix);
    for (const run of runs) shorter.add(run);
  }
  return windows;
}

function cut(run: string): string {
  if (run.length <= MOST_CHARACTERS) return run;
  return Array.from(run.slice(0, 2 * MOST_CHARACTERS))
    .slice(0, MOST_CHARACTERS)
    .join('')
    .trim();
}

function copyUnitRow({ dimensions, values }: Overlaps, row: number, matrix: Matrix, r: number): void {
  let square = 0;
  const at = (column: number) => values.getFloat32((row * dimensions + column) * 4, true);
  for (let column = 0; column < dimensions; column++) square += at(column) ** 2;
  if (!(square > 0 && square < Infinity))
    throw new AlignError(
      'invalid-vectors',
      `The vector of line ${row + 1} of the overlaps has the length ${Math.sqrt(square)}.`,
      'Every row needs finite values that are not all zero; embed the overlaps again.',
    );
  const scale = 1 / Math.sqrt(square);
  for (let column = 0; column < dimensions; column++) matrix.data[r * dimensions + column] = at(column) * scale;
}

function missingRun(run: string, first: number, length: number): AlignError {
  const which = length === 1 ? `Line ${first + 1}` : `The run of lines ${first + 1} to ${first + length}`;
  return new AlignError(
    'missing-vector',
    `${which} of the text, ${excerpt(run)}, is not among the overlaps.`,
    "Make the overlaps from this very file, with Vecalign's overlap.py, and embed them anew.",
  );
}

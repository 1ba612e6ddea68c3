import type { Matrix } from '../core/matrix.ts';
import type { Steps } from '../core/steps.ts';

/** The longest run of sentences that one side of a bead may hold. */
export const MAX_GROUP = 6;

/** Lengths of the summed rows of every run of up to `MAX_GROUP` sentences, at `i * MAX_GROUP + k - 1`. */
export function* groupNorms(rows: Matrix): Steps<Float64Array> {
  const norms = new Float64Array(rows.rows * MAX_GROUP);
  for (let i = 0; i < rows.rows; i++) {
    if (i % NORMS_A_STEP === 0) yield;
    writeNorms(rows, i, norms);
  }
  return norms;
}

const NORMS_A_STEP = 256;

/** The lengths of the runs that begin with sentence `i`; all six at once, so that no addition waits for the one before. */
function writeNorms({ rows, columns, data }: Matrix, i: number, norms: Float64Array): void {
  // Behind the last sentence comes the last again, for runs that are none.
  const rowAt = (k: number) => Math.min(i + k, rows - 1) * columns;
  const [a, b, c, d, e, f] = [rowAt(0), rowAt(1), rowAt(2), rowAt(3), rowAt(4), rowAt(5)];
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  for (let x = 0; x < columns; x++) {
    const one = data[a + x]!;
    const two = one + data[b + x]!;
    const three = two + data[c + x]!;
    const four = three + data[d + x]!;
    const five = four + data[e + x]!;
    const six = five + data[f + x]!;
    s1 += one * one;
    s2 += two * two;
    s3 += three * three;
    s4 += four * four;
    s5 += five * five;
    s6 += six * six;
  }
  const squares = [s1, s2, s3, s4, s5, s6];
  for (let k = 0; k < MAX_GROUP && i + k < rows; k++) norms[i * MAX_GROUP + k] = Math.sqrt(squares[k]!);
}

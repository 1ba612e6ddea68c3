/** Vectors as rows of one array: shape `[rows, columns]`, row-major. */
export interface Matrix {
  /** How many vectors there are. */
  readonly rows: number;
  /** The length of a row. */
  readonly columns: number;
  /** The values: row `r`, column `c` at `r * columns + c`. */
  readonly data: Float32Array;
}

/** An all-zero matrix. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

/** Scales every row to unit length, in place; a zero row stays zero. Returns the same matrix. O(rows * columns). */
export function normalizeRows(matrix: Matrix): Matrix {
  scaleRows(matrix, matrix.data);
  return matrix;
}

/** The rows of a matrix at unit length, and how long they were; a zero row stays zero. O(rows * columns). */
export function unitRows(matrix: Matrix): { units: Matrix; lengths: Float32Array } {
  const units = zeros(matrix.rows, matrix.columns);
  return { units, lengths: scaleRows(matrix, units.data) };
}

/** Writes the rows of a matrix, scaled to unit length, into `out`, which may be its own data, and gives their lengths. */
function scaleRows({ rows, columns, data }: Matrix, out: Float32Array): Float32Array {
  const lengths = new Float32Array(rows);
  for (let r = 0, at = 0; r < rows; r++, at += columns) {
    let square = 0;
    for (let c = at; c < at + columns; c++) square += data[c]! * data[c]!;
    if (square === 0) continue;
    const length = Math.sqrt(square);
    lengths[r] = length;
    const scale = 1 / length;
    for (let c = at; c < at + columns; c++) out[c] = data[c]! * scale;
  }
  return lengths;
}

/** The dot product of row `i` of `a` and row `j` of `b`, which have the same number of columns. */
export function dotRows(a: Matrix, i: number, b: Matrix, j: number): number {
  const n = a.columns;
  const x = a.data;
  const y = b.data;
  let at = i * n;
  let bt = j * n;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const end = at + (n & ~3);
  for (; at < end; at += 4, bt += 4) {
    s0 += x[at]! * y[bt]!;
    s1 += x[at + 1]! * y[bt + 1]!;
    s2 += x[at + 2]! * y[bt + 2]!;
    s3 += x[at + 3]! * y[bt + 3]!;
  }
  for (const last = i * n + n; at < last; at++, bt++) s0 += x[at]! * y[bt]!;
  return s0 + s1 + s2 + s3;
}

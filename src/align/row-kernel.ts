import {
  ADD,
  LOAD_I32,
  MULTIPLY,
  ZERO,
  addTo,
  get,
  loopBelow,
  set,
  setEnd,
  vector,
  vectorAt,
  wasmExports,
} from '../core/wasm-code.ts';
import type { Code } from '../core/wasm-code.ts';

/** Work on rows of floats in WebAssembly, two numbers an instruction, and the memory that its arguments are places in. */
export interface RowKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * Writes the dot products of a row of doubles at `wide` with `count` rows to `out`, as doubles. The rows begin at `rows`,
   * `bytes` after each other, and indices at `list` say which are taken. `count` is even and above 0, `bytes` a multiple of
   * 16 above 0.
   */
  dots(wide: number, list: number, count: number, rows: number, bytes: number, out: number): void;
  /**
   * Writes the dot products of `countA` rows with `countB` others, rounded to floats, to `out` as doubles, row by row. Both
   * counts are even and above 0; at `wide` is room for two rows of doubles.
   */
  table(
    listA: number,
    countA: number,
    rowsA: number,
    listB: number,
    countB: number,
    rowsB: number,
    bytes: number,
    wide: number,
    out: number,
  ): void;
  /** Writes the dot product of each of `count` rows with the next of the list, which has one more. */
  neighbours(list: number, count: number, rows: number, bytes: number, out: number): void;
  /** Writes the sum of `count` rows, times the doubles at `weights`, to `out`, as doubles. `bytes` is a multiple of 64. */
  sum(weights: number, list: number, count: number, rows: number, bytes: number, out: number): void;
}

/**
 * Compiles the kernel, less than a thousand bytes. It adds up in the order of `dotRows` (the numbers 0, 4, 8 ..., then 1, 5, 9
 * ..., and these four sums one after the other), so that every bit is the same. Undefined where there is no WebAssembly
 * with vector instructions, or a page's security policy forbids it.
 */
export function rowKernel(pages: number): RowKernel | undefined {
  return wasmExports(pages, [
    { name: 'dots', parameters: 6, integers: 5, vectors: 6, code: dots() },
    { name: 'table', parameters: 9, integers: 9, vectors: 11, code: table() },
    { name: 'neighbours', parameters: 5, integers: 4, vectors: 2, code: neighbours() },
    { name: 'sum', parameters: 6, integers: 5, vectors: 9, code: sum() },
  ]) as RowKernel | undefined;
}

// What follows writes the functions, some instructions a line.

const loadDoubles = (offset: number): Code => vectorAt(0x00, 3, offset);
const storeDoubles = (offset: number): Code => vectorAt(0x0b, 3, offset);
/** The same double twice. */
const LOAD_ONE_DOUBLE = vectorAt(0x0a, 3);
/** Two floats, made doubles. */
const loadFloats = (offset: number): Code => [...vectorAt(0x5d, 2, offset), ...vector(0x5f)];
const MULTIPLY_DOUBLES = vector(0xf2);
const ADD_DOUBLES = vector(0xf0);
/** Rounds a double to a float. */
const ROUND: Code = [0xb6, 0xbb];
/** Writes the sum of four doubles, one after the other, to the place on the stack. */
const storeSum = ([first, second]: readonly [number, number], offset: number, round: Code = []): Code => {
  const lane = (variable: number, index: number) => [...get(variable), ...vector(0x21, index)];
  const next = [0xa0];
  return [
    ...[...lane(first, 0), ...lane(first, 1), ...next, ...lane(second, 0), ...next, ...lane(second, 1), ...next],
    ...[...round, 0x39, 3, offset],
  ];
};
const twice = (make: (which: 0 | 1) => Code): Code => [...make(0), ...make(1)];
/** A variable becomes the place of the row whose index is at `list`, some bytes further on. */
const findRow = (variable: number, list: number, offset: number, rows: number, bytes: number): Code => [
  ...[...get(list), ...LOAD_I32(offset), ...get(bytes), ...MULTIPLY, ...get(rows), ...ADD, ...set(variable)],
];

/** Two rows at a time: the sums of more do not fit a processor's registers. */
function dots(): Code {
  const [wide, list, count, rows, bytes, out, listEnd, at, end] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const places = [9, 10] as const;
  const four = [11, 12] as const;
  const sums = [
    [13, 14],
    [15, 16],
  ] as const;
  return [
    ...setEnd(listEnd, list, count, 4),
    ...loopBelow(list, listEnd, [
      ...twice((row) => findRow(places[row], list, 4 * row, rows, bytes)),
      ...twice((row) => twice((half) => [...ZERO, ...set(sums[row][half])])),
      ...[...get(wide), ...set(at), ...setEnd(end, wide, bytes, 2)],
      ...loopBelow(at, end, [
        ...twice((half) => [...get(at), ...loadDoubles(16 * half), ...set(four[half])]),
        ...twice((row) =>
          twice((half) => [
            ...[...get(places[row]), ...loadFloats(8 * half), ...get(four[half]), ...MULTIPLY_DOUBLES],
            ...[...get(sums[row][half]), ...ADD_DOUBLES, ...set(sums[row][half])],
          ]),
        ),
        ...twice((row) => addTo(places[row], 16)),
        ...addTo(at, 32),
      ]),
      ...twice((row) => [...get(out), ...storeSum(sums[row], 8 * row)]),
      ...[...addTo(out, 16), ...addTo(list, 8)],
    ]),
  ];
}

/**
 * Two rows by two, so that each number of the second side is made a double once for two products. Those of the first are made
 * doubles before, one row behind the other.
 */
function table(): Code {
  const [listA, countA, rowsA, listB, countB, rowsB, bytes, wide, out] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [endA, endB, atB, end, nextOut] = [9, 10, 11, 12, 13];
  const wideAt = [14, 15] as const;
  const places = [16, 17] as const;
  const two = 18;
  const others = [19, 20] as const;
  const sums = [
    [
      [21, 22],
      [23, 24],
    ],
    [
      [25, 26],
      [27, 28],
    ],
  ] as const;
  const toWideStart = [...get(wide), ...set(wideAt[0]), ...get(end), ...set(wideAt[1])];
  return [
    ...[...setEnd(endA, listA, countA, 4), ...setEnd(endB, listB, countB, 4), ...setEnd(end, wide, bytes, 2)],
    ...loopBelow(listA, endA, [
      ...[...setEnd(nextOut, out, countB, 8), ...toWideStart],
      ...twice((row) => findRow(places[row], listA, 4 * row, rowsA, bytes)),
      ...loopBelow(wideAt[0], end, [
        ...twice((row) => [...get(wideAt[row]), ...get(places[row]), ...loadFloats(0), ...storeDoubles(0)]),
        ...twice((row) => [...addTo(places[row], 8), ...addTo(wideAt[row], 16)]),
      ]),
      ...[...get(listB), ...set(atB)],
      ...loopBelow(atB, endB, [
        ...twice((other) => findRow(places[other], atB, 4 * other, rowsB, bytes)),
        ...[...sums.flat(2).flatMap((sum) => [...ZERO, ...set(sum)]), ...toWideStart],
        ...loopBelow(wideAt[0], end, [
          ...twice((half) => [
            ...twice((other) => [...get(places[other]), ...loadFloats(8 * half), ...set(others[other])]),
            ...twice((row) => [
              ...[...get(wideAt[row]), ...loadDoubles(16 * half), ...set(two)],
              ...twice((other) => [
                ...[...get(two), ...get(others[other]), ...MULTIPLY_DOUBLES],
                ...[...get(sums[row][other][half]), ...ADD_DOUBLES, ...set(sums[row][other][half])],
              ]),
            ]),
          ]),
          ...twice((row) => [...addTo(places[row], 16), ...addTo(wideAt[row], 32)]),
        ]),
        ...twice((row) =>
          twice((other) => [...get(row === 0 ? out : nextOut), ...storeSum(sums[row][other], 8 * other, ROUND)]),
        ),
        ...[...addTo(out, 16), ...addTo(nextOut, 16), ...addTo(atB, 8)],
      ]),
      ...[...get(nextOut), ...set(out), ...addTo(listA, 8)],
    ]),
  ];
}

function neighbours(): Code {
  const [list, count, rows, bytes, out, listEnd, end] = [0, 1, 2, 3, 4, 5, 6];
  const places = [7, 8] as const;
  const sums = [9, 10] as const;
  return [
    ...setEnd(listEnd, list, count, 4),
    ...loopBelow(list, listEnd, [
      ...twice((row) => findRow(places[row], list, 4 * row, rows, bytes)),
      ...twice((half) => [...ZERO, ...set(sums[half])]),
      ...setEnd(end, places[0], bytes, 1),
      ...loopBelow(places[0], end, [
        ...twice((half) => [
          ...twice((row) => [...get(places[row]), ...loadFloats(8 * half)]),
          ...[...MULTIPLY_DOUBLES, ...get(sums[half]), ...ADD_DOUBLES, ...set(sums[half])],
        ]),
        ...twice((row) => addTo(places[row], 16)),
      ]),
      ...[...get(out), ...storeSum(sums, 0), ...addTo(out, 8), ...addTo(list, 4)],
    ]),
  ];
}

/** Sixteen columns at a time, of all rows: their sums stay in registers. */
function sum(): Code {
  const [weights, list, count, rows, bytes, out, rowsEnd, listEnd, place, weightAt, at] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ];
  const weight = 11;
  const sums = [12, 13, 14, 15, 16, 17, 18, 19];
  const each = (make: (sum: number, index: number) => Code) => sums.flatMap(make);
  return [
    ...[...setEnd(listEnd, list, count, 4), ...setEnd(rowsEnd, rows, bytes, 1)],
    ...loopBelow(rows, rowsEnd, [
      ...[...get(list), ...set(at), ...get(weights), ...set(weightAt), ...each((sum) => [...ZERO, ...set(sum)])],
      ...loopBelow(at, listEnd, [
        ...[...findRow(place, at, 0, rows, bytes), ...get(weightAt), ...LOAD_ONE_DOUBLE, ...set(weight)],
        ...each((sum, index) => [
          ...[...get(sum), ...get(place), ...loadFloats(8 * index), ...get(weight), ...MULTIPLY_DOUBLES],
          ...[...ADD_DOUBLES, ...set(sum)],
        ]),
        ...[...addTo(at, 4), ...addTo(weightAt, 8)],
      ]),
      ...each((sum, index) => [...get(out), ...get(sum), ...storeDoubles(16 * index)]),
      ...[...addTo(out, 128), ...addTo(rows, 64)],
    ]),
  ];
}

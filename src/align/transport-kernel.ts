import {
  ADD,
  PAGE_BYTES,
  ZERO,
  addTo,
  get,
  i32,
  loopBelow,
  set,
  vector,
  vectorAt,
  wasmExports,
} from '../core/wasm-code.ts';
import type { Code } from '../core/wasm-code.ts';

/** Numbers of a table that the kernel takes at most, half a megabyte, and its rows and columns. */
const MOST_CELLS = 65_536;
const MOST_SIDE = 4096;

// The kernel's memory: the table by fours of rows, and row by row; then what belongs to rows and to columns.
const FOURS = 0;
const ROWS = FOURS + 8 * MOST_CELLS;
const GIVEN = ROWS + 8 * MOST_CELLS;
const SCALES = GIVEN + 8 * MOST_SIDE;
const TAKEN = SCALES + 8 * MOST_SIDE;
const COLUMNS = TAKEN + 8 * MOST_SIDE;
const RECEIVED = COLUMNS + 8 * MOST_SIDE;
const END = RECEIVED + 8 * MOST_SIDE;

/** The functions of the module; all arguments are integers. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  rounds(givenEnd: number, width: number, columnsEnd: number, receivedEnd: number, count: number): void;
}

/**
 * The rounds of `transportedShares` in WebAssembly, two numbers an instruction. Every sum is added up in the order of the plain
 * code, so that the results are the same to the last bit.
 */
export class TransportKernel {
  readonly #exports: Exports;
  readonly #memory: Float64Array;

  private constructor(exports: Exports) {
    this.#exports = exports;
    this.#memory = new Float64Array(exports.memory.buffer);
  }

  /** Undefined where there is no WebAssembly with vector instructions. */
  static make(): TransportKernel | undefined {
    const made = wasmExports(Math.ceil(END / PAGE_BYTES), [
      { name: 'rounds', parameters: 5, integers: 12, vectors: 8, code: rounds() },
    ]) as Exports | undefined;
    return made && new TransportKernel(made);
  }

  takes(height: number, m: number): boolean {
    return height > 0 && m > 0 && height <= MOST_SIDE && m < MOST_SIDE && height * (m + 1) <= MOST_CELLS;
  }

  /**
   * Writes what `count` rounds make of the scales of `height` rows, a multiple of four, and of `m` columns. `table` is
   * `[height, m]`, row-major; rows give `given` and columns take `taken`.
   */
  scale(
    table: Float64Array,
    height: number,
    m: number,
    given: Float64Array,
    taken: Float64Array,
    scales: Float64Array,
    columns: Float64Array,
    count: number,
  ): void {
    const memory = this.#memory;
    const width = (m + 1) & ~1;
    for (let i = 0, at = 0; i < height; i++) {
      const row = ROWS / 8 + i * width;
      let four = FOURS / 8 + (i & ~3) * m + (i & 3);
      for (let j = 0; j < m; j++, at++, four += 4) memory[four] = memory[row + j] = table[at]!;
      if (width > m) memory[row + m] = 0;
      memory[GIVEN / 8 + i] = given[i]!;
    }
    for (let j = 0; j < m; j++) {
      memory[TAKEN / 8 + j] = taken[j]!;
      memory[COLUMNS / 8 + j] = 1;
    }
    memory[TAKEN / 8 + m] = 0;
    this.#exports.rounds(GIVEN + 8 * height, 8 * width, COLUMNS + 8 * m, RECEIVED + 8 * width, count);
    for (let i = 0; i < height; i++) scales[i] = memory[SCALES / 8 + i]!;
    for (let j = 0; j < m; j++) columns[j] = memory[COLUMNS / 8 + j]!;
  }
}

// What follows writes the function, some instructions a line.

const load = (place: number, offset = 0): Code => [...get(place), ...vectorAt(0x00, 3, offset)];
const STORE = vectorAt(0x0b, 3);
/** The same double twice. */
const loadTwice = (place: number): Code => [...get(place), ...vectorAt(0x0a, 3)];
const SPLAT = vector(0x14);
const lane = (variable: number, index: number): Code => [...get(variable), ...vector(0x21, index)];
const MULTIPLY = vector(0xf2);
const DIVIDE = vector(0xf3);
const PLUS = vector(0xf0);
const ONES = vector(0x0c, ...[0, 1].flatMap(() => [0, 0, 0, 0, 0, 0, 0xf0, 0x3f]));
const at = (place: number, variable: number): Code => [...i32(place), ...set(variable)];

function rounds(): Code {
  const [givenEnd, width, columnsEnd, receivedEnd, count] = [0, 1, 2, 3, 4];
  const [round, four, given, scale, column, received, taken] = [5, 6, 7, 8, 9, 10, 11];
  const [next, ...rows] = [12, 13, 14, 15, 16];
  const sums = [17, 18] as const;
  const [both, sum] = [19, 20];
  const scales = [21, 22, 23, 24];
  return [
    ...loopBelow(round, count, [
      ...at(RECEIVED, received),
      ...loopBelow(received, receivedEnd, [...get(received), ...ZERO, ...STORE, ...addTo(received, 16)]),
      ...[...at(FOURS, four), ...at(GIVEN, given), ...at(SCALES, scale), ...at(ROWS, next)],
      ...loopBelow(given, givenEnd, [
        // What four rows reach makes their scales.
        ...sums.flatMap((variable) => [...ONES, ...set(variable)]),
        ...at(COLUMNS, column),
        ...loopBelow(column, columnsEnd, [
          ...[...loadTwice(column), ...set(both)],
          ...sums.flatMap((variable, half) => [
            ...[...get(variable), ...load(four, 16 * half), ...get(both), ...MULTIPLY, ...PLUS, ...set(variable)],
          ]),
          ...[...addTo(four, 32), ...addTo(column, 8)],
        ]),
        ...sums.flatMap((variable, half) => [
          ...[...load(given, 16 * half), ...get(variable), ...DIVIDE, ...set(variable)],
          ...[...get(scale), ...get(variable), ...vectorAt(0x0b, 3, 16 * half)],
        ]),
        ...scales.flatMap((variable, x) => [...lane(sums[x >> 1]!, x & 1), ...SPLAT, ...set(variable)]),
        // And the columns receive from all four, one after the other.
        ...rows.flatMap((row) => [...get(next), ...set(row), ...get(next), ...get(width), ...ADD, ...set(next)]),
        ...at(RECEIVED, received),
        ...loopBelow(received, receivedEnd, [
          ...[...load(received), ...set(sum)],
          ...rows.flatMap((row, x) => [
            ...[...get(sum), ...load(row), ...get(scales[x]!), ...MULTIPLY, ...PLUS, ...set(sum), ...addTo(row, 16)],
          ]),
          ...[...get(received), ...get(sum), ...STORE, ...addTo(received, 16)],
        ]),
        ...[...addTo(given, 32), ...addTo(scale, 32)],
      ]),
      ...[...at(RECEIVED, received), ...at(TAKEN, taken), ...at(COLUMNS, column)],
      ...loopBelow(received, receivedEnd, [
        ...[...get(column), ...load(taken), ...ONES, ...load(received), ...PLUS, ...DIVIDE, ...STORE],
        ...[...addTo(received, 16), ...addTo(taken, 16), ...addTo(column, 16)],
      ]),
      ...addTo(round, 1),
    ]),
  ];
}

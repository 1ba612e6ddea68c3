/** Work on rows of floats in WebAssembly, two numbers an instruction, and the memory that its arguments are places in. */
export interface RowKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * Writes the dot products of a row of doubles at `wide` with `count` rows to `out`, as doubles. The rows begin at `rows`,
   * `bytes` after each other, and indices at `list` say which are taken. `count` is even and above 0, `bytes` a multiple of
   * 16 above 0.
   */
  dots(wide: number, list: number, count: number, rows: number, bytes: number, out: number): void;
  /** Writes the dot product of each of `count` rows with the next of the list, which has one more. */
  neighbours(list: number, count: number, rows: number, bytes: number, out: number): void;
  /** Writes the sum of `count` rows, times the doubles at `weights`, to `out`, as doubles. `bytes` is a multiple of 64. */
  sum(weights: number, list: number, count: number, rows: number, bytes: number, out: number): void;
}

/** A page of WebAssembly's memory. */
export const PAGE_BYTES = 65_536;

/**
 * Compiles the kernel, less than a thousand bytes. It adds up in the order of `dotRows` (the numbers 0, 4, 8 ..., then 1, 5, 9
 * ..., and these four sums one after the other), so that every bit is the same. Undefined where there is no WebAssembly
 * with vector instructions, or a page's security policy forbids it.
 */
export function rowKernel(pages: number): RowKernel | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(pages))).exports as unknown as RowKernel;
  } catch {
    return undefined;
  }
}

// What follows writes the module (WebAssembly core specification 2.0, chapter 5), some instructions a line.

type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;

const get = (variable: number): Code => [0x20, variable];
const set = (variable: number): Code => [0x21, variable];
const i32 = (value: number): Code => [0x41, ...signed(value)];
const ADD: Code = [0x6a];
const MULTIPLY: Code = [0x6c];
const LOAD_I32 = (offset: number): Code => [0x28, 2, offset];
const addTo = (variable: number, step: number): Code => [...get(variable), ...i32(step), ...ADD, ...set(variable)];
/** The instructions, again while `variable` is below `end`. */
const loopBelow = (variable: number, end: number, body: Code): Code => [
  ...[0x03, 0x40, ...body],
  ...[...get(variable), ...get(end), 0x49, 0x0d, 0, 0x0b],
];
const vector = (instruction: number, ...immediate: number[]): Code => [0xfd, ...unsigned(instruction), ...immediate];
const ZERO = vector(0x0c, ...new Array<number>(16).fill(0));
const loadDoubles = (offset: number): Code => vector(0x00, 3, ...unsigned(offset));
const storeDoubles = (offset: number): Code => vector(0x0b, 3, ...unsigned(offset));
/** The same double twice. */
const LOAD_ONE_DOUBLE = vector(0x0a, 3, 0);
/** Two floats, made doubles. */
const loadFloats = (offset: number): Code => [...vector(0x5d, 2, offset), ...vector(0x5f)];
const MULTIPLY_DOUBLES = vector(0xf2);
const ADD_DOUBLES = vector(0xf0);
/** Writes the sum of four doubles, one after the other, to the place on the stack. */
const storeSum = ([first, second]: readonly [number, number], offset: number): Code => {
  const lane = (variable: number, index: number) => [...get(variable), ...vector(0x21, index)];
  const next = [0xa0];
  return [
    ...[...lane(first, 0), ...lane(first, 1), ...next, ...lane(second, 0), ...next, ...lane(second, 1), ...next],
    ...[0x39, 3, offset],
  ];
};
const twice = (make: (which: 0 | 1) => Code): Code => [...make(0), ...make(1)];
/** A variable becomes the place of the row whose index is at `list`, some bytes further on. */
const findRow = (variable: number, list: number, offset: number, rows: number, bytes: number): Code => [
  ...[...get(list), ...LOAD_I32(offset), ...get(bytes), ...MULTIPLY, ...get(rows), ...ADD, ...set(variable)],
];
/** A variable becomes `start + count * size`. */
const setEnd = (variable: number, start: number, count: number, size: number): Code => [
  ...[...get(start), ...get(count), ...i32(size), ...MULTIPLY, ...ADD, ...set(variable)],
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
    ...[2, 5, I32, 6, V128],
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
    0x0b,
  ];
}

function neighbours(): Code {
  const [list, count, rows, bytes, out, listEnd, end] = [0, 1, 2, 3, 4, 5, 6];
  const places = [7, 8] as const;
  const sums = [9, 10] as const;
  return [
    ...[2, 4, I32, 2, V128],
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
    0x0b,
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
    ...[2, 5, I32, 9, V128],
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
    0x0b,
  ];
}

function moduleBytes(pages: number): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: Code) => [id, ...sized(content)];
  const named = (name: string, kind: number, index: number) => [
    ...[...sized([...name].map((letter) => letter.charCodeAt(0))), kind, index],
  ];
  const taking = (count: number) => [0x60, count, ...new Array<number>(count).fill(I32), 0];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [2, ...taking(6), ...taking(5)]),
    ...section(3, [3, 0, 1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [
      4,
      ...named('memory', 2, 0),
      ...named('dots', 0, 0),
      ...named('neighbours', 0, 1),
      ...named('sum', 0, 2),
    ]),
    ...section(10, [3, ...sized(dots()), ...sized(neighbours()), ...sized(sum())]),
  ]);
}

function sized(content: Code): Code {
  return [...unsigned(content.length), ...content];
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128 of a number that is not negative. */
function signed(value: number): Code {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}

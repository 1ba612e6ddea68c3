/** Bytes of a WebAssembly module, or some instructions of it (WebAssembly core specification 2.0, chapter 5). */
export type Code = readonly number[];

/** A function of a module: it takes `parameters` integers and returns nothing. */
export interface WasmFunction {
  name: string;
  parameters: number;
  /** How many more variables it has: integers, then vectors. */
  integers: number;
  vectors: number;
  code: Code;
}

/** A page of WebAssembly's memory. */
export const PAGE_BYTES = 65_536;

const I32 = 0x7f;
const V128 = 0x7b;
const END: Code = [0x0b];

export const get = (variable: number): Code => [0x20, variable];
export const set = (variable: number): Code => [0x21, variable];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const ADD: Code = [0x6a];
export const MULTIPLY: Code = [0x6c];
export const LOAD_I32 = (offset: number): Code => [0x28, 2, ...unsigned(offset)];
export const addTo = (variable: number, step: number): Code => [
  ...[...get(variable), ...i32(step), ...ADD, ...set(variable)],
];
/** A variable becomes `start + count * size`. */
export const setEnd = (variable: number, start: number, count: number, size: number): Code => [
  ...[...get(start), ...get(count), ...i32(size), ...MULTIPLY, ...ADD, ...set(variable)],
];
/** The instructions, again while `variable` is below `end`. */
export const loopBelow = (variable: number, end: number, body: Code): Code => [
  ...[0x03, 0x40, ...body],
  ...[...get(variable), ...get(end), 0x49, 0x0d, 0, ...END],
];
/** An instruction on vectors of 16 bytes. */
export const vector = (instruction: number, ...immediate: number[]): Code => [
  ...[0xfd, ...unsigned(instruction), ...immediate],
];
/** One that loads or stores: bytes of alignment as a power of two, and the offset from the place on the stack. */
export const vectorAt = (instruction: number, alignment: number, offset = 0): Code =>
  vector(instruction, alignment, ...unsigned(offset));
export const ZERO = vector(0x0c, ...new Array<number>(16).fill(0));

/**
 * Compiles functions with so many pages of memory, which the exports hold as `memory`. Undefined where there is no
 * WebAssembly with vector instructions, a page's security policy forbids it, or the memory cannot be had.
 */
export function wasmExports(pages: number, functions: readonly WasmFunction[]): unknown {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(pages, functions))).exports;
  } catch {
    return undefined;
  }
}

function moduleBytes(pages: number, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, entries: readonly Code[]): Code => [
    ...[id, ...sized([...unsigned(entries.length), ...entries.flat()])],
  ];
  const exported = (name: string, kind: number, index: number): Code => [
    ...[...sized([...name].map((letter) => letter.charCodeAt(0))), kind, index],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, parameters, ...new Array<number>(parameters).fill(I32), 0]),
    ),
    ...section(
      3,
      functions.map((_, index) => [index]),
    ),
    ...section(5, [[0, ...unsigned(pages)]]),
    ...section(7, [exported('memory', 2, 0), ...functions.map(({ name }, index) => exported(name, 0, index))]),
    ...section(
      10,
      functions.map(({ integers, vectors, code }) => sized([2, integers, I32, vectors, V128, ...code, ...END])),
    ),
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

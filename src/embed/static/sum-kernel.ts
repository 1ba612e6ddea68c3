import {
  ADD,
  LOAD_I32,
  ZERO,
  addTo,
  get,
  i32,
  loopBelow,
  set,
  vector,
  vectorAt,
  wasmExports,
} from '../../core/wasm-code.ts';
import type { Code } from '../../core/wasm-code.ts';

/** Sums of rows of four-bit codes in WebAssembly, four numbers an instruction, and the memory of its arguments. */
export interface SumKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * Writes the sum of the rows whose places are listed from `list` to `listEnd`, one at least, to `out` as floats. A row is
   * its scale, a float, and from byte `ROW_HEAD` on its codes, `bytes` many, a multiple of 16. At `levels` lie the first
   * bytes of the 16 floats that codes stand for, then the second ones, and so on.
   */
  sum(levels: number, list: number, listEnd: number, bytes: number, out: number): void;
}

/** Where the codes of a row begin. */
export const ROW_HEAD = 16;

/** Compiles the kernel; undefined where there can be none. Every addition is one of single precision, row by row. */
export function sumKernel(pages: number): SumKernel | undefined {
  return wasmExports(pages, [{ name: 'sum', parameters: 5, integers: 3, vectors: 20, code: sum() }]) as
    SumKernel | undefined;
}

// What follows writes the function, some instructions a line.

const load = (offset: number): Code => vectorAt(0x00, 4, offset);
const store = (offset: number): Code => vectorAt(0x0b, 4, offset);
/** A float, four times. */
const LOAD_ONE_FLOAT = vectorAt(0x09, 2);
const AND = vector(0x4e);
const LOW_HALVES = [...vector(0x0c, ...new Array<number>(16).fill(15)), ...AND];
const HIGH_HALVES = [...i32(4), ...vector(0x6d)];
const SWIZZLE = vector(0x0e);
const MULTIPLY_FLOATS = vector(0xe6);
const ADD_FLOATS = vector(0xe4);
/** Takes pieces of `size` bytes from two vectors in turn, those of their first or second half. */
const interleave = (size: number, half: 0 | 1): Code =>
  vector(
    0x0d,
    ...Array.from({ length: 16 }, (_, k) => ((k / size) & 1) * 16 + ((k >> 1) & -size) + (k % size) + 8 * half),
  );

/** Thirty-two columns at a time, of all rows: their sums stay in registers, and codes become floats by the bytes. */
function sum(): Code {
  const [levels, list, listEnd, bytes, out, group, at, place] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [codes, scale, half] = [8, 9, 10];
  const level = [11, 12, 13, 14] as const;
  const pair = [15, 16] as const;
  const [evens, odds] = [
    [20, 21, 22, 23],
    [24, 25, 26, 27],
  ] as const;
  const sums = [...evens, ...odds];
  /** Adds the floats of sixteen codes, which are at `half`. */
  const addCodes = (to: readonly number[]): Code => {
    const looked = (plane: number) => [...get(level[plane]!), ...get(half), ...SWIZZLE];
    return ([0, 1] as const).flatMap((part) => [
      ...[...looked(0), ...looked(1), ...interleave(1, part), ...set(pair[0])],
      ...[...looked(2), ...looked(3), ...interleave(1, part), ...set(pair[1])],
      ...([0, 1] as const).flatMap((side) => [
        ...[...get(pair[0]), ...get(pair[1]), ...interleave(2, side), ...get(scale), ...MULTIPLY_FLOATS],
        ...[...get(to[2 * part + side]!), ...ADD_FLOATS, ...set(to[2 * part + side]!)],
      ]),
    ]);
  };
  return [
    ...level.flatMap((variable, plane) => [...get(levels), ...load(16 * plane), ...set(variable)]),
    ...loopBelow(group, bytes, [
      ...sums.flatMap((variable) => [...ZERO, ...set(variable)]),
      ...[...get(list), ...set(at)],
      ...loopBelow(at, listEnd, [
        ...[...get(at), ...LOAD_I32(0), ...set(place), ...get(place), ...LOAD_ONE_FLOAT, ...set(scale)],
        ...[...get(place), ...get(group), ...ADD, ...load(ROW_HEAD), ...set(codes)],
        ...[...get(codes), ...LOW_HALVES, ...set(half), ...addCodes(evens)],
        ...[...get(codes), ...HIGH_HALVES, ...set(half), ...addCodes(odds)],
        ...addTo(at, 4),
      ]),
      ...evens.flatMap((even, k) =>
        ([0, 1] as const).flatMap((side) => [
          ...[...get(out), ...get(even), ...get(odds[k]!), ...interleave(4, side), ...store(32 * k + 16 * side)],
        ]),
      ),
      ...[...addTo(out, 128), ...addTo(group, 16)],
    ]),
  ];
}

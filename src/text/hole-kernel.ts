import { ADD, LOAD_I32, ZERO, addTo, get, loopBelow, set, vector, vectorAt, wasmExports } from '../core/wasm-code.ts';
import type { Code } from '../core/wasm-code.ts';

/** Hidden values of each place of a sentence in WebAssembly, four an instruction, and the memory of its arguments. */
export interface HoleKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * For each place listed from `list` to `listEnd`, writes the sum of its hidden values, 0 where they are negative, times the
   * numbers at `weights` to `out`, and the largest of each hidden value to `most`. The hidden values of a place are those at
   * `bias` and the parts of it and the five classes that follow: the list tells where the six parts of each class begin.
   */
  places(list: number, listEnd: number, bias: number, weights: number, most: number, out: number): void;
}

/** Compiles the kernel for so many hidden values, a multiple of 4; undefined where there can be none. */
export function holeKernel(pages: number, hidden: number, window: number): HoleKernel | undefined {
  const groups = hidden / 4;
  const code = places(groups, window);
  return wasmExports(pages, [{ name: 'places', parameters: 6, integers: window, vectors: groups + 2, code }]) as
    HoleKernel | undefined;
}

// What follows writes the function, some instructions a line.

const load = (offset: number): Code => vectorAt(0x00, 4, offset);
const store = (offset: number): Code => vectorAt(0x0b, 4, offset);
/** Four integers of 16 bits, made ones of 32. */
const loadParts = (offset: number): Code => vectorAt(0x03, 3, offset);
const ADD_INTEGERS = vector(0xae);
const MULTIPLY_INTEGERS = vector(0xb5);
const LARGER = vector(0xb8);
const lane = (index: number): Code => vector(0x1b, index);
const STORE_I32: Code = [0x36, 2, 0];

/** A place at a time; the largest values stay in registers. */
function places(groups: number, window: number): Code {
  const [list, listEnd, bias, weights, most, out] = [0, 1, 2, 3, 4, 5];
  const parts = Array.from({ length: window }, (_, at) => 6 + at);
  const largest = Array.from({ length: groups }, (_, group) => 6 + window + group);
  const [value, sum] = [6 + window + groups, 7 + window + groups];
  return [
    ...largest.flatMap((variable) => [...ZERO, ...set(variable)]),
    ...loopBelow(list, listEnd, [
      ...parts.flatMap((part, at) => [...get(list), ...LOAD_I32(4 * at), ...set(part)]),
      ...[...ZERO, ...set(sum)],
      ...largest.flatMap((variable, group) => [
        ...[...get(bias), ...load(16 * group)],
        ...parts.flatMap((part, at) => [...get(part), ...loadParts(8 * (at * groups + group)), ...ADD_INTEGERS]),
        ...[...ZERO, ...LARGER, ...set(value)],
        ...[...get(variable), ...get(value), ...LARGER, ...set(variable)],
        ...[...get(value), ...get(weights), ...load(16 * group), ...MULTIPLY_INTEGERS],
        ...[...get(sum), ...ADD_INTEGERS, ...set(sum)],
      ]),
      ...[...get(out), ...get(sum), ...lane(0)],
      ...[1, 2, 3].flatMap((index) => [...get(sum), ...lane(index), ...ADD]),
      ...[...STORE_I32, ...addTo(out, 4), ...addTo(list, 4)],
    ]),
    ...largest.flatMap((variable, group) => [...get(most), ...get(variable), ...store(16 * group)]),
  ];
}

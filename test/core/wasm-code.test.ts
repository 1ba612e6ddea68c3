import { expect, it } from 'vitest';
import { PAGE_BYTES, get, i32, wasmExports } from '../../src/core/wasm-code.ts';
import type { WasmFunction } from '../../src/core/wasm-code.ts';

interface Exports {
  memory: { buffer: ArrayBuffer };
  write(place: number): void;
}

const numbers = [0, 63, 64, 127, 128, 8191, 8192, 1_048_575, 1_048_576];
const write: WasmFunction = {
  name: 'write',
  parameters: 1,
  integers: 0,
  vectors: 0,
  // An i32.store each.
  code: numbers.flatMap((number, k) => [...get(0), ...i32(number), 0x36, 2, 4 * k]),
};

it('has functions that do what they say, and as much memory as was asked for', () => {
  const { memory, write: run } = wasmExports(200, [write]) as Exports;
  expect(memory.buffer.byteLength).toBe(200 * PAGE_BYTES);
  run(64);
  expect([...new Int32Array(memory.buffer, 64, numbers.length)]).toEqual(numbers);
});

it('is nothing where the memory cannot be had, or the code is wrong', () => {
  expect(wasmExports(70_000, [write])).toBeUndefined();
  expect(wasmExports(1, [{ ...write, code: get(1) }])).toBeUndefined();
});

import { expect, it } from 'vitest';
import { rowKernel } from '../../src/align/row-kernel.ts';
import { PAGE_BYTES } from '../../src/core/wasm-code.ts';

it('is there in Node, with the memory that was asked for', () => {
  expect(rowKernel(3)?.memory.buffer.byteLength).toBe(3 * PAGE_BYTES);
});

it('is not there where its memory cannot be had', () => {
  expect(rowKernel(70_000)).toBeUndefined();
});

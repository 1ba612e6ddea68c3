import { afterEach, describe, expect, it, vi } from 'vitest';
import { KernelSums } from '../../../src/embed/static/kernel-sums.ts';
import type { StaticModel } from '../../../src/embed/static/model-file.ts';
import { PlainSums } from '../../../src/embed/static/plain-sums.ts';
import { RowSums } from '../../../src/embed/static/row-sums.ts';
import { sumKernel } from '../../../src/embed/static/sum-kernel.ts';

/** Whole numbers below `end`, from a small generator, so that every run has the same. */
function random(seed: number): (end: number) => number {
  let state = seed;
  return (end) => (state = (Math.imul(state, 48_271) >>> 0) % 0x7fffffff) % end;
}

/** A model of random rows; the last one is of zeros. */
function madeModel(dimensions: number, pieces: number, shared = false): StaticModel {
  const below = random(dimensions);
  const bytes = (pieces * dimensions) / 2;
  const codes = new Uint8Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  for (let i = 0; i < codes.length; i++) codes[i] = below(256);
  const scales = Float32Array.from({ length: pieces }, (_, id) => (id === pieces - 1 ? 0 : 0.01 + below(1e6) / 3e5));
  const levels = Float32Array.from({ length: 16 }, (_, i) => (i - 7.5) / 3 + below(1e6) / 1e7);
  return {
    id: 'made',
    revision: '',
    dimensions,
    languages: [],
    text: '',
    starts: new Uint32Array(pieces + 1),
    logProbabilities: new Float32Array(pieces),
    levels,
    scales,
    codes,
  };
}

/** As docs/model-format.md has it, addition by addition. */
function sumOf({ dimensions, codes, scales, levels }: StaticModel, ids: Int32Array, count: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const id of ids.subarray(0, count)) {
    for (let k = 0; k < dimensions; k++) {
      const pair = codes[(id * dimensions + k) >> 1]!;
      sum[k] = sum[k]! + Math.fround(scales[id]! * levels[k % 2 === 0 ? pair & 15 : pair >> 4]!);
    }
  }
  return sum;
}

function sumBy(
  sums: KernelSums | PlainSums | RowSums,
  dimensions: number,
  ids: Int32Array,
  count: number,
): Float32Array {
  const data = new Float32Array(3 * dimensions).fill(7);
  sums.write(ids, count, data, dimensions);
  expect([...data.subarray(0, dimensions), ...data.subarray(2 * dimensions)].every((value) => value === 7)).toBe(true);
  return data.slice(dimensions, 2 * dimensions);
}

describe.each([32, 64, 96, 512, 1024])('sums of rows of %i dimensions', (dimensions) => {
  const model = madeModel(dimensions, 300, dimensions === 64);
  const kernel = KernelSums.of(model)!;
  const plain = new PlainSums(model);
  const below = random(5);

  it.each([1, 2, 3, 4, 7, 40, 500, 4096])('are the same to the bit by the kernel and without it: %i rows', (count) => {
    const ids = Int32Array.from({ length: count + 3 }, () => below(300));
    const expected = sumOf(model, ids, count);
    expect(kernel.takes(count)).toBe(true);
    expect(sumBy(kernel, dimensions, ids, count)).toEqual(expected);
    expect(sumBy(plain, dimensions, ids, count)).toEqual(expected);
  });
});

describe.each([8, 40, 4096])('sums of rows of %i dimensions, which the kernel does not take', (dimensions) => {
  it('are made without it', () => {
    const model = madeModel(dimensions, 30);
    expect(KernelSums.of(model)).toBeUndefined();
    const ids = Int32Array.of(3, 29, 3, 0, 11);
    for (const count of [0, 1, 5])
      expect(sumBy(new RowSums(model), dimensions, ids, count)).toEqual(sumOf(model, ids, count));
  });
});

describe('sums of rows', () => {
  const model = madeModel(64, 300);

  it.each([0, 1, 4097, 10_000])('are those of as many rows as there are: %i', (count) => {
    const ids = Int32Array.from({ length: count }, (_, i) => (i * i) % 300);
    expect(KernelSums.of(model)!.takes(count)).toBe(count === 1);
    expect(sumBy(new RowSums(model), 64, ids, count)).toEqual(sumOf(model, ids, count));
  });

  it('are the same when the store of rows starts anew', () => {
    const many = madeModel(512, 20_000);
    const kernel = KernelSums.of(many)!;
    const plain = new PlainSums(many);
    for (let round = 0, first = 0; round < 30; round++, first = (first + 2900) % 16_000) {
      const ids = Int32Array.from({ length: 3000 }, (_, i) => first + ((7 * i) % 3001));
      expect(sumBy(kernel, 512, ids, ids.length)).toEqual(sumBy(plain, 512, ids, ids.length));
    }
  });

  it('of two models do not mix', () => {
    const other = madeModel(32, 300);
    const [one, two] = [new RowSums(model), new RowSums(other)];
    const ids = Int32Array.of(1, 2, 3);
    for (let round = 0; round < 2; round++) {
      expect(sumBy(one, 64, ids, 3)).toEqual(sumOf(model, ids, 3));
      expect(sumBy(two, 32, ids, 3)).toEqual(sumOf(other, ids, 3));
    }
  });
});

describe('where there is no WebAssembly', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sums are the same', () => {
    const model = madeModel(64, 300);
    const ids = Int32Array.of(5, 4, 299, 4);
    const expected = sumBy(new RowSums(model), 64, ids, 4);
    vi.stubGlobal('WebAssembly', undefined);
    expect(sumKernel(1)).toBeUndefined();
    expect(KernelSums.of(model)).toBeUndefined();
    expect(sumBy(new RowSums(model), 64, ids, 4)).toEqual(expected);
  });
});

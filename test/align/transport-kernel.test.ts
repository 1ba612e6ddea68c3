import { afterEach, expect, it, vi } from 'vitest';
import { TransportKernel } from '../../src/align/transport-kernel.ts';

/** A fresh copy of the module, which makes its kernel anew. */
async function load() {
  vi.resetModules();
  return (await import('../../src/align/word-transport.ts')).transportedShares;
}

afterEach(() => vi.unstubAllGlobals());

/** Cosines and weights of two sides, some of them 0. */
function made(n: number, m: number) {
  const numbers = (count: number, step: number, scale: number) =>
    Float64Array.from({ length: count }, (_, k) => scale * Math.abs(Math.sin(1 + k * step)));
  const [source, rendering] = [numbers(n, 3.7, 6), numbers(m, 2.3, 9)];
  if (n > 2) source[1] = 0;
  if (m > 3) rendering[2] = 0;
  return [numbers(n * m, 1.7, 0.9), source, rendering] as const;
}

it('shares are the same to the last bit, with the kernel and without', async () => {
  const sizes = [0, 1, 2, 3, 4, 5, 8, 17, 30].flatMap((n) => [0, 1, 2, 7, 16, 29].map((m) => [n, m] as const));
  const withKernel = await load();
  // In one go, so that what one pair of sides leaves in the memory would show in the next.
  const shares = sizes.map(([n, m]) => withKernel(...made(n, m)));
  vi.stubGlobal('WebAssembly', undefined);
  const without = await load();
  sizes.forEach(([n, m], x) => {
    const { source, rendering } = without(...made(n, m));
    expect([...shares[x]!.source]).toEqual([...source]);
    expect([...shares[x]!.rendering]).toEqual([...rendering]);
  });
});

it('the kernel takes what it has room for, and other sides are matched without it', async () => {
  const kernel = TransportKernel.make()!;
  expect(kernel.takes(256, 254)).toBe(true);
  expect(kernel.takes(0, 5)).toBe(false);
  expect(kernel.takes(4, 0)).toBe(false);
  expect(kernel.takes(4100, 2)).toBe(false);
  expect(kernel.takes(4, 4096)).toBe(false);
  expect(kernel.takes(260, 260)).toBe(false);
  const shares = (await load())(...made(257, 260));
  expect(shares.source.every((share) => share >= 0 && share <= 1)).toBe(true);
  vi.stubGlobal('WebAssembly', undefined);
  expect([...(await load())(...made(257, 260)).source]).toEqual([...shares.source]);
});

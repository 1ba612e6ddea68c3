import { afterEach, expect, it, vi } from 'vitest';
import { HIDDEN, HiddenLayer, PLACES } from '../../src/text/hidden-layer.ts';

afterEach(() => vi.unstubAllGlobals());

const CLASSES = 50;

/** A layer whose parts are of both signs. */
function made(): HiddenLayer {
  const numbers = (step: number, scale: number) =>
    Int32Array.from({ length: HIDDEN }, (_, h) => scale * Math.sin(1 + h * step));
  const layer = new HiddenLayer(CLASSES, numbers(1.3, 3000), numbers(2.7, 127));
  for (let at = 0; at < layer.parts.length; at++) layer.parts[at] = 32_767 * Math.sin(at * 0.77);
  return layer;
}

/** What a layer finds for sentences of some numbers of words, one after the other. */
function found(layer: HiddenLayer) {
  return [PLACES, PLACES + 1, 23, 406, 512, 513].map((count) => {
    const starts = Int32Array.from({ length: count }, (_, at) => ((at * at + count) % CLASSES) * PLACES * HIDDEN);
    const sums = new Int32Array(count - PLACES + 1);
    const most = new Int32Array(HIDDEN);
    layer.write(starts, sums, most);
    return { sums: [...sums], most: [...most] };
  });
}

it('is the same with WebAssembly and without', () => {
  const withKernel = found(made());
  vi.stubGlobal('WebAssembly', undefined);
  expect(withKernel).toEqual(found(made()));
});

it('weighs what is not negative', () => {
  const weights = new Int32Array(HIDDEN).fill(2);
  const layer = new HiddenLayer(2, new Int32Array(HIDDEN).fill(-1), weights);
  // Value 5 of the second word of the window, in a class of its own.
  layer.parts[(PLACES + 1) * HIDDEN + 5] = 10;
  const starts = Int32Array.of(0, 0, PLACES * HIDDEN, 0, 0, 0, 0);
  const sums = new Int32Array(2);
  const most = new Int32Array(HIDDEN);
  layer.write(starts, sums, most);
  expect([...sums]).toEqual([0, 18]);
  expect([...most].map((value, h) => [h, value]).filter(([, value]) => value! > 0)).toEqual([[5, 9]]);
});

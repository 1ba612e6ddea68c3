import { expect, test } from 'vitest';
import { finish, finishInTurns, mapping, telling, visiting, type Steps } from '../../src/core/steps.ts';

function* counted(count: number, ms = 0): Steps<string, number> {
  for (let step = 0; step < count; step++) {
    const end = performance.now() + ms;
    while (performance.now() < end);
    yield step;
  }
  return 'done';
}

test('steps give their result and tell each step', async () => {
  const told: number[] = [];
  expect(finish(counted(3), (step) => told.push(step))).toBe('done');
  expect(await finishInTurns(counted(2), { onStep: (step) => told.push(step) })).toBe('done');
  expect(told).toEqual([0, 1, 2, 0, 1]);
});

test('may tell something else, once before they begin', () => {
  function* silent(count: number): Steps<number> {
    for (let step = 0; step < count; step++) yield;
    return count;
  }
  const told: string[] = [];
  expect(finish(telling('here', silent(2)), (step) => told.push(step))).toBe(2);
  expect(told).toEqual(['here', 'here', 'here']);
});

test('over a list come after each 64 items, none for an article', () => {
  const steps = (count: number) => {
    const seen: number[] = [];
    let told = 0;
    const items = Array.from({ length: count }, (_, k) => `${k}`);
    finish(
      visiting(items, (item, index) => seen.push(Number(item) - index)),
      () => told++,
    );
    expect(seen).toEqual(items.map(() => 0));
    return told;
  };
  expect([0, 1, 64, 65, 128, 129, 640].map(steps)).toEqual([0, 0, 0, 1, 1, 2, 9]);
});

test('give what is made of each item', () => {
  let told = 0;
  const items = Array.from({ length: 200 }, (_, k) => k);
  const made = finish(
    mapping(items, (item, index) => item + index),
    () => told++,
  );
  expect(made).toEqual(items.map((item) => 2 * item));
  expect(told).toBe(3);
});

test('in turns let timers abort them, soon', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  let aborted = 0;
  setTimeout(() => {
    aborted = performance.now();
    controller.abort(reason);
  }, 30);
  await expect(finishInTurns(counted(10_000, 2), { signal: controller.signal })).rejects.toBe(reason);
  expect(aborted).toBeGreaterThan(0);
  expect(performance.now() - aborted).toBeLessThan(100);
});

test('in turns do not begin where they are aborted, and throw what a listener throws', async () => {
  const reason = new Error('before');
  const none = (): Steps<never> => {
    throw new Error('begun');
  };
  function* lazy(): Steps<never> {
    yield* none();
    throw new Error('not reached');
  }
  await expect(finishInTurns(lazy(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const onStep = () => {
    throw reason;
  };
  await expect(finishInTurns(counted(1), { onStep })).rejects.toBe(reason);
});

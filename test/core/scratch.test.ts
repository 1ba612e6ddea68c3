import { expect, it } from 'vitest';
import { Scratch } from '../../src/core/scratch.ts';

it('gives the same room again where it is enough', () => {
  const scratch = new Scratch();
  const room = scratch.take(100);
  expect(room.length).toBeGreaterThanOrEqual(100);
  expect(scratch.take(20)).toBe(room);
  expect(scratch.take(100)).toBe(room);
});

it('gives more where more is asked for, and keeps no more than half a megabyte', () => {
  const scratch = new Scratch();
  const room = scratch.take(65_536);
  expect(scratch.take(1_000_000).length).toBe(1_000_000);
  expect(scratch.take(65_536)).toBe(room);
});

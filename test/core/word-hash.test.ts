import { expect, test } from 'vitest';
import { extendHash, firstSlot, hashOf } from '../../src/core/word-hash.ts';

test('a word has one hash wherever it stands, and grows by its next character', () => {
  expect(hashOf('о съезде', 2, 8)).toBe(hashOf('съезде', 0, 6));
  expect(extendHash(hashOf('съезд', 0, 5), 'е'.charCodeAt(0))).toBe(hashOf('съезде', 0, 6));
  expect(hashOf('съезд', 0, 5)).not.toBe(hashOf('съест', 0, 5));
});

test('words are spread over the slots, all of which there are', () => {
  const slots = Array.from({ length: 4096 }, (_, k) => firstSlot(hashOf(`слово${k}`, 0, 5 + `${k}`.length), 1024));
  expect(slots.every((slot) => slot >= 0 && slot < 1024)).toBe(true);
  expect(new Set(slots).size).toBeGreaterThan(900);
});

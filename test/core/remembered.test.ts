import { expect, test } from 'vitest';
import { copyOf, remembered } from '../../src/core/remembered.ts';

test('an answer is worked out once a word, and again once the store started anew', () => {
  const asked: string[] = [];
  const length = remembered((word) => {
    asked.push(word);
    return word.length;
  });
  expect([length('one'), length('three'), length('one')]).toEqual([3, 5, 3]);
  expect(asked).toEqual(['one', 'three']);
  for (let i = 0; i < 20_000; i++) length(`word ${i}`);
  expect(length('one')).toBe(3);
  expect(asked.filter((word) => word === 'one')).toHaveLength(2);
});

test('what is too long for a word is asked anew', () => {
  let count = 0;
  const ask = remembered(() => ++count);
  expect([ask('x'.repeat(65)), ask('x'.repeat(65)), ask('x'), ask('x')]).toEqual([1, 2, 3, 3]);
});

test('a copy is the same word', () => {
  for (const word of ['', 'a', ' ', 'съезд', '😀']) expect(copyOf(word)).toBe(word);
});

import { expect, it } from 'vitest';
import { example, runNode } from './run.ts';

it('library.mjs finds what is missing and what is damaged', () => {
  const { status, stdout, stderr } = runNode(example('library.mjs'));
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^error omission: .*Вход для студентов/m);
  expect(stdout).toMatch(/^error number: .*350 тысяч.*530 thousand/m);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { example } from './run.ts';

it('the texts of examples/seeds are those that the tests measure on', () => {
  const fixture = (file: string): Buffer => readFileSync(new URL(`../fixtures/seeds/${file}`, import.meta.url));
  const files = readdirSync(example('seeds'));
  expect(files).toEqual(['000.txt', '001.txt', '002.txt', '003.txt', '004.txt']);
  for (const file of files) expect(readFileSync(example(`seeds/${file}`)).equals(fixture(file)), file).toBe(true);
});

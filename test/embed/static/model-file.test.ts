import { expect, test } from 'vitest';
import { AlignError } from '../../../src/core/errors.ts';
import { readModelFile } from '../../../src/embed/static/model-file.ts';
import { sealed, tinyDimensions, tinyModelFile, tinyPieces } from './tiny-model.ts';

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(AlignError);
    expect((error as AlignError).code).toBe('model-damaged');
    return (error as AlignError).message;
  }
  throw new Error('nothing was thrown');
}

test('reads what was packed', () => {
  const model = readModelFile(tinyModelFile());
  expect(model).toMatchObject({
    id: 'tiny',
    revision: 'sha256:0',
    dimensions: tinyDimensions,
    languages: ['ru', 'en'],
  });
  const pieces = tinyPieces.map((_, id) => model.text.slice(model.starts[id], model.starts[id + 1]));
  expect(pieces).toEqual(tinyPieces.map(([piece]) => piece));
  expect([...model.logProbabilities]).toEqual(tinyPieces.map(([, value]) => value));
  expect(model.codes).toHaveLength((tinyPieces.length * tinyDimensions) / 2);
});

test('reads bytes that are not aligned, and bytes that are shared', () => {
  const bytes = tinyModelFile();
  const shifted = new Uint8Array(bytes.length + 1).subarray(1);
  shifted.set(bytes);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  for (const copy of [shifted, shared]) expect(readModelFile(copy)).toEqual(readModelFile(bytes));
});

test('tells every kind of damage', () => {
  const whole = tinyModelFile();
  expect(messageOf(() => readModelFile(new Uint8Array(7)))).toContain('7 bytes, fewer than its header');
  expect(messageOf(() => readModelFile(whole.slice(0, -1)))).toContain('truncated');
  expect(messageOf(() => readModelFile(whole.slice(0, -4)))).toContain('checksum');
  expect(messageOf(() => readModelFile(Uint8Array.from(whole).fill(60, 0, 4)))).toContain('begins with "<<<<ATIC"');
  const newer = tinyModelFile();
  newer[8] = 2;
  expect(messageOf(() => readModelFile(newer))).toContain('format version is 2, and this release reads 1');
  const long = tinyModelFile();
  long[18] = 255;
  expect(messageOf(() => readModelFile(long))).toContain('metadata of');
});

test('every altered byte after the version is noticed', () => {
  const whole = tinyModelFile();
  for (let at = 8; at < whole.length; at++) {
    const altered = Uint8Array.from(whole);
    altered[at]! ^= 4;
    expect(() => readModelFile(altered), `byte ${at}`).toThrow(AlignError);
  }
});

test.each([
  ['another normalizer', { normalizer: 'nfc-v9' }, 'normalized by "nfc-v9"'],
  ['dimensions that are no multiple of 8', { dimensions: 12 }, 'dimensions are 12'],
  ['other dimensions', { dimensions: 16 }, 'where its metadata asks for'],
  ['too few levels', { levels: [1, 2] }, '16 levels'],
  ['no id', { id: undefined }, 'lacks id'],
  ['no languages', { languages: null }, 'languages'],
  ['a negative number of pieces', { pieces: -1 }, 'number of pieces'],
])('a checksum does not excuse %s', (_, metadata, expected) => {
  expect(messageOf(() => readModelFile(tinyModelFile(metadata)))).toContain(expected);
});

test('metadata that is no JSON', () => {
  expect(messageOf(() => readModelFile(sealed(new Uint8Array(24).fill(65), 4)))).toContain('not JSON');
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { readModelFile } from '../../src/embed/static/model-file.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { tinyModelFile } from '../embed/static/tiny-model.ts';
import fc from '../fast-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'damaged-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = readFileSync(embeddedModelUrl);
const damaged = { name: 'AlignError', code: 'model-damaged', hint: expect.stringMatching(/\S/) as string };

function changed(change: (bytes: Buffer) => Buffer | void): Buffer {
  const copy = Buffer.from(whole);
  return change(copy) ?? copy;
}

describe('the model of the package', () => {
  it.each<[string, (bytes: Buffer) => Buffer | void, RegExp]>([
    ['empty', () => Buffer.alloc(0), /fewer than its header/],
    ['cut to its header', (bytes) => bytes.subarray(0, 20), /does not fit/],
    ['cut in the middle', (bytes) => bytes.subarray(0, 4 * Math.floor(bytes.length / 8)), /checksum/],
    ['without its last byte', (bytes) => bytes.subarray(0, -1), /truncated/],
    ['with four bytes more', (bytes) => Buffer.concat([bytes, Buffer.alloc(4)]), /checksum/],
    ['of a later version', (bytes) => void bytes.writeUInt32LE(2, 8), /format version is 2, and this release reads 1/],
    ['that is a page of a server', () => Buffer.from('<!doctype html><title>404 Not Found</title>'), /begins with/],
    ['that is a pointer to the file', () => Buffer.from('version https://git-lfs.github.com/spec/v1\n'), /begins with/],
    ['with one bit changed', (bytes) => void (bytes[bytes.length >> 1]! ^= 1), /checksum/],
    ['of zeros from the middle on', (bytes) => void bytes.fill(0, bytes.length >> 1), /checksum/],
  ])('%s', async (_, change, message) => {
    const path = join(folder, 'model.bin');
    writeFileSync(path, changed(change));
    const error = await loadStaticEmbedder({ model: path }).catch((reason: unknown) => reason);
    expect(error).toMatchObject(damaged);
    expect((error as Error).message).toMatch(message);
  });

  it('that is not there, or a folder', async () => {
    for (const model of [join(folder, 'none.bin'), folder])
      await expect(loadStaticEmbedder({ model })).rejects.toMatchObject({ code: 'model-failed' });
  });
});

describe('a small model', () => {
  const bytes = tinyModelFile();

  it('with any bytes changed is refused, wherever they are', () => {
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(changes, (list) => {
        const copy = bytes.slice();
        for (const [at, bits] of list) copy[at]! ^= bits;
        fc.pre(copy.some((byte, at) => byte !== bytes[at]));
        expect(() => readModelFile(copy)).toThrow(AlignError);
      }),
      { numRuns: 1_000 },
    );
  });

  it('cut anywhere is refused', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => readModelFile(bytes.slice(0, length))).toThrow(AlignError);
  });

  it('that says any other thing of itself is refused, or read', () => {
    const fields = ['id', 'revision', 'languages', 'dimensions', 'pieces', 'textBytes', 'normalizer', 'levels'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        try {
          readModelFile(tinyModelFile({ [field]: value }));
        } catch (error) {
          if (!(error instanceof AlignError)) throw error;
        }
      }),
      {
        numRuns: 500,
        examples: [
          ['dimensions', [{ toString: null }]],
          ['languages', [{ toString: null }]],
        ],
      },
    );
  });
});

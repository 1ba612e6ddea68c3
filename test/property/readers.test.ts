import { describe, expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { readOverlaps } from '../../src/embed/overlaps.ts';
import { readHunalignText } from '../../src/report/hunalign-text.ts';
import { readLadder } from '../../src/report/ladder.ts';
import { formatOfFile } from '../../src/report/registry.ts';
import { readVecalign } from '../../src/report/vecalign.ts';
import { decodeText } from '../../src/text/decode.ts';
import fc from '../fast-check.ts';

/** Nothing but a value or an error of ours comes of it. */
function typed(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof AlignError)) throw error;
    expect(error.hint).toMatch(/\S/);
  }
}

const numbers = fc.constantFrom('0', '1', '12', '-1', '999999999999999999999', '1e9', '.5', 'NaN', '');
const marks = fc.constantFrom('[', ']', ':', ',', ' ', '\t', '\n', '\r\n', ' ~~~ ', '\ufeff', '#', 'a', '\ud83d');
const like = fc.array(fc.oneof(numbers, marks), { maxLength: 60 }).map((list) => list.join(''));
const text = fc.oneof(like, fc.string({ unit: 'binary' }));

describe('any string read as a file of beads', () => {
  it.each([
    ['vecalign', readVecalign],
    ['ladder', readLadder],
    ['hunalign text', readHunalignText],
  ] as [string, (text: string) => unknown][])('%s', (_, read) => {
    fc.assert(
      fc.property(text, (given) => typed(() => read(given))),
      { numRuns: 2_000 },
    );
  });
});

describe('any bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary' }).map((given) => new TextEncoder().encode(given)),
  );

  it('read as a text', () => {
    fc.assert(
      fc.property(bytes, (given) => typed(() => decodeText(given))),
      { numRuns: 2_000 },
    );
  });

  it('read as overlaps with their vectors', () => {
    fc.assert(
      fc.property(text, bytes, (given, vectors) => typed(() => readOverlaps(given, vectors))),
      { numRuns: 500 },
    );
  });
});

it('any name has a format or none', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => typed(() => formatOfFile(name))));
});

import { expect, test } from 'vitest';
import { evaluateBeads, evaluateDocuments, type Measure } from '../../src/align/evaluate.ts';
import type { BeadPair } from '../../src/core/bead-pair.ts';

/** `0 1 > 2` is source 0 and 1 with rendering 2. */
const beads = (...lines: string[]): BeadPair[] =>
  lines.map((line) => {
    const [source, rendering] = line.split('>').map((side) => side.trim().split(' ').filter(Boolean).map(Number));
    return { source: source!, rendering: rendering! };
  });
const measure = (precision: number, recall: number): Measure => ({
  precision: expect.closeTo(precision, 12),
  recall: expect.closeTo(recall, 12),
  f1: expect.closeTo(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), 12),
});

test('counts equal beads strictly, and beads that share a sentence on both sides laxly', () => {
  const gold = beads('0 > 0', '1 2 > 1', '3 > 2 3', '4 > 4');
  // The first is the same; the second and third overlap the second gold bead; the fourth shares no side with one bead.
  const auto = beads('0 > 0', '1 > 1', '2 > 1', '3 > 4', '4 > 2 3');
  expect(evaluateBeads(gold, auto)).toEqual({
    strict: measure(1 / 5, 1 / 4),
    lax: measure(3 / 5, 2 / 4),
    strictWithoutGaps: measure(1 / 5, 1 / 4),
    laxWithoutGaps: measure(3 / 5, 2 / 4),
  });
});

test('a gap counts in precision, where gold has the same, and never in recall', () => {
  const gold = beads('0 > 0', '1 >', '> 1', '2 > 2', '3 > 3');
  const auto = beads('0 > 0', '1 >', '> 1 2', '2 >', '3 > 3');
  expect(evaluateBeads(gold, auto)).toEqual({
    strict: measure(3 / 5, 2 / 3),
    lax: measure(3 / 5, 2 / 3),
    strictWithoutGaps: measure(2 / 2, 2 / 3),
    laxWithoutGaps: measure(2 / 2, 2 / 3),
  });
});

test('a sentence shared with one bead and another shared with a second do not make an overlap', () => {
  const { strict, lax } = evaluateBeads(beads('0 > 0', '1 > 1'), beads('0 > 1', '1 > 0'));
  expect([strict, lax]).toEqual([measure(0, 0), measure(0, 0)]);
});

test('a sentence in two beads of one side overlaps with both', () => {
  const { lax } = evaluateBeads(beads('0 > 0', '0 > 1'), beads('0 1 > 0'));
  expect(lax).toEqual(measure(1, 1 / 2));
});

test('a bead given twice counts once, and one without sentences not at all', () => {
  const gold = beads('0 > 0', '0 > 0', '1 > 1', '>');
  const auto = beads('0 > 0', '0 > 0', '0 > 0', '1 > 2', '>', '>');
  expect(evaluateBeads(gold, auto).strict).toEqual(measure(1 / 2, 1 / 2));
});

test('nothing to count gives zeros', () => {
  const zeros = { precision: 0, recall: 0, f1: 0 };
  const none = { strict: zeros, lax: zeros, strictWithoutGaps: zeros, laxWithoutGaps: zeros };
  expect(evaluateBeads([], [])).toEqual(none);
  expect(evaluateBeads(beads('0 > 0'), [])).toEqual(none);
  expect(evaluateBeads([], beads('0 > 0'))).toEqual(none);
  expect(evaluateDocuments([])).toEqual(none);
});

test('equal gaps alone are precise and recall nothing', () => {
  const gaps = beads('0 >', '> 0');
  const { strict, strictWithoutGaps } = evaluateBeads(gaps, gaps);
  expect(strict).toEqual(measure(1, 0));
  expect(strictWithoutGaps).toEqual(measure(0, 0));
});

test('documents are counted together and never mixed', () => {
  const one = { gold: beads('0 > 0'), auto: beads('0 > 0') };
  const other = { gold: beads('0 > 1', '1 > 2', '2 > 3'), auto: beads('0 > 0', '1 > 2') };
  expect(evaluateDocuments([one, other]).strict).toEqual(measure(2 / 3, 2 / 4));
});

test('takes beads of thousands of sentences', () => {
  const all = Array.from({ length: 50_000 }, (_, index) => index);
  const { lax } = evaluateBeads([{ source: all, rendering: all }], [{ source: all, rendering: all.slice(1) }]);
  expect(lax).toEqual(measure(1, 1));
});

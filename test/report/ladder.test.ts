import { describe, expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { readLadder, writeLadder, type LadderBead } from '../../src/report/ladder.ts';
import { uncrossed } from '../../src/report/uncrossed.ts';
import fc from '../fast-check.ts';

const bead = (source: number[], rendering: number[], confidence?: number): LadderBead =>
  confidence === undefined ? { source, rendering } : { source, rendering, confidence };

/** Text in which runs of one or two sentences a side changed places at random, some of them gaps. */
const shuffled = fc
  .array(fc.record({ k: fc.nat(2), l: fc.nat(2), place: fc.nat(5) }), { maxLength: 7 })
  .map((parts) => {
    const take = (counts: number[]): number[][] => {
      let next = 0;
      return counts.map((count) => Array.from({ length: count }, () => next++));
    };
    const source = take(parts.map(({ k }) => k));
    const order = parts.map((_, at) => at).sort((a, b) => parts[a]!.place - parts[b]!.place || a - b);
    const inOrder = take(order.map((at) => parts[at]!.l));
    const beads = parts.map((_, at) => bead(source[at]!, inOrder[order.indexOf(at)]!, (at + 1) / 10));
    const count = (lists: number[][]): number => lists.flat().length;
    return { beads, counts: { source: count(source), rendering: count(inOrder) } };
  });

describe('writing', () => {
  it('a rung begins a bead with its confidence, and the last holds the totals', () => {
    const beads = [bead([0], [0, 1], 0.9), bead([1], [], 0.25), bead([], [2], 0.5), bead([2, 3], [3], 0.75)];
    expect(writeLadder(beads, { source: 4, rendering: 4 })).toBe(
      '0\t0\t0.9000\n1\t2\t0.2500\n2\t2\t0.5000\n2\t3\t0.7500\n4\t4\t0.0000\n',
    );
  });

  it('has two columns where no confidence is given, and a rung for nothing at all', () => {
    expect(writeLadder([bead([0], [0])], { source: 1, rendering: 1 })).toBe('0\t0\n1\t1\n');
    expect(writeLadder([], { source: 0, rendering: 0 })).toBe('0\t0\n');
  });

  it('sentences in no bead are gaps', () => {
    expect(writeLadder([bead([1], [0], 1)], { source: 3, rendering: 1 })).toBe(
      '0\t0\t0.0000\n1\t0\t1.0000\n2\t1\t0.0000\n3\t1\t0.0000\n',
    );
  });

  it('of beads that cross, the fewer sentences become gaps', () => {
    const beads = [bead([0], [2], 0.9), bead([1], [0], 0.8), bead([2], [1], 0.7), bead([3], [3], 0.6)];
    expect(writeLadder(beads, { source: 4, rendering: 4 })).toBe(
      '0\t0\t0.0000\n1\t0\t0.8000\n2\t1\t0.7000\n3\t2\t0.0000\n3\t3\t0.6000\n4\t4\t0.0000\n',
    );
  });

  it.each([
    [[bead([0, 2], [0])], /leaves some out/],
    [[bead([1, 0], [0])], /leaves some out/],
    [[bead([0], [0]), bead([0], [1])], /Sentence 0 of the source is in two beads/],
    [[bead([0], [0]), bead([], [0])], /Sentence 0 of the rendering is in two beads/],
    [[bead([3], [0])], /the source does not have it/],
    [[bead([-1], [0])], /the source does not have it/],
  ])('refuses what no ladder holds: %#', (beads, message) => {
    const write = () => writeLadder(beads, { source: 3, rendering: 3 });
    expect(write).toThrow(expect.objectContaining({ code: 'invalid-beads' }));
    expect(write).toThrow(message);
  });
});

describe('reading', () => {
  it('takes tabs and spaces, two columns and three, any line end', () => {
    expect(readLadder('\ufeff0\t0\t-0.3\r\n1\t2\t1.5\r\n\r\n1\t3\t0\r\n')).toEqual([
      bead([0], [0, 1], -0.3),
      bead([], [2], 1.5),
    ]);
    expect(readLadder('0 0\n2 1\n2 1\n')).toEqual([bead([0, 1], [0])]);
    expect(readLadder('0 0')).toEqual([]);
  });

  it.each([
    ['0\t0\n2\t1\n1\t2', 'Line 3 of the text is "1\\t2".'],
    ['0\t0\n2\t2\n3\t1', 'Line 3 of the text is "3\\t1".'],
    ['1\t1', 'Line 1 of the text is "1\\t1".'],
    ['0\t0\n1', 'Line 2 of the text is "1".'],
    ['0\t0\n1\t1\thigh', 'Line 2 of the text is "1\\t1\\thigh".'],
    ['0\t0\n1\t1\t1\t1', 'Line 2 of the text is "1\\t1\\t1\\t1".'],
    ['0\t0\n99999999\t1', 'Line 2 of the text is "99999999\\t1".'],
    ['0\t0\n-1\t1', 'Line 2 of the text is "-1\\t1".'],
    [' \n', 'There is no rung in the text.'],
  ])('names the line that is no rung: %j', (text, message) => {
    expect(() => readLadder(text)).toThrow(AlignError);
    expect(() => readLadder(text)).toThrow(expect.objectContaining({ code: 'invalid-beads', message }));
  });
});

describe('beads in any order', () => {
  it('make a ladder that never falls, and holds each sentence once', () => {
    fc.assert(
      fc.property(shuffled, ({ beads, counts }) => {
        const read = readLadder(writeLadder(beads, counts));
        const numbers = (side: 'source' | 'rendering') => read.flatMap((b) => b[side]);
        expect(numbers('source')).toEqual(Array.from({ length: counts.source }, (_, at) => at));
        expect(numbers('rendering')).toEqual(Array.from({ length: counts.rendering }, (_, at) => at));
      }),
    );
  });

  it('keep the most sentences that can stay without crossing', () => {
    const size = (beads: readonly LadderBead[]) =>
      beads.reduce((sum, { source, rendering }) => sum + source.length + rendering.length, 0);
    fc.assert(
      fc.property(shuffled, ({ beads, counts }) => {
        const paired = beads.filter(({ source, rendering }) => source.length > 0 && rendering.length > 0);
        let best = 0;
        for (let set = 0; set < 2 ** paired.length; set++) {
          const chosen = paired.filter((_, at) => set & (2 ** at));
          const rises = chosen.every((b, at) => at === 0 || b.rendering[0]! > chosen[at - 1]!.rendering[0]!);
          if (rises) best = Math.max(best, size(chosen));
        }
        expect(size(uncrossed([...paired].reverse(), counts.rendering))).toBe(best);
      }),
    );
  });

  it('take no quadratic time', () => {
    const count = 200_000;
    const beads = Array.from({ length: count }, (_, at) => bead([at], [count - 1 - at], 1));
    const started = performance.now();
    expect(uncrossed(beads, count)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

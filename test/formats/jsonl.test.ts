import { describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';
import { lineErrors } from './validators.ts';

const lines = (result: AlignmentResult) =>
  render(result, 'jsonl')
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));

describe('jsonl', () => {
  it('is a line a rendering and a line a finding, each valid by its schema', async () => {
    for (const result of [seedResult(), await hostileArticle()]) {
      const all = lines(result);
      for (const line of all) expect(lineErrors(line)).toEqual([]);
      const { errors, warnings, infos } = result.summary;
      expect(all.filter(({ type }) => type === 'finding')).toHaveLength(errors + warnings + infos);
      expect(all.filter(({ type }) => type === 'rendering').map(({ rendering }) => rendering)).toEqual(
        result.renderings.map(({ id }) => id),
      );
    }
  });

  it('of which the schema would refuse a column 0', () => {
    const finding = lines(seedResult()).at(-1);
    finding.at.column = 0;
    expect(lineErrors(finding)).not.toEqual([]);
  });

  it('has lines that need no others', () => {
    const number = lines(seedResult()).find(({ rule }) => rule === 'number');
    expect(number).toMatchObject({
      source: '003.txt',
      rendering: '000.txt',
      severity: 'error',
      at: { text: '000.txt', line: 11, column: 188 },
      inSource: [{ text: '003.txt', words: 'тысячи' }],
      inRenderings: [{ text: '000.txt', words: 'scores' }],
    });
    const { text } = seedResult().renderings[0]!;
    expect(text.slice(number.at.start, number.at.end)).toBe('scores');
  });
});

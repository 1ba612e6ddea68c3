import { expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { render } from '../../src/report/registry.ts';
import { readVecalign, writeVecalign } from '../../src/report/vecalign.ts';
import { seedResult } from './fixture.ts';

it('writes lists with comma and space, costs with six decimals, and gaps at zero', () => {
  const beads = [
    { source: [6], rendering: [6, 7, 8], cost: 0.5075061 },
    { source: [], rendering: [22], cost: 3.2 },
    { source: [7], rendering: [] },
  ];
  expect(writeVecalign(beads)).toBe('[6]:[6, 7, 8]:0.507506\n[]:[22]:0.000000\n[7]:[]\n');
  expect(writeVecalign([])).toBe('');
});

it('reads what Vecalign and its gold files hold, and what other tools make of it', () => {
  const text = '\ufeff[6]:[6, 7, 8]:0.507506\r\n\r\n[0,1]:[2]\n  [ ] : [22] : 1e-3 \n[10000000]:[]:\r[3, 3]:[4]:-0.1';
  expect(readVecalign(text)).toEqual([
    { source: [6], rendering: [6, 7, 8], cost: 0.507506 },
    { source: [0, 1], rendering: [2] },
    { source: [], rendering: [22], cost: 0.001 },
    { source: [10_000_000], rendering: [] },
    { source: [3, 3], rendering: [4], cost: -0.1 },
  ]);
  expect(readVecalign(' \n')).toEqual([]);
});

it('reads what it wrote', () => {
  const { beads } = seedResult().renderings[0]!;
  const read = readVecalign(writeVecalign(beads));
  expect(read.map(({ source, rendering }) => ({ source, rendering }))).toEqual(
    beads.map(({ source, rendering }) => ({ source, rendering })),
  );
  expect(writeVecalign(read)).toBe(writeVecalign(beads));
});

it.each([
  '[0]',
  '[0] [0]',
  '[0]:0',
  '0:0',
  '[0:[0]',
  '[-1]:[0]',
  '[1.5]:[0]',
  '[1e3]:[0]',
  '[0,]:[0]',
  '[0 1]:[0]',
  '[10000001]:[0]',
  '[99999999999999999999]:[0]',
  '[0]:[0]:cheap',
  '[0]:[0]:nan',
  '[0]:[0]:0.1:0.2',
  ']:[',
  '[:]',
  'SRC: a line',
])('names the line that is no bead: %s', (line) => {
  const read = () => readVecalign(`[0]:[0]\n\n${line}\n[x]:[]`, { name: 'gold.txt' });
  expect(read).toThrow(AlignError);
  expect(read).toThrow(
    expect.objectContaining({
      code: 'invalid-beads',
      message: `Line 3 of gold.txt is ${JSON.stringify(line)}.`,
      hint: expect.stringContaining('[6]:[6, 7]:0.507506') as string,
    }),
  );
});

it('takes long lines in linear time', () => {
  const started = performance.now();
  expect(() => readVecalign(`[${' '.repeat(3_000_000)}`)).toThrow(AlignError);
  expect(() => readVecalign('['.repeat(3_000_000))).toThrow(AlignError);
  expect(readVecalign(`[${'1,'.repeat(500_000)}2]:[]`)[0]!.source).toHaveLength(500_001);
  expect(performance.now() - started).toBeLessThan(2000);
});

it('is a format of results with one rendering', () => {
  const result = seedResult();
  const one = { ...result, renderings: result.renderings.slice(0, 1) };
  expect(render(one, 'vecalign')).toBe(writeVecalign(one.renderings[0]!.beads));
});

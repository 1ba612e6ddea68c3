import { describe, expect, it } from 'vitest';
import { cli, folder } from './harness.ts';

const at = folder({
  'gold.txt': '[0]:[0]\n[1]:[]\n[2]:[1]\n[3, 4]:[2]\n',
  'auto.txt': '[0]:[0]:0.1\r\n[1]:[]:0.0\r\n[2]:[]:0.0\r\n[]:[1]:0.0\r\n[3]:[2]:0.3\r\n[4]:[]:0.0\r\n',
  'other-gold.txt': '[0]:[0]\n',
  'other-auto.txt': '[0]:[0]\n',
  'empty.txt': '',
  'wrong.txt': '[0]:[0]\n[1]:1\n',
});
const gold = ['--gold', at('gold.txt')];
const auto = ['--auto', at('auto.txt')];

it('prints precision, recall and F1, strict and lax, with and without gaps', async () => {
  const { code, stdout, stderr } = await cli(['evaluate', ...gold, ...auto]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    [
      '                      precision     recall         F1',
      'strict                    0.333      0.333      0.333',
      'lax                       0.500      0.667      0.571',
      'strict, without gaps      0.500      0.333      0.400',
      'lax, without gaps         1.000      0.667      0.800',
      '',
    ].join('\n'),
  );
});

it('prints the same as JSON', async () => {
  const { stdout } = await cli(['evaluate', ...auto, ...gold, '--format', 'json']);
  const evaluation = JSON.parse(stdout);
  expect(Object.keys(evaluation)).toEqual(['strict', 'lax', 'strictWithoutGaps', 'laxWithoutGaps']);
  expect(evaluation.strict).toEqual({ precision: 2 / 6, recall: 1 / 3, f1: expect.closeTo(1 / 3, 12) });
});

it('counts several pairs of files together', async () => {
  const more = ['--gold', at('other-gold.txt'), '--auto', at('other-auto.txt')];
  const { stdout } = await cli(['evaluate', ...gold, ...auto, ...more, '--format', 'json']);
  expect(JSON.parse(stdout).strict).toMatchObject({ precision: 3 / 7, recall: 2 / 4 });
});

it('takes standard input, and files without beads', async () => {
  const { stdout } = await cli(['evaluate', ...gold, '--auto', '-'], { stdin: '' });
  expect(stdout).toMatch(/^strict +0\.000 +0\.000 +0\.000$/m);
  expect((await cli(['evaluate', '--gold', at('empty.txt'), '--auto', at('empty.txt')])).code).toBe(0);
});

describe('refuses', () => {
  it.each([
    [[], '0 files of gold beads and 0 of an aligner’s are given.', 'evaluate --help'],
    [[...gold], '1 files of gold beads and 0 of an aligner’s are given.', 'evaluate --help'],
    [[...gold, ...gold, ...auto], '2 files of gold beads and 1 of an aligner’s are given.', 'evaluate --help'],
    [['a.txt', ...gold, ...auto], 'a.txt is neither --gold nor --auto.', 'evaluate --help'],
    [['--gold', '-', '--auto', '-'], 'Only one file can come from standard input.', 'evaluate --help'],
    [[...gold, ...auto, '--formt', 'json'], 'There is no option --formt.', '--format?'],
    [[...gold, ...auto, '--format', 'jsn'], '--format got "jsn".', '"json"?'],
    [[...gold, '--auto', at('wrong.txt')], `Line 2 of ${at('wrong.txt')} is "[1]:1".`, '[6]:[6, 7]'],
    [[...gold, '--auto', 'none.txt'], 'There is no file none.txt.', 'path'],
  ])('%j', async (argv, message, hint) => {
    const { code, stdout, stderr } = await cli(['evaluate', ...argv]);
    const [first, second] = stderr.split('\n');
    expect([code, stdout, first]).toEqual([2, '', `align-translations: ${message}`]);
    expect(second).toContain(hint);
  });
});

it('prints help', async () => {
  const { code, stdout } = await cli(['evaluate', '-h']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^align-translations evaluate --gold GOLD --auto AUTO/);
});

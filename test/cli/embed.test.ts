import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { cli, folder } from './harness.ts';

const embed = vi.hoisted(() => vi.fn());
vi.mock('../../src/embed/static/static-embedder.ts', () => ({ loadStaticEmbedder: async () => ({ embed }) }));

beforeEach(() => {
  embed.mockReset();
  embed.mockImplementation(async (texts: string[]) => {
    const wrong = texts.findIndex((text) => text === '??' || text.startsWith('Das '));
    if (texts[wrong] === '??') throw new AlignError('missing-vector', `Text ${wrong} has no vector.`, 'Leave it out.');
    if (wrong >= 0) throw new AlignError('unsupported-language', `Text ${wrong} is in "de".`, 'Take another model.');
    if (texts.includes('broken')) throw new AlignError('model-failed', 'The model failed.', 'Try again.');
    return { rows: texts.length, columns: 2, data: Float32Array.from(texts.flatMap((text) => [text.length, 0.5])) };
  });
});

it('writes little-endian rows, a line each', async () => {
  const texts = Array.from({ length: 1300 }, (_, i) => 'x'.repeat((i % 7) + 1));
  const at = folder({ 'lines.txt': `${texts.join('\r\n')}\n` });
  expect((await cli(['embed', at('lines.txt'), '-o', at('v.f32')])).code).toBe(0);
  const bytes = readFileSync(at('v.f32'));
  expect(bytes).toHaveLength(texts.length * 8);
  texts.forEach((text, i) =>
    expect([bytes.readFloatLE(i * 8), bytes.readFloatLE(i * 8 + 4)]).toEqual([text.length, 0.5]),
  );
  expect(embed.mock.calls.length).toBeGreaterThan(1);
  expect((await cli(['embed', '-'], { stdin: 'ab\n' })).stdoutBytes.readFloatLE(0)).toBe(2);
});

it.each([
  ['a\n\nb\n', 'Line 2 is empty.'],
  [`${'a\n'.repeat(600)}??\n`, 'Line 601 has no vector: the model knows none of it.\nLeave it out.'],
  [
    `${'a\n'.repeat(600)}Das ist Deutsch.\n??\n`,
    'Line 601 has no vector: it seems to be in a language that the model does not know.\nTake another model.',
  ],
  ['a\nbroken\n', 'align-translations: The model failed.\nTry again.'],
  ['a\nbroken\n??\n', 'align-translations: The model failed.\nTry again.'],
])('names the line that has no vector, and passes on what no line is to blame for: %#', async (content, message) => {
  const at = folder({ 'lines.txt': content });
  const { code, stderr } = await cli(['embed', at('lines.txt'), '-o', at('v.f32')]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(existsSync(at('v.f32')) || existsSync(at('v.f32.partial'))).toBe(false);
});

it('writes no vectors to a terminal', async () => {
  const { code, stdout, stderr } = await cli(['embed', '-'], { stdin: 'a\n', tty: true });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Name a file with -o');
});

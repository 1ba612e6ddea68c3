import { expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { readLines } from '../../src/cli/lines.ts';

async function lines(bytes: Uint8Array, size: number, maxBytes?: number): Promise<(string | AlignError)[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const all: (string | AlignError)[] = [];
  for await (const line of readLines(chunks(), maxBytes)) all.push(line);
  return all;
}

it('finds lines wherever chunks end', async () => {
  const bytes = Buffer.from('\ufeffодин\r\n\nдва\u2028три\u0085\n😀 \rx');
  for (let size = 1; size <= bytes.length; size++) {
    expect(await lines(bytes, size)).toEqual(['один', '', 'два\u2028три\u0085', '😀 \rx']);
  }
  expect(await lines(Buffer.from('a\n'), 1)).toEqual(['a']);
  expect(await lines(Buffer.from(''), 1)).toEqual([]);
});

it('tells bad lines by number and goes on', async () => {
  const bytes = Buffer.concat([Buffer.from('a\n'), new Uint8Array([0xff, 0x0a]), Buffer.from('12345\n1234')]);
  for (const size of [1, 4, 100]) {
    const [first, second, third, fourth] = await lines(bytes, size, 4);
    expect([first, fourth]).toEqual(['a', '1234']);
    expect(second).toMatchObject({ code: 'file-not-text', message: 'Line 2 is not valid UTF-8.' });
    expect(third).toMatchObject({ code: 'file-too-large', message: 'Line 3 has more than 4 bytes.' });
  }
});

import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { member, memberSize, MEMBER_HEADER } from '../../src/cli/batch-members.ts';

it('writes members that any reader joins, and that tell their size', async () => {
  const texts = ['', 'first\n', 'строка\n'.repeat(10_000)].map((text) => Buffer.from(text));
  const members = await Promise.all(texts.map((text) => member(text)));
  expect(gunzipSync(Buffer.concat(members)).equals(Buffer.concat(texts))).toBe(true);
  for (const bytes of members) expect(memberSize(Buffer.from(bytes).subarray(0, MEMBER_HEADER))).toBe(bytes.length);
  expect(memberSize(Buffer.from('1f8b0800'.padEnd(48, '0'), 'hex'))).toBeUndefined();
  expect(memberSize(Buffer.from(members[1]!).subarray(0, 12))).toBeUndefined();
});

import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { bytesOf } from '../../src/core/base64.ts';

test('every byte comes back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  expect(bytesOf('')).toEqual(new Uint8Array(0));
});

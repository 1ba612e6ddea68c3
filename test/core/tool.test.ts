import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tool } from '../../src/core/tool.ts';

it('has the name and version of package.json', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  expect(tool).toEqual({ name, version });
});

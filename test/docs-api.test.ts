import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

it('the API reference is made without a warning, so every public name has its docstring', { timeout: 120_000 }, () => {
  const typedoc = fileURLToPath(new URL('node_modules/typedoc/bin/typedoc', root));
  const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--emit', 'none'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  });
  expect([status, stdout + stderr]).toEqual([0, '']);
});

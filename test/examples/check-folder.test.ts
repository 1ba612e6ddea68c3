import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { example, runNode } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (...argv: string[]) => runNode(example('check-folder/check.mjs'), ...argv);

it('writes a result and a page for each pair and fails on the pair with findings', () => {
  const reports = join(folder, 'reports');
  const { status, stdout, stderr } = check(example('check-folder/wire'), reports);
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toBe('clean     phone-call\nFINDINGS  talks\n');
  expect(readdirSync(reports).sort()).toEqual(['phone-call.html', 'phone-call.json', 'talks.html', 'talks.json']);
  const result = JSON.parse(readFileSync(join(reports, 'talks.json'), 'utf8')) as { summary: { errors: number } };
  expect(result.summary.errors).toBeGreaterThan(0);
});

it('succeeds where no pair has findings, and tells a missing translation from findings', () => {
  const copy = (file: string) => copyFileSync(example(`check-folder/wire/${file}`), join(folder, file));
  copy('phone-call.ru.txt');
  copy('phone-call.en.txt');
  expect(check(folder, join(folder, 'clean')).status).toBe(0);
  copy('talks.ru.txt');
  const { status, stdout, stderr } = check(folder, join(folder, 'missing'));
  expect(status).toBe(2);
  expect(stdout).toContain('FAILED    talks\n');
  expect(stderr).toContain('talks.en.txt');
});

it('asks for its arguments', () => {
  expect(check()).toMatchObject({ status: 2, stdout: '', stderr: 'Usage: node check.mjs FOLDER REPORTS\n' });
});

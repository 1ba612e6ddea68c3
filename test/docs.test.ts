import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../src/index.ts';

const root = new URL('../', import.meta.url);
const pages = ['README.md', ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })]
  .map((path) => (path === 'README.md' ? path : `docs/${path.replaceAll('\\', '/')}`))
  .filter((path) => path.endsWith('.md'));

describe('the documents', () => {
  it('show in README.md what the program prints today (npm run docs:readme renews it)', () => {
    const script = fileURLToPath(new URL('scripts/readme.mjs', root));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(pages)('%s links to files that are there', (page) => {
    const base = new URL(page, root);
    const links = [...readFileSync(base, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target!);
    const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(new URL(link, base)));
    expect(missing).toEqual([]);
  });

  it('have a page for each rule', () => {
    const missing = ruleIds.filter((id) => !existsSync(new URL(`docs/rules/${id}.md`, root)));
    expect(missing).toEqual([]);
  });

  it('keep the picture of the report small', () => {
    expect(readFileSync(new URL('docs/images/report.png', root)).length).toBeLessThan(300_000);
  });
});

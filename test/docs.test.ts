import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../src/index.ts';
import { readPage, root } from './docs/code-blocks.ts';
import { commandFaults, namedScripts } from './docs/commands.ts';

/** Pages below these, the reference that `npm run docs:api` makes left out. */
const FOLDERS = ['.changeset', 'bench', 'docs', 'examples', 'models', 'training'];
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.md') && !/(?:^|\/)node_modules\/|^docs\/api\//.test(path)),
  ),
];

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const prose = text.replace(/^```[^]*?^```$/gm, '');
  const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Links between files that lead nowhere, the place in the other page included. */
function deadLinks(page: string): string[] {
  const base = new URL(page, root);
  const links = [...readFileSync(base, 'utf8').matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target]) => target!);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path, anchor] = link.split('#') as [string, string?];
    const file = path === '' ? base : new URL(path, base);
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.pathname.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).has(anchor);
  });
}

const scriptsOf = (manifest: string): string[] => Object.keys(JSON.parse(readPage(manifest)).scripts);
const scripts = [...scriptsOf('package.json'), ...scriptsOf('examples/playground/package.json')];

describe('the documents', () => {
  it('show in README.md what the program prints today (npm run docs:readme renews it)', () => {
    const script = fileURLToPath(new URL('scripts/readme.mjs', root));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(pages)('%s links to what is there', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it.each(pages)('%s names commands, options and scripts that there are', (page) => {
    const text = readPage(page);
    expect(commandFaults(text)).toEqual([]);
    expect(namedScripts(text).filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('have a page for each rule', () => {
    const missing = ruleIds.filter((id) => !existsSync(new URL(`docs/rules/${id}.md`, root)));
    expect(missing).toEqual([]);
  });

  it('keep the picture of the report small', () => {
    expect(readFileSync(new URL('docs/images/report.png', root)).length).toBeLessThan(300_000);
  });
});

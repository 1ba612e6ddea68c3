import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPage, root } from './docs/code-blocks.ts';

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: object;
  jobs: Record<string, Job>;
}

const path = (name: string): string => fileURLToPath(new URL(name, root));
const manifest = JSON.parse(readPage('package.json')) as { version: string; scripts: Record<string, string> };

describe.each(['ci', 'release'])('the workflow %s', (name) => {
  const text = readPage(`.github/workflows/${name}.yml`);
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('begins without any permission and gives each job its own', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) expect(job).toMatchObject({ permissions: {}, 'timeout-minutes': expect.any(Number) });
  });

  it('pins the actions that it uses to commits', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) {
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
    for (const step of steps)
      if (step.uses?.includes('checkout')) expect(step.with?.['persist-credentials']).toBe(false);
  });

  it('runs scripts that there are, and puts nothing into them that others write', () => {
    const scripts = steps.flatMap((step) => step.run ?? []);
    for (const script of scripts) {
      expect(script).not.toContain('${{');
      for (const [, npm] of script.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(manifest.scripts)).toContain(npm);
      for (const [, file] of script.matchAll(/(?:node|bash) ([\w./-]+)/g))
        expect(existsSync(path(file!)), file).toBe(true);
    }
    expect(scripts).toContain('bash .ci/run');
  });
});

describe('the workflow release', () => {
  const { on, jobs } = parse(readPage('.github/workflows/release.yml')) as Workflow;

  it('publishes with provenance, from a job that may do nothing else and runs nothing of the repository', () => {
    expect(on).toEqual({ push: { tags: ['v*'] } });
    expect(jobs['pack']!.permissions).toEqual({ contents: 'read' });
    const { permissions, steps } = jobs['publish']!;
    expect(permissions).toEqual({ 'id-token': 'write' });
    expect(steps.flatMap(({ uses }) => uses?.split('@')[0] ?? [])).toEqual([
      'actions/setup-node',
      'actions/download-artifact',
    ]);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm publish ./release/*.tgz --provenance --access public --ignore-scripts',
    ]);
  });
});

describe('a version', () => {
  let folder: string;
  const run = (...argv: string[]) => spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    const files = [
      'package.json',
      'package-lock.json',
      'CHANGELOG.md',
      'src/core/tool.ts',
      'examples/ci/wire-copy.yml',
    ];
    for (const name of [...files, '.changeset', 'scripts/set-version.mjs', 'scripts/check-release.mjs']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(path(name), join(folder, name), { recursive: true });
    }
    symlinkSync(path('node_modules'), join(folder, 'node_modules'), 'junction');
    spawnSync('git', ['init', '-q', folder]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has its section in CHANGELOG.md', () => {
    expect(read('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`);
  });

  it('is made of the changesets, and stands in every place', () => {
    writeFileSync(join(folder, '.changeset/new.md'), "---\n'align-translations': minor\n---\n\nA new rule.\n");
    const [major, minor] = manifest.version.split('.').map(Number);
    const next = `${major}.${minor! + 1}.0`;
    expect(manifest.scripts['version']).toBe('changeset version && node scripts/set-version.mjs');
    const changeset = run('node_modules/@changesets/cli/bin.js', 'version');
    expect(changeset.status, changeset.stderr).toBe(0);
    const set = run('scripts/set-version.mjs');
    expect([set.status, set.stdout]).toEqual([0, `The version is ${next}.\n`]);
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${next}\n\n### Minor Changes\n\n- .*A new rule\\.`, 'm'));
    expect(read('src/core/tool.ts')).toContain(`version: '${next}'`);
    expect(read('examples/ci/wire-copy.yml')).toContain(`align-translations@${next}\n`);
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version: next, packages: { '': { version: next } } });
    expect(run('scripts/check-release.mjs', `v${next}`)).toMatchObject({ status: 0, stderr: '' });
  });

  it('is not released under another tag, or while a change waits for one', () => {
    expect(run('scripts/check-release.mjs', `v${manifest.version}`).stderr).not.toContain('The tag is');
    writeFileSync(join(folder, '.changeset/new.md'), "---\n'align-translations': patch\n---\n\nA fault less.\n");
    const { status, stderr } = run('scripts/check-release.mjs', 'v9.9.9');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `The tag is v9.9.9, and the version of package.json ${manifest.version}.\nNo version has these changes yet: new.md. Run "npm run version".\n`,
    );
  });
});

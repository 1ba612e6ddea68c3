import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseXml, sarifErrors, textsAt, validateWithXsd } from '../formats/validators.ts';
import { example } from './run.ts';

interface Step {
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

interface Workflow {
  on: Record<string, { paths: string[] }>;
  permissions: object;
  jobs: { check: { permissions: Record<string, string>; defaults: { run: { shell: string } }; steps: Step[] } };
}

const text = readFileSync(example('ci/wire-copy.yml'), 'utf8');
const workflow = parse(text) as Workflow;
const { steps, permissions, defaults } = workflow.jobs.check;
const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

describe('the workflow', () => {
  it('runs where wire copy, the baseline or itself changes', () => {
    const paths = ['wire/**', 'wire-baseline.json', '.github/workflows/wire-copy.yml'];
    expect(workflow.on).toEqual({ push: { branches: ['main'], paths }, pull_request: { paths } });
  });

  it('may do what it has to and no more, and pins what it uses', () => {
    expect(workflow.permissions).toEqual({});
    expect(permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(4);
    for (const action of uses) {
      expect(action).toMatch(/^(?:actions|github)\/[\w/-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
    expect(steps.flatMap(({ env }) => env?.['CHECKER'] ?? [])).toEqual([`align-translations@${version}`]);
    // What others write, such as the title of a pull request, gets into no script.
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('its steps, in bash', { timeout: 90_000 }, () => {
  let folder: string;
  const path = (...names: string[]): string => join(folder, ...names);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wire-copy-'));
    cpSync(example('check-folder/wire'), path('wire'), { recursive: true });
    cpSync(example('ci/wire-baseline.json'), path('wire-baseline.json'));
    // What npx would fetch lies where it looks first.
    const [own, bin] = [path('node_modules/align-translations'), path('node_modules/.bin')];
    for (const made of [own, bin]) mkdirSync(made, { recursive: true });
    const manifest = { name: 'align-translations', version, bin: 'dist/cli.js' };
    writeFileSync(join(own, 'package.json'), JSON.stringify(manifest));
    symlinkSync(fileURLToPath(new URL('../../dist', import.meta.url)), join(own, 'dist'), 'junction');
    symlinkSync('../align-translations/dist/cli.js', join(bin, 'align-translations'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs the scripts as GitHub does, those after a failure only where their `if` says so; gives their exit statuses. */
  function runSteps(): Record<string, number | null> {
    expect(defaults.run.shell).toBe('bash');
    const statuses: Record<string, number | null> = {};
    let failed = false;
    for (const step of steps) {
      if (step.run === undefined || (failed && step.if !== '${{ !cancelled() }}')) continue;
      writeFileSync(path('step.sh'), step.run);
      const env = { ...process.env, npm_config_offline: 'true', GITHUB_STEP_SUMMARY: path('summary.md'), ...step.env };
      const argv = ['--noprofile', '--norc', '-eo', 'pipefail', 'step.sh'];
      const { status, stdout } = spawnSync('bash', argv, { cwd: folder, encoding: 'utf8', env });
      expect(stdout).not.toMatch(/^\s*::/m);
      statuses[step.name!] = status;
      failed ||= status !== 0;
    }
    return statuses;
  }

  const NAMES = [
    'Check each article with its translation',
    'Show the report in the summary of the run',
    'Leave the findings that are known out of the SARIF file',
  ];
  const statuses = (...of: number[]): object => Object.fromEntries(NAMES.map((name, i) => [name, of[i]]));
  const junit = (): string => readFileSync(path('reports/wire-copy.junit.xml'), 'utf8');

  interface SarifResult {
    ruleId: string;
    level: string;
    locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
  }
  function sarif(): SarifResult[] {
    const log = JSON.parse(readFileSync(path('wire-copy.sarif'), 'utf8'));
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs).toHaveLength(1);
    return log.runs[0].results;
  }

  it('pass where all that is found is in the baseline, and leave what they upload', () => {
    expect(runSteps()).toEqual(statuses(0, 0, 0));
    expect(sarif()).toEqual([]);
    validateWithXsd(junit(), 'junit.xsd');
    expect(textsAt(parseXml(junit()), '/testsuites/@failures')).toEqual(['0']);
    for (const name of ['talks', 'phone-call'])
      expect(readFileSync(path(`reports/${name}.html`), 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(path('summary.md'), 'utf8')).toMatch(/phone-call[^]*talks/);
    const uploads = steps.flatMap((step) => (step.with?.['sarif_file'] ?? step.with?.['path'] ?? '').split('\n'));
    const left = [...readdirSync(folder), ...readdirSync(folder).map((name) => `${name}/`)];
    for (const upload of uploads.filter((name) => name !== '')) expect(left).toContain(upload);
  });

  it('fail on a new error, and tell it at the line of the translation all the same', () => {
    const talks = readFileSync(path('wire/talks.en.txt'), 'utf8');
    writeFileSync(path('wire/talks.en.txt'), talks.replace('Lavrov informed', 'Nebenzya informed'));
    expect(runSteps()).toEqual(statuses(1, 0, 0));
    const results = sarif();
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toContainEqual(['name', 'error']);
    expect(results.map(({ ruleId }) => ruleId)).not.toContain('omission');
    const { uri } = results[0]!.locations[0]!.physicalLocation.artifactLocation;
    expect(uri).toBe('wire/talks.en.txt');
    validateWithXsd(junit(), 'junit.xsd');
    expect(textsAt(parseXml(junit()), '//testcase[failure]/@name')).toEqual(['name']);
    expect(readFileSync(path('summary.md'), 'utf8')).toContain('**error** wire/talks.en.txt:1:18 ');
  });

  it('fail where a translation is missing, and check the others', () => {
    rmSync(path('wire/phone-call.en.txt'));
    expect(runSteps()).toEqual(statuses(2, 0, 0));
    expect(readdirSync(path('reports'))).toContain('talks.html');
  });
});

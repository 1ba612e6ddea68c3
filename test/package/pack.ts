import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A command's outcome, with both outputs together for messages. */
export function run(command: string, argv: readonly string[], cwd: string): { status: number | null; output: string } {
  const shell = process.platform === 'win32' && !command.endsWith('.exe');
  const { status, stdout, stderr, error } = spawnSync(command, argv, { encoding: 'utf8', cwd, shell });
  return { status, output: `${error?.message ?? ''}${stdout}${stderr}` };
}

/** A program of a development dependency. */
export const tool = (name: string): string => join(root, 'node_modules', '.bin', name);

/** The npm that runs the tests, or the one on the path, without a network. */
function npm(argv: readonly string[], cwd: string): { status: number | null; output: string } {
  const starter = process.env['npm_execpath'] ?? '';
  const offline = [...argv, '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return /^npm-cli\.c?js$/.test(basename(starter))
    ? run(process.execPath, [starter, ...offline], cwd)
    : run('npm', offline, cwd);
}

/** Packs a package folder into a folder of `into` and gives the tarball's path. */
function pack(folder: string, into: string): string {
  const destination = mkdtempSync(join(into, 'tarball-'));
  const { status, output } = npm(['pack', '--pack-destination', destination], folder);
  if (status !== 0) throw new Error(`npm pack failed:\n${output}`);
  return join(destination, readdirSync(destination)[0]!);
}

/**
 * A project that has nothing but the packed package and its one dependency, installed by npm from two tarballs without
 * a network.
 */
export function installPacked(): { project: string; tarball: string } {
  const project = mkdtempSync(join(tmpdir(), 'packed-'));
  const tarball = pack(root, project);
  const dependency = pack(join(root, 'node_modules', 'fastest-levenshtein'), project);
  const dependencies = { 'align-translations': `file:${tarball}`, 'fastest-levenshtein': `file:${dependency}` };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, dependencies }));
  const { status, output } = npm(['install', '--no-package-lock'], project);
  if (status !== 0) throw new Error(`npm install failed:\n${output}`);
  return { project, tarball };
}

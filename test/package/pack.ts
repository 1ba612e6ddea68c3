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

/** Packs package folders into a folder of `into`, and gives the path of each tarball. */
function pack(folders: readonly string[], into: string): string[] {
  const destination = mkdtempSync(join(into, 'tarball-'));
  const { status, output } = npm(['pack', '--pack-destination', destination, ...folders], into);
  if (status !== 0) throw new Error(`npm pack failed:\n${output}`);
  return readdirSync(destination).map((name) => join(destination, name));
}

/** The dependencies of the package and theirs, which lie in the repository's own node_modules. */
const DEPENDENCIES = ['fastest-levenshtein', 'fdir', 'picomatch', 'tinyglobby'];

/** A project that has nothing but the packed package and its dependencies, installed by npm from tarballs without a network. */
export function installPacked(): { project: string; tarball: string } {
  const project = mkdtempSync(join(tmpdir(), 'packed-'));
  const [tarball] = pack([root], project) as [string];
  const packed = pack(
    DEPENDENCIES.map((name) => join(root, 'node_modules', name)),
    project,
  );
  const of = (name: string): string => packed.find((path) => basename(path).startsWith(`${name}-`))!;
  const own = Object.fromEntries(DEPENDENCIES.map((name) => [name, `file:${of(name)}`]));
  const dependencies = { 'align-translations': `file:${tarball}`, ...own };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, dependencies }));
  const { status, output } = npm(['install', '--no-package-lock'], project);
  if (status !== 0) throw new Error(`npm install failed:\n${output}`);
  return { project, tarball };
}

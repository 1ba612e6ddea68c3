// Installs the packages of the lock file where node_modules is absent or older than it: `node scripts/ensure-installed.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const lockFile = new URL('package-lock.json', root);
/** npm writes this file last, so an install that was broken off is done again. */
const installed = new URL('node_modules/.package-lock.json', root);

/** True where node_modules holds what the lock file asks for, as far as the times of the files tell. */
function isInstalled() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Runs `npm ci` where that is needed. Ends the process with npm's status where it fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages (npm ci) ...');
  const { status, error } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  console.error(
    [
      '',
      error === undefined ? 'The packages could not be installed.' : `npm could not be started: ${error.message}.`,
      'This step needs the package registry that npm is set up for, and nothing else from the network.',
      'Without a network, bring the packages along: on a machine that has one, run "npm ci --cache ./npm-cache", copy',
      'that folder here and run "npm ci --offline --cache ./npm-cache". All other steps work offline.',
    ].join('\n'),
  );
  process.exit(status || 1);
}

/** The npm that started this script, or the one on the path. */
function runNpm(args) {
  const options = { cwd: fileURLToPath(root), stdio: ['ignore', 'inherit', 'inherit'] };
  const starter = process.env.npm_execpath;
  return starter !== undefined && /^npm-cli\.c?js$/.test(basename(starter))
    ? spawnSync(process.execPath, [starter, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();

// Installs what is missing, then builds dist/ where it is absent or older than its sources: `node scripts/ensure-built.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = new URL('../', import.meta.url);
const sources = ['src/', 'tsup.config.ts', 'tsconfig.json', 'package.json'];
/** One of each kind that a build writes; the types come last. */
const outputs = ['dist/cli.js', 'dist/index.js', 'dist/index.cjs', 'dist/index.d.ts', 'dist/index.d.cts'];

/** True where every output is there and newer than the newest source. */
export function isBuilt() {
  const files = outputs.map((path) => new URL(path, root));
  if (!files.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.every((path) => newest(new URL(path, root)) <= oldest);
}

/** Installs and builds where needed. Ends the process where either fails. */
export function ensureBuilt() {
  ensureInstalled();
  if (isBuilt()) return;
  console.error('Building dist/ (tsup) ...');
  const tsup = fileURLToPath(new URL('node_modules/tsup/dist/cli-default.js', root));
  const { status } = spawnSync(process.execPath, [tsup, '--silent'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) return;
  console.error('The build failed.');
  process.exit(status || 1);
}

/** The latest change of a file, or of the files and folders in a folder, which tell of files removed. */
function newest(url) {
  const { mtimeMs } = statSync(url);
  if (!url.pathname.endsWith('/')) return mtimeMs;
  const entries = readdirSync(url, { withFileTypes: true });
  return entries.reduce(
    (latest, entry) => Math.max(latest, newest(new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, url))),
    mtimeMs,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();

// `npm run demo`: the source of examples/seeds with its four renderings, in the terminal and as a page in demo/.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

ensureBuilt();

const root = new URL('../', import.meta.url);
mkdirSync(new URL('demo/', root), { recursive: true });
const texts = ['003', '000', '001', '002', '004'].map((name) => `examples/seeds/${name}.txt`);
const { status } = spawnSync(
  process.execPath,
  // The first format goes to the first output, the terminal.
  ['dist/cli.js', ...texts, '--format', 'stylish', '-o', '-', '--format', 'html', '-o', 'demo/report.html'],
  { cwd: fileURLToPath(root), stdio: ['ignore', 'inherit', 'inherit'] },
);
// 1 says that there are findings, and that there are some is what the demo shows.
if (status !== 0 && status !== 1) process.exit(status ?? 1);
console.log('\nThe same as a page: demo/report.html');

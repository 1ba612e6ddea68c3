// Checks a folder of wire copy: `node check.mjs FOLDER REPORTS`.
// NAME.ru.txt is an article, NAME.en.txt its translation. REPORTS gets NAME.json and NAME.html of each pair.
// Exit status: 0 nothing found, 1 findings, 2 a translation is missing or a text could not be read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('dist/cli.js', import.meta.resolve('align-translations/package.json')));
const [folder, reports] = process.argv.slice(2);
if (folder === undefined || reports === undefined) {
  console.error('Usage: node check.mjs FOLDER REPORTS');
  process.exit(2);
}
mkdirSync(reports, { recursive: true });

const verdicts = ['clean', 'FINDINGS', 'FAILED'];
let worst = 0;
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.ru.txt')) continue;
  const name = file.slice(0, -'.ru.txt'.length);
  const status = check(name);
  worst = Math.max(worst, status);
  console.log(`${verdicts[status].padEnd(8)}  ${name}`);
}
process.exit(worst);

function check(name) {
  const [source, rendering] = [join(folder, `${name}.ru.txt`), join(folder, `${name}.en.txt`)];
  if (!existsSync(rendering)) {
    console.error(`There is no ${rendering}.`);
    return 2;
  }
  const outputs = ['-o', join(reports, `${name}.json`), '-o', join(reports, `${name}.html`)];
  const { status } = spawnSync(
    process.execPath,
    [command, source, rendering, '--profile', 'wire', '--quiet', ...outputs],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return status === 0 || status === 1 ? status : 2;
}

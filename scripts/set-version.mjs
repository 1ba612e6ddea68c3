// Writes the version of package.json wherever else it stands: `npm run version` calls it when changesets have set a new one.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const { name, version } = JSON.parse(read('package.json'));

replace('src/core/tool.ts', /version: '[^']+'/, `version: '${version}'`);
replace('examples/ci/wire-copy.yml', new RegExp(`${name}@\\d[\\w.-]*`), `${name}@${version}`);

const lock = JSON.parse(read('package-lock.json'));
lock.version = lock.packages[''].version = version;
write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`The version is ${version}.`);

function replace(path, pattern, text) {
  const before = read(path);
  if (!pattern.test(before)) throw new Error(`${path} has no ${pattern}.`);
  write(path, before.replace(pattern, text));
}

function write(path, text) {
  writeFileSync(new URL(path, root), text);
}

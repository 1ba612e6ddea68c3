// Fails where a tag is not ready for npm: `node scripts/check-release.mjs v0.1.0`.
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const { version } = JSON.parse(read('package.json'));
const tag = process.argv[2];

const problems = [];
if (tag !== `v${version}`) problems.push(`The tag is ${tag ?? 'missing'}, and the version of package.json ${version}.`);
const pending = readdirSync(new URL('.changeset/', root)).filter(
  (file) => file.endsWith('.md') && file !== 'README.md',
);
if (pending.length > 0)
  problems.push(`No version has these changes yet: ${pending.join(', ')}. Run "npm run version".`);
if (!read('CHANGELOG.md').includes(`\n## ${version}\n`)) problems.push(`CHANGELOG.md has no section "## ${version}".`);

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

/**
 * How the fitted weights do on documents that they were not fitted on: fits on one half, scores the other, and changes
 * sides. Writes bench/held-out.md and puts the weights of both halves back: `npm run bench:held-out` (ten minutes).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = join(root, '../shared/bench/score-planted.py');
if (!existsSync(scorer)) {
  console.error('The development data is not here: this bench needs ../shared beside the repository.');
  process.exit(2);
}
/** What the fits write. */
const weightFiles = readdirSync(join(root, 'src'), { recursive: true })
  .filter((file) => file.endsWith('-weights.ts'))
  .map((file) => join(root, 'src', file))
  .concat(join(root, 'bench/calibration.md'));
const shipped = weightFiles.map((file) => readFileSync(file, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'held-out-'));

function run(command, args, env = {}) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return stdout;
}

const columns = [];
try {
  for (const [fitted, measured] of ['ab', 'ba']) {
    run('npm', ['run', 'fit'], { HALF: fitted });
    const cases = join(folder, `${measured}.jsonl`);
    const results = join(folder, `${measured}.results.jsonl`);
    writeFileSync(cases, gunzipSync(readFileSync(join(root, `../shared/corpora/dev/planted/${measured}.jsonl.gz`))));
    run('npx', ['tsx', 'src/cli/main.ts', 'batch', cases, '-o', results]);
    columns.push({ fitted, measured, scores: JSON.parse(run('python3', [scorer, cases, results, '--json'])) });
  }
} finally {
  weightFiles.forEach((file, index) => writeFileSync(file, shipped[index]));
}

const line = (name, value) => `| ${name} | ${columns.map(({ scores }) => value(scores)).join(' | ')} |`;
const rules = Object.keys(columns[0].scores.rules);
const table = `# Planted defects, weights fitted on the other half

\`npm run bench:held-out\`; what ships is fitted on both halves (planted.md).

| | ${columns.map(({ fitted, measured }) => `fitted on ${fitted}, measured on ${measured}`).join(' | ')} |
|---|---|---|
${line('links, F1', (s) => s.links.f1.toFixed(3))}
${line('false alarms per 100, rules about meaning', (s) => s.falseAlarmsPer100.toFixed(2))}
${rules.map((rule) => line(`recall, ${rule}`, (s) => s.rules[rule].recall.toFixed(3))).join('\n')}
`;
console.log(table);
writeFileSync(join(root, 'bench/held-out.md'), table);

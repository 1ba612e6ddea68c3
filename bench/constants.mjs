// What the constants of alignment that no fit sets are worth: `npm run bench:constants`, some ten minutes.
// Scores the planted cases with each constant in turn at other values, in a copy of src/, and writes bench/constants.md.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** Where each constant stands, its text there, and the other values that are tried. */
const constants = [
  ['align/bead-weights.ts', 'MOVED_PENALTY = 4', ['2', '8']],
  ['align/bead-weights.ts', 'breaks: -3', ['-1', '-6']],
  ['align/bead-model.ts', 'LENGTH_SPREAD = 0.1', ['0.05', '0.2']],
  ['align/similarity.ts', 'HUB_RANKS = 3', ['1', '6']],
  ['align/similarity.ts', 'MISSING_RANK = 0.3', ['0.2', '0.4']],
  ['align/doubtful-pairs.ts', 'LEAST_ODDS = -Math.LN2', ['0', '-1.5']],
  ['align/loose-ends.ts', 'JOIN_BELOW = 0.3', ['0.15', '0.5']],
  ['align/loose-ends.ts', 'SURE = 0.7', ['0.5', '0.85']],
  ['align/missing-phrases.ts', '\nconst CLIP = 3', ['2', '5']],
  ['align/missing-phrases.ts', 'COVERED_CLIP = 1.5', ['1', '3']],
  ['text/run-in-headline.ts', 'const SURE = 0.6', ['0.4', '0.8']],
  ['text/block-sentences.ts', 'const SURE = 2', ['1.5', '3']],
  ['align/common-run-ons.ts', 'const MARKED = 5', ['2', '8']],
  ['align/common-run-ons.ts', 'const TOGETHER = 0;', ['-1;', '1;']],
  ['align/common-run-ons.ts', 'const LIKE_NAMES = 0.6', ['0.4', '2']],
  ['align/common-run-ons.ts', 'const LEAST_FIT = 1', ['0', '2']],
  ['align/common-run-ons.ts', 'const LEAST_FIT_BESIDE_MARK = 2', ['1', '3']],
  ['align/common-run-ons.ts', 'const BOTH_SURE = 4', ['3', '8']],
  ['align/common-run-ons.ts', 'const LIKE_LENGTHS = 0.5', ['0.25', '1']],
  ['detect/retold.ts', 'SAME_WORDS = 0.7', ['0.5', '0.85']],
  ['detect/lacking-phrases.ts', 'const LEAST_ODDS = -1', ['-0.5', '-2']],
  ['detect/addition.ts', 'const DOUBTFUL = 0.9', ['0.5', '0.98']],
];

const folder = mkdtempSync(join(tmpdir(), 'constants-'));
const rows = [];
try {
  for (const name of ['models', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  for (const half of ['a', 'b']) {
    const packed = readFileSync(join(root, `../shared/corpora/dev/planted/${half}.jsonl.gz`));
    writeFileSync(join(folder, `${half}.jsonl`), gunzipSync(packed));
  }
  row('as shipped', '');
  for (const [file, shipped, others] of constants) {
    const path = join(folder, 'src', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(shipped).length !== 2) throw new Error(`src/${file} does not hold "${shipped}" once`);
    const stem = shipped.slice(0, shipped.search(/[^ =:]*$/));
    for (const value of others) {
      writeFileSync(path, text.replace(shipped, stem + value));
      row(shipped.trim().replace('const ', '').replace(';', ''), value.replace(';', ''));
    }
    writeFileSync(path, text);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const table = `# Constants that no fit sets

\`npm run bench:constants\`: the planted cases with one constant changed and the fitted weights as they are; half a / half b.

| constant | changed to | links, F1 | omission | addition | moved | partial-omission | false alarms per 100 |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(join(root, 'bench/constants.md'), table);

/** Scores both halves with the copy as it is and adds a row to the table. */
function row(constant, value) {
  const scores = ['a', 'b'].map((half) => {
    const [cases, results] = [join(folder, `${half}.jsonl`), join(folder, `${half}.results.jsonl`)];
    run(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'batch', cases, '-o', results, '--quiet']);
    return JSON.parse(run('python3', [scorer, cases, results, '--json']));
  });
  const both = (figure) => scores.map(figure).join(' / ');
  const recall = (rule) => both(({ rules }) => rules[rule].recall.toFixed(3));
  const cells = [constant, value, both(({ links }) => links.f1.toFixed(3))];
  cells.push(...['omission', 'addition', 'moved', 'partial-omission'].map(recall));
  cells.push(both(({ falseAlarmsPer100 }) => falseAlarmsPer100.toFixed(2)));
  rows.push(`| ${cells.join(' | ')} |`);
  console.log(rows.at(-1));
}

function run(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return stdout;
}

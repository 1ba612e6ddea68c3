// Links and findings on articles with planted errors: `npm run bench:planted`.
// Runs the development cases through `align-translations batch`, prints what the scorer beside the corpora says of the
// halves and of both together, and writes the table to bench/planted.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { embeddedModelUrl, loadStaticEmbedder } from '../dist/embed.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const scorer = path('../../shared/bench/score-planted.py');
const halves = ['a', 'b'];
const rates = [0.1, 0.3, 1];
const confidences = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999];
const corpus = (half) => path(`../../shared/corpora/dev/planted/${half}.jsonl.gz`);

for (const file of [scorer, ...halves.map(corpus)])
  if (!existsSync(file)) fail(`There is no ${file}: put the development corpora beside the repository.`);
if (spawnSync('python3', ['--version']).status !== 0) fail('The scorer needs python3, which is not on the path.');

const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const columns = [];
let atRates;
try {
  const runs = halves.map((half) => {
    const cases = join(folder, `${half}.jsonl`);
    const results = join(folder, `${half}.results.jsonl`);
    writeFileSync(cases, gunzipSync(readFileSync(corpus(half))));
    // 2 says that some document gave an error record; the scorer counts it as wholly missed.
    const { status } = spawnSync(process.execPath, [path('../dist/cli.js'), 'batch', cases, '-o', results, '--quiet'], {
      stdio: 'inherit',
    });
    if (status !== 0 && status !== 2) fail(`align-translations batch ended with ${status}.`);
    return { name: `half ${half}`, cases, results };
  });
  runs.push(joined(runs));
  for (const { name, cases, results } of runs) {
    console.log(`${name}\n${score(cases, results)}`);
    columns.push({ name, figures: JSON.parse(score(cases, results, '--json')) });
  }
  atRates = rateTable(runs.at(-1));
} finally {
  rmSync(folder, { recursive: true });
}

const { id, revision } = await loadStaticEmbedder({ model: embeddedModelUrl });
writeFileSync(
  path('planted.md'),
  `# Planted errors

Articles and their human translations with errors planted in them, profile \`literal\`, findings of severity warning and
up. The halves share no document. Made by \`npm run bench:planted\` with the model ${id}, revision
${revision}.

${wholeTable(columns)}

Links are pairs of source and rendering segments that share a bead. A false alarm is a finding that no planted error
explains; the rates are for each 100 segments that nothing was planted in, and the rules about marks are unpaired-marks,
broken-word and encoding. Some false alarms are true defects of the human translations. *moved* is no rule: passages that changed
their place have to be linked all the same.

Precision is met errors for each of these and each false alarm.

${ruleTable(columns)}

Recall of a rule where findings below some confidence are left out, so that the rule's own false alarms are at most so many for
each 100 segments that nothing was planted in (both halves):

${atRates}
`,
);

function joined(runs) {
  const both = (key) => {
    const file = join(folder, `both.${key}.jsonl`);
    writeFileSync(file, runs.map((run) => readFileSync(run[key], 'utf8')).join(''));
    return file;
  };
  return { name: 'both', cases: both('cases'), results: both('results') };
}

/** What the scorer prints; its status 1 says that cases have no result, which is among the figures. */
function score(...argv) {
  const { status, stdout, stderr } = spawnSync('python3', [scorer, ...argv], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) fail(`The scorer ended with ${status}:\n${stderr}`);
  return stdout;
}

function wholeTable(columns) {
  const row = (name, cell) => `| ${name} | ${columns.map(({ figures }) => cell(figures)).join(' | ')} |`;
  return [
    row('', (figures) => columns.find((column) => column.figures === figures).name),
    `|---|${'---|'.repeat(columns.length)}`,
    row('cases', ({ cases }) => cases),
    row('cases without a result', ({ missing }) => missing),
    row('links, precision', ({ links }) => links.precision.toFixed(3)),
    row('links, recall', ({ links }) => links.recall.toFixed(3)),
    row('links, F1', ({ links }) => links.f1.toFixed(3)),
    row('false alarms per 100, rules about meaning', ({ falseAlarmsPer100 }) => falseAlarmsPer100.toFixed(2)),
    row('false alarms per 100, rules about marks', ({ markAlarmsPer100 }) => markAlarmsPer100.toFixed(2)),
  ].join('\n');
}

function ruleTable(columns) {
  const both = columns.at(-1).figures;
  const planted = Object.keys(both.rules);
  const others = Object.keys(both.falseAlarmsByRule).filter((rule) => !planted.includes(rule));
  const recall = (rule, { rules }) => rules[rule]?.recall.toFixed(3) ?? '';
  const precision = (rule) => {
    if (both.rules[rule] === undefined || rule === 'moved') return '';
    const met = both.rules[rule].recall * both.rules[rule].planted;
    return (met / (met + (both.falseAlarmsByRule[rule] ?? 0))).toFixed(3);
  };
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  const names = columns.map(({ name }) => name);
  return [
    row(
      'rule',
      'planted',
      ...names.map((name) => `recall, ${name}`),
      'precision',
      ...names.map((name) => `false alarms, ${name}`),
    ),
    `|---|---|---|${'---|'.repeat(2 * columns.length)}`,
    ...[...planted, ...others]
      .sort()
      .map((rule) =>
        row(
          rule,
          both.rules[rule]?.planted ?? 0,
          ...columns.map(({ figures }) => recall(rule, figures)),
          precision(rule),
          ...columns.map(({ figures }) => figures.falseAlarmsByRule[rule] ?? 0),
        ),
      ),
  ].join('\n');
}

/** Recalls at the least confidence that leaves each rule so few false alarms. */
function rateTable({ cases, results }) {
  const lines = readFileSync(results, 'utf8').trimEnd().split('\n');
  const filtered = join(folder, 'filtered.jsonl');
  const steps = confidences.map((least) => {
    const kept = lines.map((line) => {
      const record = JSON.parse(line);
      if (!record.result) return line;
      const sure = ({ confidence }) => confidence >= least;
      record.result.findings = record.result.findings.filter(sure);
      for (const rendering of record.result.renderings) rendering.findings = rendering.findings.filter(sure);
      return JSON.stringify(record);
    });
    writeFileSync(filtered, `${kept.join('\n')}\n`);
    return JSON.parse(score(cases, filtered, '--json'));
  });
  const row = (...cells) => `| ${cells.join(' | ')} |`;
  const recallAt = (rule, rate) => {
    const figures = steps.find(
      ({ falseAlarmsByRule, untouchedSegments }) => (falseAlarmsByRule[rule] ?? 0) <= (rate / 100) * untouchedSegments,
    );
    return figures?.rules[rule].recall.toFixed(3) ?? '';
  };
  return [
    row('rule', ...rates.map((rate) => `at ${rate}`)),
    `|---|${'---|'.repeat(rates.length)}`,
    ...Object.keys(steps[0].rules)
      .filter((rule) => rule !== 'moved')
      .map((rule) => row(rule, ...rates.map((rate) => recallAt(rule, rate)))),
  ].join('\n');
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

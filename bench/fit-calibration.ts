/**
 * Fits what the rules' own confidences are worth (src/detect/calibration-weights.ts) on planted cases: `npm run fit`.
 * Writes bench/calibration.md: how far confidences are right on the half that they were not fitted on.
 */
import { writeFileSync } from 'node:fs';
import { alignTranslations } from '../src/align-translations.ts';
import { logistic } from '../src/core/logistic.ts';
import { isWorthALook, ownLogOdds } from '../src/detect/calibration.ts';
import { CALIBRATION_WEIGHTS } from '../src/detect/calibration-weights.ts';
import { contentStems } from '../src/detect/retold.ts';
import { overlap } from '../src/core/span.ts';
import { readDocument, type Document } from '../src/text/document.ts';
import { plantedCases } from './planted-cases.ts';
import { judge, type JudgedFinding } from './planted-findings.ts';
import { fittedHalf, writeWeights } from './weights-file.ts';

interface Example {
  rule: string;
  /** Log odds of the rule's own confidence. */
  odds: number;
  isRight: boolean;
}
type Weights = Record<string, [slope: number, shift: number]>;

async function examples(half: 'a' | 'b'): Promise<Example[]> {
  const out: Example[] = [];
  for (const item of plantedCases(half)) {
    const source = { id: 's', text: item.source, language: 'ru' };
    const rendering = { id: 'r', text: item.renderings[0].text, language: 'en' };
    const document = readDocument({ ...source, text: item.source });
    for (const finding of judge(item, await alignTranslations(source, rendering))) {
      const { rule, confidence, isRight } = finding;
      if (isRight === null || isInfoAnyway(finding)) continue;
      if (rule === 'omission' && !isRight && isSaidTwice(document, finding)) continue;
      const [slope, shift] = CALIBRATION_WEIGHTS[rule] ?? [1, 0];
      out.push({ rule, odds: (ownLogOdds(confidence) - shift) / slope, isRight });
    }
  }
  return out;
}

/** A doubtful finding is info for its confidence, and is fitted; a retelling, a heading and their like are info however sure. */
function isInfoAnyway({ confidence, severity, message }: JudgedFinding): boolean {
  return severity === 'info' && (isWorthALook(confidence) || / in other words |^The head(?:line|ing) /.test(message));
}

/** Some sources give a segment in two versions: that one of them is missing is true, and planted by nobody (bench/false-alarms.md). */
function isSaidTwice(document: Document, { source }: JudgedFinding): boolean {
  const { sentences } = document;
  const told = sentences.flatMap((sentence, x) => (source.some((span) => overlap(span, sentence) > 0) ? [x] : []));
  return told.some((x) => {
    const own = contentStems(document, x);
    return sentences.some((_, y) => {
      if (y === x || Math.abs(y - x) > NEAR) return false;
      const theirs = new Set(contentStems(document, y));
      return own.filter((stem) => theirs.has(stem)).length >= SAME_WORDS * own.length;
    });
  });
}

const NEAR = 4;
const SAME_WORDS = 0.5;

/** Fewer examples say nothing of a rule, and rules without a planted error have only wrong ones. */
const FEWEST = 20;
/** So many examples' worth of belief that a confidence stays as it is. */
const RIDGE = 2;

function fit(all: readonly Example[]): Weights {
  const weights: Weights = {};
  for (const rule of new Set(all.map((example) => example.rule))) {
    const own = all.filter((example) => example.rule === rule);
    if (own.length < FEWEST || !own.some(({ isRight }) => isRight)) continue;
    let [slope, shift] = [1, 0];
    for (let step = 0; step < 4000; step++) {
      let [a, b] = [RIDGE * (1 - slope), -RIDGE * shift];
      for (const { odds, isRight } of own) {
        const error = (isRight ? 1 : 0) - logistic(slope * odds + shift);
        a += error * odds;
        b += error;
      }
      // A higher confidence of the rule never means less.
      slope = Math.max(0.05, slope + (0.2 * a) / (own.length * 10));
      shift += (0.2 * b) / own.length;
    }
    weights[rule] = [Number(slope.toFixed(3)), Number(shift.toFixed(3))];
  }
  return weights;
}

const bins = [0, 0.5, 0.7, 0.85, 0.95, 0.99, 1];

function reliability(weights: Weights, all: readonly Example[]): { rows: string[]; error: number } {
  const judged = all.map(({ rule, odds, isRight }) => {
    const [slope, shift] = weights[rule] ?? [1, 0];
    return { confidence: logistic(slope * odds + shift), isRight };
  });
  let error = 0;
  const rows = bins.slice(1).map((upper, x) => {
    const inside = judged.filter(({ confidence: c }) => c >= bins[x]! && (c < upper || upper === 1));
    if (inside.length === 0) return `| ${bins[x]} to ${upper} | 0 | | |`;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter(({ isRight }) => isRight).length / inside.length;
    error += (Math.abs(mean - right) * inside.length) / judged.length;
    return `| ${bins[x]} to ${upper} | ${inside.length} | ${mean.toFixed(3)} | ${right.toFixed(3)} |`;
  });
  return { rows, error };
}

const halves = { a: await examples('a'), b: await examples('b') };
const sections = (['a', 'b'] as const).map((half) => {
  const fitted = half === 'a' ? 'b' : 'a';
  const weights = fit(halves[fitted]);
  const planted = halves[half].filter(({ rule }) => weights[rule]);
  const [before, after] = [reliability({}, planted), reliability(weights, planted)];
  console.log(
    `fitted on ${fitted}, error on ${half}: ${before.error.toFixed(3)} before, ${after.error.toFixed(3)} after`,
  );
  return `## Fitted on half ${fitted}, measured on half ${half}

Mean distance of confidence and share of right findings: ${after.error.toFixed(3)}; of the rules' own confidences
${before.error.toFixed(3)}.

| confidence | findings | their mean | share that is right |
|---|---|---|---|
${after.rows.join('\n')}
`;
});
writeFileSync(
  new URL('calibration.md', import.meta.url),
  `# How far confidences are to be believed

Findings of severity warning and up, and doubtful ones, of the rules that an error was planted for; retellings, what a source says in two versions, and headings,
which are info however sure, are left out. Right is a finding half of which lies in a
planted error of its kind; those that another planted error brings along are left out. Among the wrong ones are true defects
of the human translations. Made by \`npx tsx bench/fit-calibration.ts\`.

${sections.join('\n')}`,
);
const weights = fit(fittedHalf === 'ab' ? [...halves.a, ...halves.b] : halves[fittedHalf]);
await writeWeights('detect/calibration-weights.ts', 'CALIBRATION_WEIGHTS', weights);

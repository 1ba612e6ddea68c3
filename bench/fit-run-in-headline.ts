/**
 * Fits the weights of run-in headlines (src/text/run-in-headline-weights.ts) on news of 2012 to 2018, where each headline
 * is a line of its own and the lead follows: glued together they are what the rule has to part, and leads and other sentences as
 * they stand are what it must leave alone. Says how well the weights do on the planted cases, which they do not see.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Language } from '../src/core/result.ts';
import { RunInHeadlines } from '../src/text/run-in-headline.ts';
import { fitChoice, type Choice } from './choice.ts';
import { corpora } from './planted-cases.ts';
import { writeWeights } from './weights-file.ts';

const news = new URL('train/newstest2012-2018.tsv.gz', corpora);
if (!existsSync(news)) {
  console.error('The training data is not here: this fit needs ../shared/corpora beside the repository.');
  process.exit(2);
}
const pairs = gunzipSync(readFileSync(news))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

/** So many lines of a document stand behind its first. */
const BEHIND = 15;
const isFinished = (line: string) => /[.!?…:;,"»”)]$/.test(line.trimEnd());

const choices: Choice[] = [];
const languages: Language[] = ['ru', 'en'];
languages.forEach((language, side) => {
  const lines = pairs.map((pair) => pair[side]!.trim());
  for (let at = 1; at + BEHIND < lines.length; at++) {
    const line = lines[at]!;
    const rest = ` ${lines.slice(at + 1, at + 1 + BEHIND).join(' ')}`;
    const isHeadline = !isFinished(line) && isFinished(lines[at - 1]!) && line.length < 140;
    if (isHeadline && isFinished(lines[at + 1]!)) {
      add(line + rest, line.length + 1 + lines[at + 1]!.length, language, line.length);
      add(rest.slice(1), lines[at + 1]!.length, language, -1);
    } else if (!isHeadline && at % 10 === 0) add(line + rest, line.length, language, -1);
  }
});

/** Each place of the first `length` characters is a choice; the headline of a text that has one ends at `end`. */
function add(text: string, length: number, language: Language, end: number): void {
  const places = new RunInHeadlines(text, language).ends({ start: 0, end: length });
  if (places.length > 0)
    choices.push({
      rows: places.map(({ signals }) => signals),
      chosen: places.findIndex((place) => place.end === end),
    });
}

const { weights, loss } = fitChoice(choices);
console.log(
  `${choices.length} texts, ${choices.filter(({ chosen }) => chosen >= 0).length} with a headline, loss ${loss.toFixed(4)}`,
);
await writeWeights('text/run-in-headline-weights.ts', 'RUN_IN_HEADLINE_WEIGHTS', weights);

import { relative, sep } from 'node:path';
import { AlignError } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import { atLeast, withLeastSeverity } from '../report/severity.ts';
import {
  alignHelp,
  alignOptions,
  alignSpecs,
  failOn,
  languageOf,
  leastSeverity,
  type FailOn,
} from './align-arguments.ts';
import { baselineText, renewedBaseline } from './baseline-file.ts';
import { helpHint, readArguments, type OptionSpec } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { readTexts, writeReport, type NamedText } from './files.ts';
import { wantsColor, write, type Io } from './io.ts';
import { planOutputs } from './outputs.ts';
import { progressLine } from './progress.ts';
import { suppressionNote } from './suppression-note.ts';

const COMMAND = 'align-translations';

const specs = {
  ...alignSpecs,
  format: { type: 'value', multiple: true },
  output: { type: 'value', short: 'o', multiple: true },
  'min-severity': { type: 'value' },
  'max-warnings': { type: 'value' },
  'write-baseline': { type: 'value' },
  'no-color': { type: 'flag' },
  'list-rules': { type: 'flag' },
} as const satisfies Record<string, OptionSpec>;

export const help = `align-translations SOURCE RENDERING... [options]

Aligns an article with its translations and reports what is missing, added or damaged.
Files are plain text; - is standard input.

  --format FORMAT               stylish (default), json, html, tsv, csv, jsonl, markdown, tmx, xliff, sarif,
                                junit, github, vecalign, ladder or hunalign-text; repeatable, the first goes
                                with the first -o, and so on
  -o, --output FILE             write a report there, its format told by the extension; - is standard output
  --min-severity SEVERITY       leave milder findings out of the reports: error, warning or info
  --fail-on SEVERITY            exit with 1 on such findings: error (default), warning, info or never
  --max-warnings N              exit with 1 on more warnings than that
${alignHelp}
  --write-baseline FILE         write what is found, and what of --baseline still holds; exit with 0
  --list-rules                  print the rules with their severities
  --no-color                    no colours, as with NO_COLOR
  -q, --quiet                   no progress, and no notes on the baseline
  -h, --help                    print this

Exit status: 0 nothing to fail on, 1 findings, 2 wrong usage, input or model, 130 interrupted.
More commands, each with --help:
  align-translations batch      many documents
  align-translations embed      vectors of lines
  align-translations align      beads over files of a sentence a line
  align-translations evaluate   beads compared with gold beads
`;

/** `align-translations SOURCE RENDERING...`: reports on one article with its renderings. */
export async function check(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(COMMAND, argv, specs);
  if (given.flag('help')) {
    await write(io.stdout, help);
    return EXIT.clean;
  }
  if (given.flag('list-rules')) {
    await write(io.stdout, await ruleList());
    return EXIT.clean;
  }
  const { positionals } = given;
  if (positionals.length < 2) {
    const message = positionals.length === 0 ? 'No files are given.' : `No rendering is given for ${positionals[0]}.`;
    throw new AlignError('invalid-argument', message, `Name the source, then its renderings. ${helpHint(COMMAND)}`);
  }
  if (positionals.filter((path) => path === '-').length > 1)
    throw new AlignError(
      'invalid-argument',
      'Only one text can come from standard input.',
      'Pass the others as files.',
    );
  const outputs = planOutputs(given.values('format'), given.values('output'));
  const least = leastSeverity(given);
  const threshold = failOn(given, 'error');
  const maxWarnings = warningsAllowed(given.value('max-warnings'));
  const options = await alignOptions(given, io);
  const renewed = given.value('write-baseline');

  const texts = await readTexts(positionals, io);
  const [source, ...renderings] = texts;
  const { alignTranslations } = await import('../align-translations.ts');
  const progress = progressLine(io, given.flag('quiet'));
  const result = await alignTranslations(
    { ...source!, ...languageOf(given, 'source-language') },
    renderings.map((rendering) => ({ ...rendering, ...languageOf(given, 'language') })),
    {
      ...options,
      signal: io.signal,
      onProgress: ({ stage, done, total }) => progress.show(`${stage} ${done}/${total}`),
    },
  ).finally(() => progress.clear());

  const shown = withLeastSeverity(result, least);
  const paths = pathsOf(texts, positionals);
  for (const { format, path } of outputs) {
    const color = path === '-' && wantsColor(io, given.flag('no-color'));
    const width = path === '-' ? { width: io.stdout.columns ?? 100 } : {};
    await writeReport(path, format.render(shown, { color, paths, ...width }), io);
  }
  if (!given.flag('quiet')) await write(io.stderr, suppressionNote(result, options.baseline));
  if (renewed !== undefined) {
    await writeReport(renewed, baselineText(renewedBaseline(result, options.baseline)), io);
    return EXIT.clean;
  }
  return fails(result, threshold) || result.summary.warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}

/** Where each text lies, from the working folder, as reports for other programs name files. */
function pathsOf(texts: readonly NamedText[], positionals: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map(({ id }, i) => [id, positionals[i] === '-' ? id : relative('', positionals[i]!).split(sep).join('/')]),
  );
}

/** True where a finding is as grave as the threshold. */
export function fails(result: AlignmentResult, threshold: FailOn): boolean {
  if (threshold === 'never') return false;
  const findings = [...result.findings, ...result.renderings.flatMap((rendering) => rendering.findings)];
  return findings.some(({ severity }) => atLeast(severity, threshold));
}

function warningsAllowed(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AlignError('invalid-argument', `--max-warnings got "${value}".`, 'Give a whole number, 0 or more.');
}

async function ruleList(): Promise<string> {
  const { rules } = await import('../detect/rules.ts');
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, severity, summary }) => {
      const severities = `${severity.literal.padEnd(8)}${severity.wire.padEnd(8)}`;
      return `${id.padEnd(idWidth)}  ${severities}${summary}\n`;
    })
    .join('');
}

import { relative, sep } from 'node:path';
import { AlignError } from '../core/errors.ts';
import { withLeastSeverity } from '../report/severity.ts';
import { languageOf } from './align-arguments.ts';
import { helpHint, type Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { readTexts, writeReport, type NamedText } from './files.ts';
import { write, type Io } from './io.ts';
import { progressLine } from './progress.ts';
import { lookOf, reportSettings, RunAccount } from './report-settings.ts';

/** `align-translations SOURCE RENDERING...`: reports on one article with its renderings. */
export async function article(given: Arguments, io: Io): Promise<number> {
  if (given.flag('list-rules')) {
    await write(io.stdout, (await import('./rule-list.ts')).ruleList());
    return EXIT.clean;
  }
  const explained = given.value('explain');
  if (explained !== undefined) return (await import('./explain.ts')).explain(explained, given, io);
  const { positionals } = given;
  checkFiles(given);
  const settings = await reportSettings(given, io);
  const page = given.flag('open') ? await (await import('./open-page.ts')).pageToOpen(settings.outputs) : undefined;
  const outputs = [...settings.outputs, ...(page?.added ?? [])];

  const texts = await readTexts(positionals, io);
  const [source, ...renderings] = texts;
  const { alignTranslations } = await import('../align-translations.ts');
  const progress = progressLine(io, settings.quiet);
  const result = await alignTranslations(
    { ...source!, ...languageOf(given, 'source-language') },
    renderings.map((rendering) => ({ ...rendering, ...languageOf(given, 'language') })),
    {
      ...settings.options,
      signal: io.signal,
      onProgress: ({ stage, done, total }) => progress.show(`${stage} ${done}/${total}`),
    },
  ).finally(() => progress.clear());

  const shown = withLeastSeverity(result, settings.least);
  const paths = pathsOf(texts, positionals);
  for (const { format, path } of outputs)
    await writeReport(path, format.render(shown, { paths, ...lookOf(path, settings, io) }), io);
  if (page !== undefined) await page.open(io);
  const account = new RunAccount(settings);
  account.add(result);
  return account.end(io);
}

/** @throws AlignError `invalid-argument` */
function checkFiles({ command, positionals }: Arguments): void {
  if (positionals.length < 2) {
    const message = positionals.length === 0 ? 'No files are given.' : `No rendering is given for ${positionals[0]}.`;
    const hint = `Name the source, then its renderings. ${helpHint(command)}`;
    throw new AlignError('invalid-argument', message, hint);
  }
  if (positionals.filter((path) => path === '-').length > 1)
    throw new AlignError(
      'invalid-argument',
      'Only one text can come from standard input.',
      'Pass the others as files.',
    );
}

/** Where each text lies, from the working folder, as reports for other programs name files. */
function pathsOf(texts: readonly NamedText[], positionals: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map(({ id }, i) => [id, positionals[i] === '-' ? id : relative('', positionals[i]!).split(sep).join('/')]),
  );
}

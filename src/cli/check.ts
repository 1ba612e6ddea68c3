import { checkAlignerOptions, openAligner } from '../batch/open-aligner.ts';
import { concurrentMap } from '../batch/concurrent-map.ts';
import { outcomeOf } from '../batch/record.ts';
import type { Aligned, Aligner } from '../batch/aligner.ts';
import { AlignError } from '../core/errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import { countsInWords } from '../report/severity.ts';
import { languageOf } from './align-arguments.ts';
import { countOf, helpHint, type Arguments } from './arguments.ts';
import { ArticleReports } from './article-reports.ts';
import { articleOf, findSources, isForEach, outputOf, type Article, type Unfit } from './articles.ts';
import { EXIT } from './exit-codes.ts';
import { readTexts } from './files.ts';
import { write, type Io } from './io.ts';
import type { PlannedOutput } from './outputs.ts';
import { progressLine } from './progress.ts';
import { reportSettings, RunAccount } from './report-settings.ts';
import { told } from './told.ts';

/** `align-translations check`: reports on many articles; a bad one is told and stops nothing. */
export async function check(given: Arguments, io: Io): Promise<number> {
  if (given.positionals.length === 0)
    throw new AlignError(
      'invalid-argument',
      'No files are given.',
      `Name sources, globs or folders. ${helpHint(given.command)}`,
    );
  if (given.positionals.includes('-'))
    throw new AlignError(
      'invalid-argument',
      'An article from standard input has no renderings beside it.',
      'Leave out "check" and name them: align-translations - RENDERING...',
    );
  const settings = await reportSettings(given, io);
  const concurrency = countOf('--concurrency', given.value('concurrency') ?? '1', 1);
  const options = { ...settings.options, concurrency, signal: io.signal };
  checkAlignerOptions(options);
  const reports = new ArticleReports(settings, io);
  const articles = await articlesOf(given);
  refuseLostFiles(settings.outputs, articles);

  const progress = progressLine(io, settings.quiet);
  const account = new RunAccount(settings);
  const totals = { errors: 0, warnings: 0, infos: 0 };
  let [done, failed] = [0, 0];
  const aligner = await openAligner(options);
  try {
    await reports.open();
    const work = (article: Article | Unfit) => checkArticle(article, aligner, given, io);
    const window = { window: aligner.window, ordered: true, signal: io.signal };
    for await (const outcome of concurrentMap(articles, work, window)) {
      progress.clear();
      if ('error' in outcome) {
        failed++;
        await write(io.stderr, outcome.error);
      } else {
        const result = outcome.aligned.result();
        account.add(result);
        for (const severity of ['errors', 'warnings', 'infos'] as const) totals[severity] += result.summary[severity];
        if (!(await reports.add(result, outcome.id))) break;
      }
      progress.show(`${++done} of ${articles.length} articles`);
    }
    await reports.close();
  } catch (error) {
    await reports.abandon();
    throw error;
  } finally {
    progress.clear();
    await aligner.close();
  }
  const status = await account.end(io);
  const lost = failed === 0 ? '' : `; ${failed} could not be checked`;
  if (!settings.quiet) await write(io.stderr, `${numbered(articles.length)}: ${countsInWords(totals)}${lost}\n`);
  return failed > 0 ? EXIT.failure : status;
}

async function articlesOf(given: Arguments): Promise<(Article | Unfit)[]> {
  const language = given.value('source-language') ?? 'ru';
  const articles: (Article | Unfit)[] = [];
  for (const source of await findSources(given.positionals, language)) {
    if (typeof source === 'string')
      articles.push(await articleOf(source, given.value('renderings')).catch(unfit(source)));
    else articles.push(source);
  }
  return articles;
}

function unfit(path: string): (error: unknown) => Unfit {
  return (error) => {
    if (error instanceof AlignError) return { path, error };
    throw error;
  };
}

/** @throws AlignError `invalid-argument` where a report would overwrite another one, or a text */
function refuseLostFiles(outputs: readonly PlannedOutput[], found: readonly (Article | Unfit)[]): void {
  const articles = found.filter((one) => 'source' in one);
  const texts = new Set(articles.flatMap(({ source, renderings }) => [source, ...renderings]));
  const invalid = (message: string, hint: string) => new AlignError('invalid-argument', message, hint);
  const takenBy = new Map<string, string>();
  for (const { path } of outputs) {
    if (!isForEach(path)) continue;
    for (const article of articles) {
      const to = outputOf(path, article);
      const other = takenBy.get(to);
      if (other !== undefined)
        throw invalid(`The reports of ${other} and ${article.source} would both go to ${to}.`, 'Use {dir} in -o too.');
      takenBy.set(to, article.source);
    }
  }
  const lost = [...takenBy.keys(), ...outputs.map(({ path }) => path)].find((path) => texts.has(path));
  if (lost !== undefined) throw invalid(`${lost} is a text that is read.`, 'Write the reports to another file.');
}

/** The result of an article, or what is told in place of it. */
type Checked = { id: Article; aligned: Aligned } | { error: string };

async function checkArticle(found: Article | Unfit, aligner: Aligner, given: Arguments, io: Io): Promise<Checked> {
  if ('error' in found) return { error: told(found.error) };
  const work = async (): Promise<Aligned> => {
    const paths = [found.source, ...found.renderings];
    const texts = await readTexts(paths, io);
    // Base names repeat from folder to folder; paths do not.
    const [source, ...renderings] = texts.map(({ text }, i) => ({ id: paths[i]!, text }));
    return aligner.align({
      id: found.source,
      source: { ...source!, ...languageOf(given, 'source-language') },
      renderings: renderings.map((rendering) => ({ ...rendering, ...languageOf(given, 'language') })),
    });
  };
  const outcome = await outcomeOf(found, work, io.signal);
  if ('aligned' in outcome) return outcome;
  const { message } = outcome.error;
  const where = message.includes(found.source) ? '' : `${found.source}: `;
  return { error: `align-translations: ${escapeTerminal(where + message)}\n` };
}

function numbered(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

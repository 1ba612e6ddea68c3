import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AlignmentResult } from '../core/result.ts';
import { withLeastSeverity } from '../report/severity.ts';
import { isForEach, outputOf, type Article } from './articles.ts';
import { combinedReport, type CombinedReport } from './combined-report.ts';
import { openSink, type Sink } from './file-sink.ts';
import { writeError, writeReport } from './files.ts';
import type { Io } from './io.ts';
import type { PlannedOutput } from './outputs.ts';
import { lookOf, type ReportSettings } from './report-settings.ts';

/** A report that holds all articles. */
interface Combined extends PlannedOutput {
  report: CombinedReport;
  sink?: Sink;
}

/** Writes the reports of many articles: a file for each where a path has `{name}` or `{dir}`, else one for all. */
export class ArticleReports {
  readonly #settings: ReportSettings;
  readonly #io: Io;
  readonly #forEach: PlannedOutput[];
  readonly #combined: Combined[];

  /** @throws AlignError `invalid-argument` for a format that cannot hold several articles */
  constructor(settings: ReportSettings, io: Io) {
    this.#settings = settings;
    this.#io = io;
    this.#forEach = settings.outputs.filter(({ path }) => isForEach(path));
    this.#combined = settings.outputs
      .filter(({ path }) => !isForEach(path))
      .map((output) => ({ ...output, report: combinedReport(output.format) }));
  }

  /** @throws AlignError `write-failed`, as the other methods do */
  async open(): Promise<void> {
    for (const output of this.#combined) {
      if (output.path !== '-') await makeFolderOf(output.path);
      output.sink = await openSink(output.path, this.#io);
    }
  }

  /** @returns false where nobody reads any more */
  async add(result: AlignmentResult, article: Article): Promise<boolean> {
    const shown = withLeastSeverity(result, this.#settings.least);
    for (const { format, path } of this.#forEach) {
      const to = outputOf(path, article);
      await makeFolderOf(to);
      await writeReport(to, format.render(shown, {}), this.#io);
    }
    for (const { format, path, report, sink } of this.#combined) {
      const text = report.add(format.render(shown, lookOf(path, this.#settings, this.#io)));
      if (text !== '' && !(await sink!.write(text))) return false;
    }
    return true;
  }

  async close(): Promise<void> {
    for (const { report, sink } of this.#combined) {
      const text = report.end();
      if (text !== '') await sink!.write(text);
      await sink!.close();
    }
  }

  async abandon(): Promise<void> {
    for (const { sink } of this.#combined) await sink?.abandon();
  }
}

async function makeFolderOf(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw writeError(path, cause);
  });
}

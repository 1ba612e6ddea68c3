import { AlignError } from '../core/errors.ts';
import { tool } from '../core/tool.ts';
import { escapeJson } from '../report/escape.ts';
import type { Format } from '../report/format.ts';

/** Puts the reports of several articles into one. */
export interface CombinedReport {
  /** What is to be written as soon as this report is there. */
  add(report: string): string;
  /** What is to be written at the end. */
  end(): string;
}

/**
 * The way in which a format holds several articles: one report after the other, below one head, or as parts of one
 * document.
 *
 * @throws AlignError `invalid-argument` for a format that holds one article
 */
export function combinedReport(format: Format): CombinedReport {
  const make = COMBINED[format.name];
  if (make !== undefined) return make();
  const several = Object.keys(COMBINED).join(', ');
  const extension = format.extensions[0] ?? `.${format.name}`;
  const hint = `Write one for each: -o "{name}${extension}"; or take a format for several: ${several}.`;
  throw new AlignError('invalid-argument', `A report in the format ${format.name} holds one article.`, hint);
}

const COMBINED: Readonly<Record<string, () => CombinedReport>> = {
  stylish: () => inSuccession('\n'),
  jsonl: () => inSuccession(''),
  github: () => inSuccession(''),
  markdown: () => inSuccession('\n'),
  tsv: belowOneHead,
  csv: belowOneHead,
  sarif: () => atTheEnd(oneRun),
  junit: () => atTheEnd(oneSuite),
};

function inSuccession(between: string): CombinedReport {
  let isFirst = true;
  return {
    add(report) {
      const text = isFirst ? report : between + report;
      isFirst = false;
      return text;
    },
    end: () => '',
  };
}

/** Cells hold no line ends, so that the head is the first line. */
function belowOneHead(): CombinedReport {
  let isFirst = true;
  return {
    add(report) {
      const text = isFirst ? report : report.slice(report.indexOf('\n') + 1);
      isFirst = false;
      return text;
    },
    end: () => '',
  };
}

function atTheEnd(join: (reports: readonly string[]) => string): CombinedReport {
  const reports: string[] = [];
  return {
    add(report) {
      reports.push(report);
      return '';
    },
    end: () => (reports.length === 0 ? '' : join(reports)),
  };
}

interface SarifLog {
  runs: [{ results: { suppressions?: unknown[] }[] }];
}

/** All results in one run: its rules are those of this version in each, so that their indices agree. */
function oneRun(reports: readonly string[]): string {
  const logs = reports.map((report) => JSON.parse(report) as SarifLog);
  const results = logs.flatMap(({ runs }) => runs[0].results);
  // Once one result says whether it is suppressed, readers need it of all.
  const isSaid = results.some(({ suppressions }) => suppressions !== undefined);
  const log = logs[0]!;
  log.runs[0].results = isSaid ? results.map((result) => ({ suppressions: [], ...result })) : results;
  return `${escapeJson(JSON.stringify(log, null, 2))}\n`;
}

const COUNTS = ['tests', 'failures', 'errors', 'skipped'] as const;

/** The suites of all documents in one; the first line declares XML, the second opens the root, the last one closes it. */
function oneSuite(reports: readonly string[]): string {
  const documents = reports.map((report) => report.trimEnd().split('\n'));
  const heads = documents.map((lines) => lines[1]!);
  const total = (count: string): number =>
    heads.reduce((sum, head) => sum + Number(new RegExp(` ${count}="(\\d+)"`).exec(head)?.[1] ?? 0), 0);
  const counts = COUNTS.map((count) => ` ${count}="${total(count)}"`).join('');
  return [
    documents[0]![0]!,
    `<testsuites name="${tool.name}"${counts}>`,
    ...documents.flatMap((lines) => lines.slice(2, -1)),
    '</testsuites>\n',
  ].join('\n');
}

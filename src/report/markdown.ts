import type { AlignmentResult, DocumentFinding, Finding, RenderingResult } from '../core/result.ts';
import { escapeMarkdown } from './escape.ts';
import type { Format } from './format.ts';
import { Locator, excerptOf, type LocatedFinding } from './located-findings.ts';
import { isTranslation } from './outline.ts';
import { countSeverities, countsInWords, gravestFirst } from './severity.ts';
import { andSuppressed } from './suppressed.ts';
import { NOT_COMPARED, percent, relationAndVerdict, relationWords } from './verdict.ts';

const SIGNS = { error: '✖', warning: '▲', info: '•' } as const;

/** Markdown for pull requests, tickets and notes: a table of the renderings, then their findings with the words quoted. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  render: (result) => `${document(result).join('\n')}\n`,
};

function document(result: AlignmentResult): string[] {
  const { source, renderings, findings, summary } = result;
  const locator = new Locator(result);
  const located = new Map(locator.findings().map((one) => [one.finding, one]));
  const list = (of: readonly (Finding | DocumentFinding)[]): string[] =>
    gravestFirst(of).flatMap(({ finding }) => told(located.get(finding)!, locator));
  const counts = countsInWords(summary) + andSuppressed(result.suppressed);
  return [
    `# Translation report: ${escapeMarkdown(source.id)}`,
    '',
    `**${counts}** in ${renderings.length === 1 ? '1 rendering' : `${renderings.length} renderings`}.`,
    '',
    '| Rendering | Relation | Of the source | Of its own | Findings |',
    '| --- | --- | ---: | ---: | --- |',
    ...renderings.map(row),
    ...renderings.flatMap((rendering) => [
      '',
      `## ${escapeMarkdown(rendering.id)}`,
      '',
      escapeMarkdown(relationAndVerdict(rendering)),
      ...(rendering.findings.length === 0 ? [] : ['', ...list(rendering.findings)]),
    ]),
    ...(findings.length === 0 ? [] : ['', '## The source, and between renderings', '', ...list(findings)]),
  ];
}

function row(rendering: RenderingResult): string {
  const { id, relation, coverage, findings } = rendering;
  const uncompared = findings.length === 0 && !isTranslation(rendering);
  const counts = uncompared ? NOT_COMPARED : countsInWords(countSeverities(findings));
  const cells = [
    escapeMarkdown(id),
    relationWords[relation.kind],
    percent(coverage.source),
    percent(coverage.rendering),
    counts,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** An item for the finding, and one within it for each passage that it is about. */
function told({ finding, at, source, renderings }: LocatedFinding, locator: Locator): string[] {
  const { line, column } = locator.region(at).start;
  const place = `${escapeMarkdown(at.in.id)}:${line}:${column}`;
  const head = `- ${SIGNS[finding.severity]} **${finding.severity}** ${place} ${escapeMarkdown(finding.message)} (${escapeMarkdown(finding.rule)})`;
  const quotes = [...source, ...renderings].map(
    (passage) => `  - ${escapeMarkdown(passage.in.id)}: “${escapeMarkdown(excerptOf(passage))}”`,
  );
  return [head, ...quotes];
}

import type { DocumentFinding, Finding } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { escapeXliff, showControls } from './escape.ts';
import { element, startTag, type Attributes } from './xml.ts';

/** ITS 2.0 types of localization quality issues, by MQM category. */
const ISSUE_TYPES: Readonly<Record<string, string>> = {
  'accuracy/omission': 'omission',
  'accuracy/addition': 'addition',
  'source/unrelated': 'addition',
  'accuracy/mistranslation': 'mistranslation',
  'accuracy/untranslated': 'untranslated',
  'terminology/inconsistent-with-terminology-resource': 'terminology',
  'fluency/duplication': 'duplication',
  'fluency/typography': 'typographical',
  'fluency/spelling': 'typographical',
  'fluency/character-encoding': 'characters',
};

/** ITS's scale of severity goes from 0 to 100 and names no steps. */
const SEVERITIES = { error: 100, warning: 50, info: 10 } as const;

/** A finding on the stretch of text that it marks. */
export interface Issue extends Span {
  finding: Finding | DocumentFinding;
}

/** The ITS attributes of a finding. `uncategorized` is ITS's own word for a category that is not among its types. */
function issueAttributes({ rule, category, severity, message }: Finding | DocumentFinding): Attributes {
  return {
    type: 'its:generic',
    'its:locQualityIssueType': rule === 'number' ? 'numbers' : (ISSUE_TYPES[category] ?? 'uncategorized'),
    'its:locQualityIssueComment': `${showControls(rule)}: ${showControls(message)}`,
    'its:locQualityIssueSeverity': SEVERITIES[severity],
  };
}

/** A mark that begins and ends at offsets, as an element around its text or as a pair of points. */
interface Mark extends Issue {
  id: string;
  crosses: boolean;
}

/**
 * The text of a span as XLIFF inline content, its issues as `mrk` elements. Elements cannot cross: of two issues that do,
 * the later one is written as the pair of points `sm` and `em`. `nextId` names marks.
 */
export function markedContent(text: string, span: Span, issues: readonly Issue[], nextId: () => string): string {
  const marks = nested(
    issues
      .map(({ finding, start, end }) => ({ finding, start: Math.max(start, span.start), end: Math.min(end, span.end) }))
      .filter(({ start, end }) => start < end),
    nextId,
  );
  const cuts = [...new Set([span.start, ...marks.flatMap(({ start, end }) => [start, end]), span.end])];
  cuts.sort((a, b) => a - b);
  const begun = byOffset(marks, 'start');
  const ended = byOffset(marks, 'end');
  return cuts
    .map((cut, i) => {
      const closing = (ended.get(cut) ?? [])
        .reverse()
        .map(({ id, crosses }) => (crosses ? element('em', { startRef: id }) : '</mrk>'));
      const opening = (begun.get(cut) ?? []).map(({ id, crosses, finding }) => {
        const attributes = { id, ...issueAttributes(finding) };
        return crosses ? element('sm', attributes) : startTag('mrk', attributes);
      });
      return [...closing, ...opening, escapeXliff(text.slice(cut, cuts[i + 1] ?? cut))].join('');
    })
    .join('');
}

function byOffset(marks: readonly Mark[], edge: 'start' | 'end'): Map<number, Mark[]> {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark[edge]);
    if (group) group.push(mark);
    else groups.set(mark[edge], [mark]);
  }
  return groups;
}

/** Issues in the order in which their marks begin, the longest first where several begin together. */
function nested(issues: readonly Issue[], nextId: () => string): Mark[] {
  const open: Issue[] = [];
  return [...issues]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((issue) => {
      while (open.length > 0 && open.at(-1)!.end <= issue.start) open.pop();
      const crosses = open.length > 0 && issue.end > open.at(-1)!.end;
      if (!crosses) open.push(issue);
      return { ...issue, id: nextId(), crosses };
    });
}

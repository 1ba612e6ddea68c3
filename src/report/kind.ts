import type { DocumentFinding, Finding } from '../core/result.ts';

/** What a marked stretch of text is to the reader. */
export type MarkKind = 'missing' | 'added' | 'damaged' | 'unrelated';

/** The kind of mark that a finding puts on its spans, by its MQM category. */
export function markKind(finding: Finding | DocumentFinding): MarkKind {
  if (finding.category === 'accuracy/omission') return 'missing';
  if (finding.category === 'accuracy/addition') return 'added';
  if (finding.category === 'source/unrelated') return 'unrelated';
  return 'damaged';
}

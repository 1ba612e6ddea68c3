import type { AlignmentResult } from '../core/result.ts';
import type { BaselineEntry } from '../core/suppression.ts';
import { escapeTerminal } from '../report/escape.ts';

const MOST_TOLD = 5;

type Suppressed = NonNullable<AlignmentResult['suppressed']>;

/** What standard error says of findings that were put aside, and of entries whose findings are gone; '' of none. */
export function suppressionNote(
  suppressed: readonly Pick<Suppressed[number], 'by'>[],
  stale: readonly BaselineEntry[],
): string {
  const known = suppressed.filter(({ by }) => by === 'baseline').length;
  const parts = [
    ...(known > 0 ? [`${known} by the baseline`] : []),
    ...(suppressed.length > known ? [`${suppressed.length - known} by the ignore list`] : []),
  ];
  const lines =
    parts.length === 0
      ? []
      : [`${suppressed.length} ${suppressed.length === 1 ? 'finding' : 'findings'} suppressed: ${parts.join(', ')}`];
  if (stale.length > 0) {
    lines.push(
      stale.length === 1
        ? '1 entry of the baseline is stale, its finding is gone:'
        : `${stale.length} entries of the baseline are stale, their findings are gone:`,
    );
    for (const { fingerprint, rule = '', excerpt = '' } of stale.slice(0, MOST_TOLD))
      lines.push(`- ${[fingerprint, rule, excerpt].filter(Boolean).join(' ')}`);
    if (stale.length > MOST_TOLD) lines.push(`and ${stale.length - MOST_TOLD} more`);
  }
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}

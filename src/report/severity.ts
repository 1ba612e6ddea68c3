import type { AlignmentResult, Severity } from '../core/result.ts';

/** The severities, the gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** True where `severity` is as grave as `least`, or graver. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
}

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly { severity: Severity }[]): Counts {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity } of findings) counts[`${severity}s`]++;
  return counts;
}

/** `2 errors, 1 warning`: the severities that occur; `no findings` where none does. */
export function countsInWords(counts: Counts): string {
  const parts = severities
    .filter((severity) => counts[`${severity}s`] > 0)
    .map((severity) => severityCount(severity, counts[`${severity}s`]));
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** Findings as reports list them, the gravest first and else as they come, each with its index in the result. */
export function gravestFirst<T extends { severity: Severity }>(
  findings: readonly T[],
): { finding: T; index: number }[] {
  const rank = (severity: Severity): number => severities.indexOf(severity);
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding.severity) - rank(b.finding.severity));
}

/** `1 warning`, `3 infos`. */
export function severityCount(severity: Severity, count: number): string {
  return `${count} ${severity}${count === 1 ? '' : 's'}`;
}

/** The result without the findings below `least`, told or put aside; its summary counts what is left. */
export function withLeastSeverity(result: AlignmentResult, least: Severity): AlignmentResult {
  const kept = <T extends { severity: Severity }>(list: readonly T[]): T[] =>
    list.filter((finding) => atLeast(finding.severity, least));
  const renderings = result.renderings.map((rendering) => ({ ...rendering, findings: kept(rendering.findings) }));
  const findings = kept(result.findings);
  const summary = countSeverities([...renderings.flatMap((rendering) => rendering.findings), ...findings]);
  const { suppressed: all, ...rest } = result;
  const suppressed = kept(all ?? []);
  return { ...rest, renderings, findings, ...(suppressed.length === 0 ? {} : { suppressed }), summary };
}

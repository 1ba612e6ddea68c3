import { AlignError } from '../core/errors.ts';
import type { AlignmentResult, Place } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { checkBaseline, type BaselineEntry } from '../core/suppression.ts';
import { nameOf, readAnyText } from './files.ts';
import type { Io } from './io.ts';
import { parseList } from './list-file.ts';

const MAX_BASELINE_BYTES = 50_000_000;
const HINT = 'Make one with --write-baseline FILE; see docs/suppression.md.';
const EXCERPT_LENGTH = 120;

/**
 * Reads a baseline: `{ "schemaVersion": 1, "baseline": [...] }`.
 *
 * @throws AlignError `invalid-json`, `invalid-argument` for JSON that is no baseline; as `checkBaseline`, `readAnyText`
 */
export async function readBaseline(path: string, io: Io): Promise<readonly BaselineEntry[]> {
  const name = nameOf(path);
  const value = parseList(await readAnyText(path, io, MAX_BASELINE_BYTES), name);
  const { schemaVersion, baseline } = (value ?? {}) as { schemaVersion?: unknown; baseline?: unknown };
  if (schemaVersion !== 1 || !Array.isArray(baseline))
    throw new AlignError('invalid-argument', `${name} is no baseline of schemaVersion 1.`, HINT);
  return checkBaseline(`${name}.baseline`, baseline as BaselineEntry[]);
}

/** The text of a baseline file: a line an entry, so that a change of one is a change of one line. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "schemaVersion": 1,\n  "baseline": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/**
 * A baseline of everything that a run found: entries of the old one that still hold, with their reasons, entries of
 * other texts, which the run cannot judge, and one for each finding that is left. Stale entries are gone.
 */
export function renewedBaseline(result: AlignmentResult, old: readonly BaselineEntry[]): BaselineEntry[] {
  const { kept } = divide(result, old);
  const found = result.renderings.flatMap(({ id, text, findings }) =>
    findings.map((finding) => {
      const excerpt = excerptOf(result.source.text, finding.source) || excerptOf(text, finding.rendering);
      return { ...entryOf(result, finding), rendering: id, excerpt, reason: '' };
    }),
  );
  const between = result.findings.map((finding) => {
    const excerpt = excerptOf(result.source.text, finding.source) || placeExcerpt(result, finding.places);
    return { ...entryOf(result, finding), excerpt, reason: '' };
  });
  return [...kept, ...found, ...between];
}

/** Entries about texts of the run that silence nothing: their findings are gone. */
export function staleEntries(result: AlignmentResult, baseline: readonly BaselineEntry[]): BaselineEntry[] {
  return divide(result, baseline).stale;
}

/** The entries that still hold, or are about other texts, and those that are stale. O(entries + suppressed). */
function divide(
  { source, renderings, suppressed = [] }: AlignmentResult,
  baseline: readonly BaselineEntry[],
): { kept: BaselineEntry[]; stale: BaselineEntry[] } {
  const ids = new Set(renderings.map(({ id }) => id));
  const hit = new Map<string, Set<string | null>>();
  for (const { by, fingerprint, rendering } of suppressed) {
    if (by !== 'baseline') continue;
    const at = hit.get(fingerprint);
    if (at === undefined) hit.set(fingerprint, new Set([rendering]));
    else at.add(rendering);
  }
  const isStale = ({ fingerprint, source: of, rendering }: BaselineEntry): boolean => {
    const at = hit.get(fingerprint);
    const isElsewhere = rendering !== undefined && !ids.has(rendering);
    if (at !== undefined) return !isElsewhere && rendering !== undefined && !at.has(rendering);
    return !isElsewhere && (of === undefined || of === source.id);
  };
  return { kept: baseline.filter((entry) => !isStale(entry)), stale: baseline.filter(isStale) };
}

function entryOf({ source }: AlignmentResult, { rule, fingerprint }: { rule: string; fingerprint: string }) {
  return { fingerprint, rule, source: source.id };
}

function placeExcerpt({ renderings }: AlignmentResult, places: readonly Place[]): string {
  const first = places[0];
  return first === undefined ? '' : excerptOf(renderings.find(({ id }) => id === first.rendering)!.text, [first]);
}

function excerptOf(text: string, spans: readonly Span[]): string {
  const first = spans[0];
  if (first === undefined) return '';
  const words = text.slice(first.start, first.end).replace(/\s+/g, ' ');
  return words.length <= EXCERPT_LENGTH ? words : `${words.slice(0, EXCERPT_LENGTH).trimEnd()}…`;
}

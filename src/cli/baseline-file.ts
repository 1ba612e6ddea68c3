import { AlignError } from '../core/errors.ts';
import type { AlignmentResult, Place } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { checkBaseline, type BaselineEntry } from '../core/suppression.ts';
import { nameOf, readAnyText } from './files.ts';
import type { Io } from './io.ts';
import { parseJsonFile } from './json-file.ts';

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
  const value = parseJsonFile(await readAnyText(path, io, MAX_BASELINE_BYTES), name);
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
 * What the results of a run say of a baseline. It holds an entry for each finding, not the texts.
 */
export class BaselineAccount {
  readonly #baseline: readonly BaselineEntry[];
  readonly #sources = new Set<string>();
  readonly #renderings = new Set<string>();
  /** The renderings in which an entry of a fingerprint silenced something; null stands for between them. */
  readonly #silenced = new Map<string, Set<string | null>>();
  readonly #found: BaselineEntry[] = [];

  constructor(baseline: readonly BaselineEntry[]) {
    this.#baseline = baseline;
  }

  add(result: AlignmentResult): void {
    const { source, renderings, findings, suppressed = [] } = result;
    this.#sources.add(source.id);
    for (const { id } of renderings) this.#renderings.add(id);
    for (const { by, fingerprint, rendering } of suppressed) {
      if (by !== 'baseline') continue;
      const at = this.#silenced.get(fingerprint);
      if (at === undefined) this.#silenced.set(fingerprint, new Set([rendering]));
      else at.add(rendering);
    }
    for (const { id, text, findings: own } of renderings)
      for (const finding of own) {
        const excerpt = excerptOf(source.text, finding.source) || excerptOf(text, finding.rendering);
        this.#found.push({ ...entryOf(result, finding), rendering: id, excerpt, reason: '' });
      }
    for (const finding of findings) {
      const excerpt = excerptOf(source.text, finding.source) || placeExcerpt(result, finding.places);
      this.#found.push({ ...entryOf(result, finding), excerpt, reason: '' });
    }
  }

  /** Entries about texts of the run that silence nothing: their findings are gone. O(entries). */
  stale(): BaselineEntry[] {
    return this.#baseline.filter((entry) => this.#isStale(entry));
  }

  /**
   * A baseline of everything that the run found: entries of the old one that still hold, with their reasons, entries of
   * other texts, which the run cannot judge, and one for each finding that is left. Stale entries are gone.
   */
  renewed(): BaselineEntry[] {
    return [...this.#baseline.filter((entry) => !this.#isStale(entry)), ...this.#found];
  }

  #isStale({ fingerprint, source, rendering }: BaselineEntry): boolean {
    const at = this.#silenced.get(fingerprint);
    const isElsewhere = rendering !== undefined && !this.#renderings.has(rendering);
    if (at !== undefined) return !isElsewhere && rendering !== undefined && !at.has(rendering);
    return !isElsewhere && (source === undefined || this.#sources.has(source));
  }
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

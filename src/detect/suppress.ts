import type { DocumentFinding, Finding, SuppressedFinding } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { BaselineEntry, IgnoreEntry } from '../core/suppression.ts';
import type { DocumentContext } from './rule.ts';

/** Findings of a run: of each rendering, and of the top level. */
export interface Findings {
  renderings: readonly Finding[][];
  between: readonly DocumentFinding[];
}

/** What the caller does not want told. */
export interface Silences {
  ignore: readonly IgnoreEntry[];
  baseline: readonly BaselineEntry[];
}

/** Findings with those apart that the caller's lists silence. */
export interface Sifted {
  renderings: Finding[][];
  between: DocumentFinding[];
  suppressed: SuppressedFinding[];
}

/**
 * Puts aside what the caller's lists silence: the baseline first, by fingerprint, then ignored text. Text is ignored
 * where each place of a finding on that side holds the words, white space apart. In steps.
 * O(findings + baseline + ignored entries * text of the findings).
 */
export function* suppressSteps(
  findings: Findings,
  context: DocumentContext,
  { ignore, baseline }: Silences,
): Steps<Sifted> {
  const suppressed: SuppressedFinding[] = [];
  // No generator of its own: one that is made anew in each call costs the collections of garbage that follow.
  const sift =
    <F extends Finding | DocumentFinding>(left: F[], rendering: string | null) =>
    (finding: F): void => {
      const silence = known(finding, rendering) ?? ignored(finding, rendering);
      if (silence === undefined) left.push(finding);
      else suppressed.push({ ...asDocumentFinding(finding, rendering), rendering, ...silence });
    };

  const ids = new Set(context.renderings.map(({ rendering }) => rendering.id));
  const entries = new Map<string, BaselineEntry[]>();
  for (const entry of baseline) {
    const same = entries.get(entry.fingerprint);
    if (same === undefined) entries.set(entry.fingerprint, [entry]);
    else same.push(entry);
  }
  function known({ fingerprint }: Finding | DocumentFinding, rendering: string | null): Silence | undefined {
    const entry = entries
      .get(fingerprint)
      ?.find((one) => one.rendering === undefined || one.rendering === rendering || !ids.has(one.rendering));
    return entry && { by: 'baseline', ...reasonOf(entry) };
  }

  const wanted = ignore.map((entry) => ({
    entry,
    source: entry.source === undefined ? undefined : squeeze(entry.source),
    rendering: entry.rendering === undefined ? undefined : squeeze(entry.rendering),
  }));
  const textOf = (rendering: string | null) =>
    context.renderings.find((one) => one.rendering.id === rendering)?.rendering.text ?? '';
  function ignored(finding: Finding | DocumentFinding, rendering: string | null): Silence | undefined {
    const candidates = wanted.filter(({ entry }) => entry.rule === undefined || entry.rule === finding.rule);
    if (candidates.length === 0) return undefined;
    const { source, places } = asDocumentFinding(finding, rendering);
    const here = source.map((span) => wordsAt(context.source.text, span));
    const there = places.map((place) => wordsAt(textOf(place.rendering), place));
    const found = candidates.find((one) => holds(here, one.source) && holds(there, one.rendering));
    return found && { by: 'ignore', ...reasonOf(found.entry) };
  }

  const sifted: Sifted = { renderings: [], between: [], suppressed };
  for (const [index, list] of findings.renderings.entries()) {
    const left: Finding[] = [];
    yield* visiting(list, sift(left, context.renderings[index]!.rendering.id));
    sifted.renderings.push(left);
  }
  yield* visiting(findings.between, sift(sifted.between, null));
  return sifted;
}

type Silence = Pick<SuppressedFinding, 'by' | 'reason'>;

function reasonOf({ reason }: { reason?: string | undefined }): { reason?: string } {
  return reason === undefined || reason === '' ? {} : { reason };
}

/** Whether there are texts, and the words stand in each of them; true where no words are asked for. */
function holds(texts: readonly string[], words: string | undefined): boolean {
  return words === undefined || (texts.length > 0 && texts.every((text) => text.includes(words)));
}

function asDocumentFinding(finding: Finding | DocumentFinding, id: string | null): DocumentFinding {
  if ('places' in finding) return finding;
  const { rule, category, severity, confidence, message, source, fingerprint } = finding;
  const places = finding.rendering.map(({ start, end }) => ({ rendering: id!, start, end }));
  return { rule, category, severity, confidence, message, source, places, fingerprint };
}

function wordsAt(text: string, { start, end }: Span): string {
  return squeeze(text.slice(start, end));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { finish, visiting, type Steps } from '../core/steps.ts';
import type { DocumentFinding, Finding, Profile, Severity } from '../core/result.ts';
import { overlap, type Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import { calibrated, isWorthALook } from './calibration.ts';
import { distinct, fingerprint } from './fingerprint.ts';
import { glossaryPlaceSteps, glossaryRule } from './glossary.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';
import { firstEndingAfter, merged, touches } from './span-sets.ts';

export interface DetectOptions {
  rules: readonly Rule[];
  profile: Profile;
  /** Severity by rule id where the caller changed it. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Runs every rule on one rendering. Findings are ordered by rule, then by place. */
export function detect(context: RenderingContext, options: DetectOptions): Finding[] {
  return finish(detecting(context, options));
}

/** What `detect` does, in steps: those of the rules, and those in which what several rules told is put in order. */
export function* detecting(context: RenderingContext, options: DetectOptions): Steps<Finding[]> {
  const findings: Finding[] = [];
  const follows = context.relation.kind === 'translation' || context.relation.kind === 'partial-translation';
  for (const rule of options.rules) {
    if (options.severities[rule.id] === 'off' || !rule.check || (rule.comparesBeads && !follows)) continue;
    yield;
    yield* visiting(yield* inSteps(rule.check(context)), (draft) => {
      const { source, rendering } = draft;
      findings.push({
        ...told(rule, draft, options),
        source,
        rendering,
        beads: draft.beads,
        fingerprint: fingerprint(rule.id, texts(context.source.text, source), texts(context.rendering.text, rendering)),
      });
    });
  }
  const unsettled = follows ? yield* withoutSettled(findings, context, options) : findings;
  return distinct(yield* oneADefect(unsettled, context, options.rules));
}

/** What is there already, or made in steps. */
function* inSteps<Item>(made: Item[] | Steps<Item[]>): Steps<Item[]> {
  return Array.isArray(made) ? made : yield* made;
}

/** Rules that guess at what a glossary knows. */
const GUESSING = new Set(['name', 'partial-omission', 'partial-addition']);
/** A phrase with fewer words of content outside of the glossary's places than this is the glossary's. */
const LEAST_CONTENT_WORDS = 2;

/** Leaves out names and missing or added phrases that are terms of the caller's glossary, which has its own rule. */
function* withoutSettled(
  findings: Finding[],
  context: RenderingContext,
  { severities }: DetectOptions,
): Steps<Finding[]> {
  if (!context.glossary?.length || severities[glossaryRule.id] === 'off') return findings;
  if (!findings.some(({ rule }) => GUESSING.has(rule))) return findings;
  const places = yield* glossaryPlaceSteps(context);
  const settled = { source: merged(places.source), rendering: merged(places.rendering) };
  const isSettled = (finding: Finding, side: 'source' | 'rendering'): boolean => {
    const spans = finding[side];
    if (spans.length === 0 || !spans.every((span) => touches(settled[side], span))) return false;
    if (finding.rule === 'name') return true;
    const { sentences, words } = context[side];
    const left = spans.flatMap((span) =>
      words
        .of(firstEndingAfter(sentences, span.start))
        .filter((word) => !word.function && overlap(word, span) > 0 && !touches(settled[side], word)),
    );
    return left.length < LEAST_CONTENT_WORDS;
  };
  return findings.filter(
    (finding) => !GUESSING.has(finding.rule) || !(isSettled(finding, 'source') || isSettled(finding, 'rendering')),
  );
}

/** Leaves out findings that lie where a finding of a rule that goes before theirs tells the same defect. */
function* oneADefect(
  findings: readonly Finding[],
  context: RenderingContext,
  rules: readonly Rule[],
): Steps<Finding[]> {
  const dropped = new Set<Finding>();
  for (const { id, yieldsTo } of rules) {
    if (!yieldsTo) continue;
    const before = findings.filter(({ rule }) => yieldsTo.includes(rule));
    const sides: { side: 'source' | 'rendering'; spans: Span[]; copies: Set<string> }[] = [];
    for (const side of SIDES) {
      const spans = merged(before.flatMap((f) => f[side]));
      sides.push({ side, spans, copies: yield* sentencesAt(context[side], spans) });
    }
    const isTold = (finding: Finding): boolean =>
      sides.some(({ side, spans, copies }) => {
        const own = finding[side];
        const { text } = context[side];
        // Of two copies either may be the one without a counterpart.
        return own.length > 0 && own.every((span) => touches(spans, span) || copies.has(wordsAt(text, span)));
      });
    yield* visiting(findings, (finding) => {
      if (finding.rule === id && isTold(finding)) dropped.add(finding);
    });
  }
  return findings.filter((finding) => !dropped.has(finding));
}

const SIDES = ['source', 'rendering'] as const;

/** The words of each sentence that the spans, ordered and disjoint, touch. O(spans log sentences + their length). */
function* sentencesAt({ text, sentences }: Document, spans: readonly Span[]): Steps<Set<string>> {
  const words = new Set<string>();
  // Many spans may lie in one long sentence: it is read once.
  let next = 0;
  yield* visiting(spans, (span) => {
    next = Math.max(next, firstEndingAfter(sentences, span.start));
    for (; next < sentences.length && sentences[next]!.start < span.end; next++)
      words.add(wordsAt(text, sentences[next]!));
  });
  return words;
}

/** The words of a span, told apart by one space whatever stands between them. */
function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** Runs every rule about the source itself, or between renderings, in the steps of the rules. */
export function* detectingDocument(context: DocumentContext, options: DetectOptions): Steps<DocumentFinding[]> {
  const findings: DocumentFinding[] = [];
  for (const rule of options.rules) {
    if (options.severities[rule.id] === 'off' || !rule.checkDocument) continue;
    yield;
    yield* visiting(yield* inSteps(rule.checkDocument(context)), (draft) => {
      const places = draft.places.map((place) => {
        const rendering = context.renderings.find((r) => r.rendering.id === place.rendering)!.rendering;
        return rendering.text.slice(place.start, place.end);
      });
      findings.push({
        ...told(rule, draft, options),
        source: draft.source,
        places: draft.places,
        fingerprint: fingerprint(rule.id, texts(context.source.text, draft.source), places),
      });
    });
  }
  return distinct(findings);
}

/** What findings of both sorts have in common. */
function told(rule: Rule, draft: Draft | DocumentDraft, options: DetectOptions) {
  const confidence = calibrated(rule.id, draft.confidence);
  const severity = severityOf(rule, draft, options);
  return {
    rule: rule.id,
    category: draft.category ?? rule.category,
    severity: isWorthALook(confidence) ? severity : 'info',
    confidence,
    message: draft.message,
  };
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The caller's severity for the rule is a ceiling; else the draft's own goes before the profile's. */
function severityOf(rule: Rule, draft: Draft | DocumentDraft, { profile, severities }: DetectOptions): Severity {
  const own = typeof draft.severity === 'object' ? draft.severity[profile] : draft.severity;
  const asked = severities[rule.id];
  if (asked === undefined || asked === 'off') return own ?? rule.severity[profile];
  return own === undefined ? asked : milder(own, asked);
}

function milder(a: Severity, b: Severity): Severity {
  return RANK[a] < RANK[b] ? a : b;
}

function texts(text: string, spans: readonly Span[]): string[] {
  return spans.map((span) => text.slice(span.start, span.end));
}

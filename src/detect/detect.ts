import type { DocumentFinding, Finding, Profile, Severity } from '../core/result.ts';
import { overlap, type Span } from '../core/span.ts';
import { distinct, fingerprint } from './fingerprint.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';

export interface DetectOptions {
  rules: readonly Rule[];
  profile: Profile;
  /** Severity by rule id where the caller changed it. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Runs every rule on one rendering. Findings are ordered by rule, then by place. */
export function detect(context: RenderingContext, options: DetectOptions): Finding[] {
  const findings: Finding[] = [];
  const follows = context.relation.kind === 'translation' || context.relation.kind === 'partial-translation';
  for (const rule of options.rules) {
    if (options.severities[rule.id] === 'off' || !rule.check || (rule.comparesBeads && !follows)) continue;
    for (const draft of rule.check(context)) {
      const { source, rendering } = draft;
      findings.push({
        ...told(rule, draft, options),
        source,
        rendering,
        beads: draft.beads,
        fingerprint: fingerprint(
          rule.id,
          context.rendering.id,
          texts(context.source.text, source),
          texts(context.rendering.text, rendering),
        ),
      });
    }
  }
  return distinct(oneADefect(findings, options.rules));
}

/** Leaves out findings that lie where a finding of a rule that goes before theirs tells the same defect. */
function oneADefect(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const dropped = new Set<Finding>();
  for (const { id, yieldsTo } of rules) {
    if (!yieldsTo) continue;
    const before = findings.filter(({ rule }) => yieldsTo.includes(rule));
    const sides = (['source', 'rendering'] as const).map(
      (side) => [side, merged(before.flatMap((f) => f[side]))] as const,
    );
    for (const finding of findings)
      if (finding.rule === id && sides.some(([side, spans]) => within(finding[side], spans))) dropped.add(finding);
  }
  return findings.filter((finding) => !dropped.has(finding));
}

/** The spans, ordered, with those that overlap made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Whether each of a finding's spans overlaps one of the others; false where it has none on that side. */
function within(own: readonly Span[], others: readonly Span[]): boolean {
  return own.length > 0 && own.every((span) => touches(others, span));
}

/** Whether a span overlaps one of ordered, disjoint spans. O(log spans). */
function touches(spans: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && overlap(spans[low]!, span) > 0;
}

/** Runs every rule about the source itself, or between renderings. */
export function detectDocument(context: DocumentContext, options: DetectOptions): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  for (const rule of options.rules) {
    if (options.severities[rule.id] === 'off' || !rule.checkDocument) continue;
    for (const draft of rule.checkDocument(context)) {
      const places = draft.places.map((place) => {
        const rendering = context.renderings.find((r) => r.rendering.id === place.rendering)!.rendering;
        return `${place.rendering} ${rendering.text.slice(place.start, place.end)}`;
      });
      findings.push({
        ...told(rule, draft, options),
        source: draft.source,
        places: draft.places,
        fingerprint: fingerprint(rule.id, '', texts(context.source.text, draft.source), places),
      });
    }
  }
  return distinct(findings);
}

/** What findings of both sorts have in common. */
function told(rule: Rule, draft: Draft | DocumentDraft, options: DetectOptions) {
  return {
    rule: rule.id,
    category: draft.category ?? rule.category,
    severity: severityOf(rule, draft, options),
    confidence: draft.confidence,
    message: draft.message,
  };
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The caller's severity for the rule is a ceiling; else the draft's own goes before the profile's. */
function severityOf(rule: Rule, draft: Draft | DocumentDraft, { profile, severities }: DetectOptions): Severity {
  const own = typeof draft.severity === 'object' ? draft.severity[profile] : draft.severity;
  const asked = severities[rule.id];
  if (asked === undefined || asked === 'off') return own ?? rule.severity[profile];
  return own !== undefined && RANK[own] < RANK[asked] ? own : asked;
}

function texts(text: string, spans: readonly Span[]): string[] {
  return spans.map((span) => text.slice(span.start, span.end));
}

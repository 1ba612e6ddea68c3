import type { AlignmentResult } from '../src/core/result.ts';
import { overlap, type Span } from '../src/core/span.ts';
import type { PlantedCase } from './planted-cases.ts';

/** A finding about a planted case, and what it is worth. */
export interface JudgedFinding {
  rule: string;
  confidence: number;
  severity: string;
  message: string;
  source: readonly Span[];
  /** Whether half of it lies in a planted error of its kind; null where it lies in one of another kind that may bring it along. */
  isRight: boolean | null;
}

/** Which rules tell a planted error; those not named are told by the rule of the same name. */
const TELL: Readonly<Record<string, readonly string[]>> = {
  'partial-omission': ['partial-omission', 'omission'],
  number: ['number', 'date'],
};

/** Judges all findings of a result by what was planted. */
export function judge(item: PlantedCase, result: AlignmentResult): JudgedFinding[] {
  const places = item.gold.events.map((event) => ({
    rules: TELL[event.rule] ?? [event.rule],
    source: event.source.map(spanOf),
    rendering: [...event.rendering, ...(event.also ?? [])].map(spanOf),
  }));
  const findings = [
    ...result.renderings[0]!.findings.map((f) => ({ ...f, places: f.rendering })),
    ...result.findings.map((f) => ({ ...f, places: f.places })),
  ];
  return findings.map(({ rule, confidence, severity, message, source, places: rendering }) => {
    const inside = (events: typeof places) =>
      Math.max(
        share(
          source,
          events.flatMap((event) => event.source),
        ),
        share(
          rendering,
          events.flatMap((event) => event.rendering),
        ),
      ) >= 0.5;
    const own = inside(places.filter(({ rules }) => rules.includes(rule)));
    return { rule, confidence, severity, message, source, isRight: own || (inside(places) ? null : false) };
  });
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}

/** The share of the spans' characters that lie in others. */
function share(spans: readonly Span[], others: readonly Span[]): number {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const common = spans.reduce((sum, span) => sum + Math.max(0, ...others.map((other) => overlap(span, other))), 0);
  return length > 0 ? common / length : 0;
}

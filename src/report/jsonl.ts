import { escapeJson } from './escape.ts';
import type { Format } from './format.ts';
import { Locator, excerptOf, type LocatedFinding, type Passage } from './located-findings.ts';
import { countSeverities } from './severity.ts';

/**
 * JSON lines for streams and data frames: a line of type `rendering` for each rendering, then a line of type `finding` for
 * each finding, which needs nothing but itself to be understood.
 */
export const jsonl: Format = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  render: (result) => {
    const locator = new Locator(result);
    const about = { source: result.source.id };
    const renderings = result.renderings.map(({ id, language, relation, coverage, findings }) => {
      const counts = countSeverities(findings);
      return { type: 'rendering', ...about, rendering: id, language, relation, coverage, ...counts };
    });
    const findings = locator.findings().map((located) => ({ type: 'finding', ...about, ...told(located, locator) }));
    return [...renderings, ...findings].map((line) => `${escapeJson(JSON.stringify(line))}\n`).join('');
  },
};

function told({ finding, rendering, at, source, renderings }: LocatedFinding, locator: Locator) {
  const { rule, category, severity, confidence, message, fingerprint } = finding;
  const place = (passage: Passage) => {
    const { line, column } = locator.region(passage).start;
    return { text: passage.in.id, start: passage.start, end: passage.end, line, column };
  };
  const quoted = (passage: Passage) => ({ ...place(passage), words: excerptOf(passage) });
  return {
    rendering: rendering?.id ?? null,
    rule,
    category,
    severity,
    confidence,
    message,
    at: place(at),
    inSource: source.map(quoted),
    inRenderings: renderings.map(quoted),
    fingerprint,
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import {
  alignTranslations,
  ruleIds,
  type AlignmentResult,
  type AlignOptions,
  type Embedder,
  type Severity,
} from '../src/index.ts';

/** A finding that a case expects, its places by their words. */
interface Expected {
  severity: Severity;
  source?: string[];
  rendering?: string[];
  /** Places whose borders a model draws: half of the words named have to be in them, and half of theirs named. */
  about?: boolean;
}

/** An article, changed, and what its rule has to find there: all of it, and nothing else. */
interface Case {
  name: string;
  article: string;
  edits: [side: 'source' | 'rendering', from: string, to: string][];
  options?: AlignOptions<Embedder>;
  /** Empty where the rule has to keep silent. */
  expect: Expected[];
  /** Rules that may tell of the same change. */
  also?: string[];
  /** Why the rule does not pass yet; the case fails once it does, so that this is taken away. */
  known?: string;
}

const folder = new URL('specs/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const articles = read('articles.json') as Record<string, Record<'ru' | 'en', string>>;
const directions = ['ru', 'en'] as const;
const other = { ru: 'en', en: 'ru' } as const;

/** Rules with cases of their own, by the language of the source. */
const rulesOf = (language: string) => readdirSync(new URL(`${language}/`, folder)).map((file) => file.slice(0, -5));

function edited(text: string, edits: Case['edits'], side: 'source' | 'rendering'): string {
  for (const [where, from, to] of edits) {
    if (where !== side) continue;
    // A change that no longer applies would make a silent case say nothing.
    expect(text.split(from), from).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  return text;
}

/** A finding of either sort with the words at its places. */
interface Told {
  rule: string;
  severity: Severity;
  source: string[];
  rendering: string[];
  message: string;
}

function toldBy(result: AlignmentResult): Told[] {
  const [rendering] = result.renderings;
  const words = (text: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  return [...rendering!.findings.map((finding) => ({ ...finding, places: finding.rendering })), ...result.findings].map(
    ({ rule, severity, message, source, places }) => ({
      rule,
      severity,
      message,
      source: words(result.source.text, source),
      rendering: words(rendering!.text, places),
    }),
  );
}

/** The length that two lists of passages share, by the longer of each pair that lies within the other. */
function shared(a: readonly string[], b: readonly string[]): number {
  return a.reduce(
    (sum, x) => sum + Math.max(0, ...b.map((y) => (x.includes(y) ? y.length : y.includes(x) ? x.length : 0))),
    0,
  );
}

const lengthOf = (passages: readonly string[]) => passages.reduce((sum, passage) => sum + passage.length, 0);

function isMet(expected: Expected, found: Told): boolean {
  if (found.severity !== expected.severity) return false;
  return (['source', 'rendering'] as const).every((side) => {
    const wanted = expected[side] ?? [];
    if (!expected.about) return JSON.stringify(found[side]) === JSON.stringify(wanted);
    if (wanted.length === 0) return true;
    const common = shared(found[side], wanted);
    return common >= lengthOf(found[side]) / 2 && common >= lengthOf(wanted) / 2;
  });
}

describe.each(directions)('from %s', (language) => {
  describe.each(rulesOf(language))('%s', (rule) => {
    for (const spec of read(`${language}/${rule}.json`) as Case[])
      (spec.known === undefined ? test : test.fails)(spec.name, async () => {
        const article = articles[spec.article]!;
        const result = await alignTranslations(
          { id: 'source.txt', text: edited(article[language], spec.edits, 'source'), language },
          {
            id: 'rendering.txt',
            text: edited(article[other[language]], spec.edits, 'rendering'),
            language: other[language],
          },
          spec.options,
        );
        const told = toldBy(result);
        const own = told.filter((finding) => finding.rule === rule);
        const unmet = spec.expect.filter((expected) => !own.some((finding) => isMet(expected, finding)));
        expect({ unmet, own }).toEqual({ unmet: [], own: expect.objectContaining({ length: spec.expect.length }) });
        const companions = [rule, ...(spec.also ?? [])];
        expect(told.filter((finding) => finding.severity !== 'info' && !companions.includes(finding.rule))).toEqual([]);
      });
  });
});

describe.each(Object.keys(articles))('%s', (name) => {
  it.each(directions)('has nothing to report where nothing was changed, from %s', async (language) => {
    const result = await alignTranslations(articles[name]![language], articles[name]![other[language]]);
    expect(toldBy(result)).toEqual([]);
  });
});

it('has four cases that tell and four that keep silent for each rule, in both directions', () => {
  for (const language of directions)
    for (const rule of rulesOf(language)) {
      expect(ruleIds, rule).toContain(rule);
      const cases = read(`${language}/${rule}.json`) as Case[];
      const telling = cases.filter((one) => one.expect.length > 0).length;
      expect([telling >= 4, cases.length - telling >= 4], `${language}/${rule}`).toEqual([true, true]);
    }
});

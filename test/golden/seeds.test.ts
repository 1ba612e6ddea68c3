import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { AlignmentResult, Finding, RenderingResult } from '../../src/core/result.ts';
import { overlap, trim, type Span } from '../../src/core/span.ts';

const folder = new URL('../fixtures/seeds/', import.meta.url);
const read = (id: string) => readFileSync(new URL(id, folder), 'utf8');

/** A place by sentence keys, or words inside them, and the rules that may be found there. */
interface GoldFinding {
  rules: string[];
  source?: string[];
  rendering?: string[];
  span?: string;
  severity?: string;
}

type GoldBead = [source: string[], rendering: string[]];

interface GoldRendering {
  relation: string;
  relationAccepted?: string[];
  sentences: Record<string, string>;
  metadata: string[];
  beads: GoldBead[];
  beadsAccepted: { instead: GoldBead[]; also: GoldBead[] }[];
  findings: GoldFinding[];
  optional: GoldFinding[];
}

interface Gold {
  source: { sentences: Record<string, string>; blocks: Record<string, string[]> };
  renderings: Record<string, GoldRendering>;
}

const gold = JSON.parse(read('gold.json')) as Gold;
const ids = ['000.txt', '001.txt', '002.txt', '004.txt'];
const source = read('003.txt');
let result: AlignmentResult;

beforeAll(async () => {
  result = await alignTranslations(
    { id: '003.txt', text: source },
    ids.map((id) => ({ id, text: read(id) })),
  );
});

/** The place of each key: from its opening words to those of the next, to the end of its paragraph at most. */
function placesOf(text: string, sentences: Record<string, string>): Record<string, Span> {
  const keys = Object.keys(sentences);
  const starts = keys.map((key) => text.indexOf(sentences[key]!));
  return Object.fromEntries(
    keys.map((key, x) => {
      const start = starts[x]!;
      expect(start, key).toBeGreaterThanOrEqual(0);
      const paragraph = text.indexOf('\n', start);
      const end = Math.min(starts[x + 1] ?? text.length, paragraph < 0 ? text.length : paragraph);
      return [key, trim(text, { start, end })];
    }),
  );
}

const sourcePlaces = placesOf(source, gold.source.sentences);
const rendering = (id: string): RenderingResult => result.renderings.find((r) => r.id === id)!;
const shared = (spans: readonly Span[], places: readonly Span[]) =>
  spans.reduce((sum, a) => sum + places.reduce((inner, b) => inner + overlap(a, b), 0), 0);
const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0);

const DETAIL = ['number', 'date', 'name', 'garbled-quote', 'unpaired-marks', 'broken-word'];

/** The spans of a reference finding on each side. */
function spansOf(item: GoldFinding, text: string, places: Record<string, Span>) {
  const side = (keys: string[] | undefined, from: Record<string, Span>, sideText: string): Span[] => {
    const whole = (keys ?? []).map((key) => from[key]!);
    if (item.span === undefined) return whole;
    return whole.flatMap((place) => {
      const start = sideText.indexOf(item.span!, place.start);
      return start >= 0 && start < place.end ? [{ start, end: start + item.span!.length }] : [];
    });
  };
  return { source: side(item.source, sourcePlaces, source), rendering: side(item.rendering, places, text) };
}

describe.each(['000.txt', '001.txt'])('%s', (id) => {
  const wanted = gold.renderings[id]!;
  const text = read(id);
  const places = placesOf(text, wanted.sentences);

  test('is told as what it is', () => {
    expect(rendering(id).relation.kind).toBe(wanted.relation);
  });

  test.each(wanted.metadata)('%s is no text of the article', (words) => {
    const { sentences, beads } = rendering(id);
    const index = sentences.findIndex((s) => text.slice(s.start, s.end) === words);
    expect(['metadata', 'dateline']).toContain(sentences[index]?.kind);
    expect(beads.find((b) => b.rendering.includes(index))!.source).toEqual([]);
  });

  const accepted = (bead: GoldBead) =>
    wanted.beadsAccepted.filter(({ instead }) => instead.some((b) => JSON.stringify(b) === JSON.stringify(bead)));

  test.each(wanted.beads.map((bead) => [bead] as const))('bead %j', (bead) => {
    const { sentences, beads } = rendering(id);
    const has = ([a, b]: GoldBead): boolean => {
      const keys = (spans: readonly Span[], from: Record<string, Span>) =>
        Object.keys(from).filter((key) => shared(spans, [from[key]!]) > 0.5 * lengthOf([from[key]!]));
      const side = (x: (typeof beads)[number]) => [
        keys(x.source.map((i) => result.source.sentences[i]!), sourcePlaces),
        keys(x.rendering.map((j) => sentences[j]!), places),
      ];
      // A gap of the reference may be several gaps here and the other way round, so gaps are compared key by key.
      if (a.length === 0 || b.length === 0)
        return [...a, ...b].every((key) => beads.some((x) => JSON.stringify(side(x)) === JSON.stringify(a.length ? [[key], []] : [[], [key]])));
      return beads.some((x) => JSON.stringify(side(x)) === JSON.stringify([a, b]));
    };
    const ok = has(bead) || accepted(bead).some(({ also }) => also.every(has));
    expect(ok).toBe(true);
  });

  test.each(wanted.findings.map((item) => [item] as const))('finding %j', (item) => {
    const place = spansOf(item, text, places);
    const found = rendering(id).findings.filter((f) => item.rules.includes(f.rule));
    // What the reference does not call an info has to be told plainly.
    const severe = found.filter((f) => (item.severity === undefined ? f.severity !== 'info' : f.severity === item.severity));
    if (item.rules.every((rule) => DETAIL.includes(rule))) {
      expect(severe.some((f) => shared(f.rendering, place.rendering) > 0 || shared(f.source, place.source) > 0)).toBe(true);
      return;
    }
    const covered =
      shared(severe.flatMap((f) => f.source), place.source) + shared(severe.flatMap((f) => f.rendering), place.rendering);
    expect(covered).toBeGreaterThanOrEqual(0.5 * (lengthOf(place.source) + lengthOf(place.rendering)));
  });

  test('no extra warning and no extra error', () => {
    const allowed = [...wanted.findings, ...wanted.optional];
    const extra = rendering(id).findings.filter((finding: Finding) => {
      if (finding.severity === 'info') return false;
      const spans = allowed.filter((item) => item.rules.includes(finding.rule)).map((item) => spansOf(item, text, places));
      const inside =
        shared(finding.source, spans.flatMap((s) => s.source)) + shared(finding.rendering, spans.flatMap((s) => s.rendering));
      return inside < 0.5 * (lengthOf(finding.source) + lengthOf(finding.rendering));
    });
    expect(extra.filter((f) => f.severity === 'error').map((f) => f.message)).toEqual([]);
    expect(extra.map((f) => f.message)).toEqual([]);
  });
});

test('002 is another report of the event, and 004 no translation; each says why in one sentence', () => {
  const second = rendering('002.txt');
  expect(second.relation.kind).toBe('comparable');
  const fourth = rendering('004.txt');
  expect(['comparable', 'unrelated']).toContain(fourth.relation.kind);
  for (const { relation, findings } of [second, fourth]) {
    expect(relation.reason).toMatch(/^[^.!?]+\.$/);
    expect(findings.filter((f) => ['omission', 'addition', 'partial-omission'].includes(f.rule))).toEqual([]);
  }
});

test('the eight headlines behind the article are one finding on the source and no omission', () => {
  const places = gold.source.blocks['unrelated-trailing']!.map((key) => sourcePlaces[key]!);
  const found = result.findings.filter((f) => f.rule === 'unrelated-trailing');
  expect(found).toHaveLength(1);
  expect(found[0]!.severity).toBe('warning');
  expect(found[0]!.source).toEqual(places);
  for (const { findings } of result.renderings)
    for (const finding of findings) expect(shared(finding.source, places), finding.rule).toBe(0);
});

test('the date of 002 is in conflict with that of 000 and 001', () => {
  const found = result.findings.filter((f) => f.rule === 'date');
  expect(found).toHaveLength(1);
  expect(found[0]!.severity).toBe('error');
  const words = found[0]!.places.map((p) => [p.rendering, rendering(p.rendering).text.slice(p.start, p.end)]);
  expect(words).toContainEqual(['002.txt', 'December 10']);
  expect(words.some(([id]) => id === '000.txt' || id === '001.txt')).toBe(true);
});

test('a headline that a rendering does not carry is info', () => {
  for (const id of ['000.txt', '001.txt']) {
    const found = rendering(id).findings.filter((f) => shared(f.source, [sourcePlaces['h']!]) > 0);
    expect(found.map((f) => f.severity)).toEqual(['info']);
  }
});

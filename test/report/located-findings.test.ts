import { expect, it } from 'vitest';
import { Locator, excerptOf } from '../../src/report/located-findings.ts';
import { seedResult } from './fixture.ts';

const result = seedResult();
const locator = new Locator(result);
const located = locator.findings();
const wordsBefore = ({ in: { text }, start }: (typeof located)[number]['at']): string =>
  text.slice(0, start).slice(-20);

it('gives every finding once, those of the renderings first', () => {
  expect(located.map(({ finding }) => finding)).toEqual([
    ...result.renderings.flatMap(({ findings }) => findings),
    ...result.findings,
  ]);
});

it('puts what is missing where it would stand in the rendering', () => {
  const omissions = located.filter(
    ({ finding, rendering }) => finding.rule === 'omission' && rendering?.id === '000.txt',
  );
  const [headline, tenth] = omissions;
  expect(headline!.at).toMatchObject({ in: result.renderings[0], start: 0, end: 0 });
  // Behind the counterpart of the sentence before the missing one.
  expect(tenth!.at.start).toBe(tenth!.at.end);
  expect(wordsBefore(tenth!.at)).toBe('ATO Council meeting.');
  expect(locator.region(tenth!.at).start).toEqual(locator.region(tenth!.at).end);
});

it('puts missing words at the sentence that should have them, damage at its own place', () => {
  const [partial] = located.filter(({ finding }) => finding.rule === 'partial-omission');
  expect(excerptOf(partial!.at)).toMatch(/^The sides expressed .* actions\.$/);
  const number = located.find(({ finding }) => finding.rule === 'number')!;
  expect(excerptOf(number.at)).toBe('scores');
  expect(number.source.map(excerptOf)).toEqual(['тысячи']);
});

it('puts findings of the top level at their first place, else in the source', () => {
  const [unrelated, date] = located.slice(-2);
  expect(unrelated!.at.in).toBe(result.source);
  expect(date!.at.in.id).toBe('002.txt');
  expect(date!.renderings.map(excerptOf)).toEqual(['December 10', 'January 10']);
});

it('finds what was put aside as well', () => {
  const { message, severity, category, confidence, source, fingerprint } = result.renderings[0]!.findings[2]!;
  const aside = { rule: 'omission', message, severity, category, confidence, source, fingerprint, places: [] };
  const one = new Locator({
    ...result,
    suppressed: [
      { ...aside, by: 'ignore', rendering: '000.txt' },
      { ...aside, by: 'baseline', rendering: null },
    ],
  }).suppressed();
  expect(one.map(({ rendering }) => rendering?.id)).toEqual(['000.txt', undefined]);
  expect(wordsBefore(one[0]!.at)).toBe('ATO Council meeting.');
  expect(one[1]!.at.in).toBe(result.source);
});

it('cuts long excerpts', () => {
  const long = { ...result.source, text: 'а'.repeat(1_000) };
  expect(excerptOf({ in: long, start: 0, end: 1_000 })).toBe(`${'а'.repeat(300)}…`);
});

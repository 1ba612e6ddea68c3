import { describe, expect, test } from 'vitest';
import { detect, type DetectOptions } from '../../src/detect/detect.ts';
import type { Draft, Rule } from '../../src/detect/rule.ts';
import { ruleIds, rules } from '../../src/detect/rules.ts';
import { madeContext, madeDocument } from './made-context.ts';

const context = madeContext(madeDocument('s', 'ru', ['Их было 40.']), madeDocument('r', 'en', ['There were 46.']));
const draft: Draft = {
  confidence: 0.9,
  message: 'It is so.',
  source: [{ start: 0, end: 3 }],
  rendering: [],
  beads: [0],
};
const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  category: 'accuracy/omission',
  summary: '',
  severity: { literal: 'error', wire: 'warning' },
  check: () => [draft],
  ...more,
});
const options = (list: Rule[], more: Partial<DetectOptions> = {}): DetectOptions => ({
  rules: list,
  profile: 'literal',
  severities: {},
  ...more,
});

describe('severity', () => {
  const told = (own: Draft['severity'], more: Partial<DetectOptions>) =>
    detect(context, options([rule('x', { check: () => [{ ...draft, ...(own ? { severity: own } : {}) }] })], more))[0]
      ?.severity;

  test('is the rule’s by profile', () => {
    expect(told(undefined, {})).toBe('error');
    expect(told(undefined, { profile: 'wire' })).toBe('warning');
  });

  test('may be the draft’s own, in one profile or in both', () => {
    expect(told('info', {})).toBe('info');
    expect(told({ wire: 'error' }, { profile: 'wire' })).toBe('error');
    expect(told({ wire: 'info' }, {})).toBe('error');
  });

  test('is info for what takes more of an editor’s time than it saves', () => {
    const at = (confidence: number) =>
      detect(context, options([rule('x', { check: () => [{ ...draft, confidence }] })]))[0]!.severity;
    expect([0.95, 0.6, 0.59, 0.3].map(at)).toEqual(['error', 'error', 'info', 'info']);
  });

  test('the caller’s is a ceiling, and off is silence', () => {
    expect(told(undefined, { severities: { x: 'info' } })).toBe('info');
    expect(told('info', { severities: { x: 'error' } })).toBe('info');
    expect(told('error', { severities: { x: 'warning' } })).toBe('warning');
    expect(told(undefined, { severities: { x: 'off' } })).toBeUndefined();
  });
});

test('a rule that compares beads is not asked of a text that does not follow the source', () => {
  for (const kind of ['comparable', 'unrelated'] as const) {
    const other = { ...context, relation: { kind, confidence: 1, reason: '' } };
    expect(detect(other, options([rule('x', { comparesBeads: true }), rule('y')])).map((f) => f.rule)).toEqual(['y']);
  }
});

test('a finding yields to one of a rule that goes before its own, at the same place alone', () => {
  const elsewhere = { ...draft, source: [{ start: 4, end: 8 }] };
  const list = [rule('x'), rule('y', { yieldsTo: ['x'], check: () => [draft, elsewhere] })];
  expect(detect(context, options(list)).map((f) => [f.rule, f.source[0]!.start])).toEqual([
    ['x', 0],
    ['y', 4],
  ]);
});

test('a sentence that is a copy of what a rule before its own tells yields to it', () => {
  const twice = madeContext(
    madeDocument('s', 'ru', ['Их было 40.']),
    madeDocument('r', 'en', ['There were 40.', 'There were 40.', 'Yes.']),
  );
  const at = (...starts: number[]) => ({
    ...draft,
    source: [],
    rendering: starts.map((start) => ({ start, end: start + (start === 30 ? 4 : 14) })),
  });
  const list = [rule('x', { check: () => [at(15)] }), rule('y', { yieldsTo: ['x'], check: () => [at(0), at(0, 30)] })];
  expect(detect(twice, options(list)).map((f) => [f.rule, f.rendering.length])).toEqual([
    ['x', 1],
    ['y', 2],
  ]);
});

test('a fingerprint depends on rule and words, not on offsets and ids', () => {
  const moved = madeContext(
    madeDocument('another source', 'ru', ['Да.', 'Их было 40.']),
    madeDocument('another name', 'en', ['Yes.', 'There were 46.']),
  );
  const print = (c: typeof context, start: number) =>
    detect(c, options([rule('x', { check: () => [{ ...draft, source: [{ start, end: start + 2 }] }] })]))[0]!
      .fingerprint;
  expect(print(context, 0)).toMatch(/^[0-9a-f]{16}$/);
  expect(print(moved, 4)).toBe(print(context, 0));
  expect(print(context, 3)).not.toBe(print(context, 0));
});

test('the same words at two places have two fingerprints', () => {
  const twice = madeContext(
    madeDocument('s', 'ru', ['Их было 40.', 'Их было 40.']),
    madeDocument('r', 'en', ['There were 46.']),
  );
  const drafts = [0, 12].map((start) => ({ ...draft, source: [{ start, end: start + 11 }] }));
  const prints = detect(twice, options([rule('x', { check: () => drafts })])).map((f) => f.fingerprint);
  expect(new Set(prints).size).toBe(2);
});

test('rule ids are kebab-case nouns, each once, and yield only to rules that exist', () => {
  expect(new Set(ruleIds).size).toBe(ruleIds.length);
  for (const { id, yieldsTo = [] } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const other of yieldsTo) expect(ruleIds).toContain(other);
  }
});

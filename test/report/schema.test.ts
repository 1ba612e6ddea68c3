import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { hostileResult, seedResult } from './fixture.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/result.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

/** A change to the result that breaks the contract, by name. */
type Result = ReturnType<typeof seedResult>;
const breaks: [string, (result: Result) => void][] = [
  ['an unknown key', (r) => Object.assign(r, { extra: 1 })],
  ['another schema version', (r) => Object.assign(r, { schemaVersion: 2 })],
  ['a negative offset', (r) => (r.source.sentences[0]!.start = -1)],
  ['an unknown kind', (r) => Object.assign(r.source.sentences[0]!, { kind: 'title' })],
  ['a confidence above 1', (r) => (r.renderings[0]!.findings[0]!.confidence = 1.1)],
  ['a rule that is no rule id', (r) => (r.renderings[0]!.findings[0]!.rule = 'Omission 1')],
  ['a moved that is false', (r) => Object.assign(r.renderings[0]!.beads[0]!, { moved: false })],
  ['a lacking text', (r) => Reflect.deleteProperty(r.renderings[0]!, 'text')],
  ['a finding key of the other kind', (r) => Object.assign(r.findings[0]!, { beads: [] })],
];

it('accepts results', () => {
  validate(seedResult());
  expect(validate.errors).toBeNull();
  const moved = seedResult();
  moved.renderings[0]!.beads[0]!.moved = true;
  expect(validate(JSON.parse(JSON.stringify(moved)))).toBe(true);
});

it('accepts findings that were put aside, with a list and a rendering named', () => {
  const result = seedResult();
  const aside = { ...result.findings[0]!, by: 'ignore' as const, reason: 'known', rendering: null };
  result.suppressed = [aside];
  validate(result);
  expect(validate.errors).toBeNull();
  for (const wrong of [
    { ...aside, by: 'config' },
    { ...aside, rendering: undefined },
    { ...aside, reason: '' },
  ])
    expect(validate(JSON.parse(JSON.stringify({ ...result, suppressed: [wrong] })))).toBe(false);
});

it.each(breaks)('refuses %s', (_, change) => {
  const result = seedResult();
  change(result);
  expect(validate(result)).toBe(false);
});

it('describes every field', () => {
  const undescribed: string[] = [];
  const resolve = (node: { $ref?: string }) => (node.$ref ? schema.$defs[node.$ref.split('/').at(-1)!] : node);
  const walk = (node: Record<string, never>, path: string): void => {
    for (const [key, value] of Object.entries((node['properties'] ?? {}) as Record<string, Record<string, never>>))
      walk(value, `${path}.${key}`);
    for (const [key, value] of Object.entries((node['$defs'] ?? {}) as Record<string, Record<string, never>>))
      walk(value, key);
    if (node['type'] === 'object' && !('description' in node)) undescribed.push(path);
    if (node['type'] === 'object') expect(node['additionalProperties'], path).toBe(false);
    if ('$ref' in node) expect(resolve(node), path).toBeDefined();
  };
  walk(schema, 'result');
  expect(undescribed).toEqual([]);
});

it('takes any text, hostile or not', () => {
  const result = hostileResult('</script>\u0000\u202e');
  result.renderings[0]!.findings[0]!.rule = 'number';
  result.findings[0]!.rule = 'number';
  validate(result);
  expect(validate.errors).toBeNull();
});

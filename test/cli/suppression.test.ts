import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { cli, folder } from './harness.ts';

const RU =
  'Мост через реку закрыли на ремонт 14 марта. Движение направили в объезд через посёлок Каменка.\n\nИнженеры нашли трещины в двух опорах ещё прошлой осенью.\n';
const EN =
  'The bridge over the river was closed for repairs on March 24. Traffic was sent on a detour through the village of Kamenka.\n\nEngineers found cracks in two piers last autumn.\n';

const texts = () => folder({ 'ru.txt': RU, 'en.txt': EN });
const check = (at: (name: string) => string, ...options: string[]) =>
  cli([at('ru.txt'), at('en.txt'), '--format', 'json', ...options]);
const parse = (text: string) => JSON.parse(text) as AlignmentResult;

describe('a baseline', () => {
  it('is written, silences what it has, and tells what is stale', async () => {
    const at = texts();
    const baseline = at('baseline.json');
    const written = await check(at, '--write-baseline', baseline);
    expect(written.code).toBe(0);
    expect(parse(written.stdout).summary.errors).toBe(1);
    const [entry] = (JSON.parse(readFileSync(baseline, 'utf8')) as { baseline: object[] }).baseline;
    expect(entry).toEqual({
      fingerprint: parse(written.stdout).renderings[0]!.findings[0]!.fingerprint,
      rule: 'date',
      source: 'ru.txt',
      rendering: 'en.txt',
      excerpt: '14 марта',
      reason: '',
    });

    const known = await check(at, '--baseline', baseline);
    expect([known.code, known.stderr]).toEqual([0, '1 finding suppressed: 1 by the baseline\n']);
    expect(parse(known.stdout)).toMatchObject({ summary: { errors: 0 }, suppressed: [{ rule: 'date' }] });
    expect((await check(at, '--baseline', baseline, '--quiet')).stderr).toBe('');

    writeFileSync(at('en.txt'), EN.replace('24', '14'));
    const mended = await check(at, '--baseline', baseline);
    expect([mended.code, mended.stderr.split('\n')[0]]).toEqual([
      0,
      '1 entry of the baseline is stale, its finding is gone:',
    ]);
    expect(mended.stderr).toMatch(/^- [0-9a-f]{16} date 14 марта$/m);
    await check(at, '--baseline', baseline, '--write-baseline', baseline);
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({ schemaVersion: 1, baseline: [] });
  });

  it('that is renewed keeps reasons, and entries of other texts, which are not stale', async () => {
    const at = texts();
    await check(at, '--write-baseline', at('b.json'));
    const file = JSON.parse(readFileSync(at('b.json'), 'utf8')) as { baseline: object[] };
    file.baseline[0] = { ...file.baseline[0], reason: 'the event was moved' };
    file.baseline.push({ fingerprint: '0123456789abcdef', source: 'other.txt', rendering: 'fr.txt' });
    writeFileSync(at('b.json'), JSON.stringify(file));
    const { stderr } = await check(at, '--baseline', at('b.json'), '--write-baseline', at('c.json'));
    expect(stderr).toBe('1 finding suppressed: 1 by the baseline\n');
    expect(JSON.parse(readFileSync(at('c.json'), 'utf8'))).toEqual(file);
  });

  it.each([
    ['[]', 'invalid-argument', 'b.json is no baseline of schemaVersion 1.'],
    ['null', 'invalid-argument', 'b.json is no baseline of schemaVersion 1.'],
    ['{', 'invalid-json', 'b.json is not JSON'],
    [
      '{"schemaVersion":1,"baseline":[{"fingerprint":"x"}]}',
      'invalid-argument',
      'b.json.baseline[0].fingerprint is "x", expected 16 hexadecimal digits in lower case.',
    ],
  ])('that is %s is an error', async (text, _, message) => {
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, 'b.json': text });
    const { code, stderr } = await check(at, '--baseline', at('b.json'));
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });
});

describe('an ignore list', () => {
  it('silences text, and says so', async () => {
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, 'i.json': '[{"rule":"date","source":"14 марта"}]' });
    const { code, stderr } = await check(at, '--ignore', at('i.json'));
    expect([code, stderr]).toEqual([0, '1 finding suppressed: 1 by the ignore list\n']);
  });

  it('with a rule that does not exist is an error', async () => {
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, 'i.json': '[{"rule":"dates","source":"14 марта"}]' });
    const { code, stderr } = await check(at, '--ignore', at('i.json'));
    expect([code, stderr]).toEqual([
      2,
      `align-translations: ${at('i.json')}[0].rule is "dates", which is no rule.\nDid you mean "date"?\n`,
    ]);
  });
});

describe('a glossary', () => {
  it.each([
    ['TSV', 'g.tsv', '# places\n\nпосёлок Каменка\tKamenka settlement|settlement of Kamenka\t\tstyle guide\n'],
    ['JSON', 'g.json', '[{"source":"посёлок Каменка","rendering":["Kamenka settlement"]}]'],
  ])('is read as %s', async (_, name, text) => {
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, [name]: text });
    const { renderings } = parse((await check(at, '--glossary', at(name))).stdout);
    expect(renderings[0]!.findings.map(({ rule }) => rule)).toEqual(['glossary', 'date']);
  });

  it('may leave terms out, and rule forms out', async () => {
    const tsv = 'Каменка\tKamenka|\tvillage of Kamenka\nопора\t\n';
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, 'g.tsv': tsv });
    const { renderings } = parse((await check(at, '--glossary', at('g.tsv'))).stdout);
    expect(renderings[0]!.findings.map(({ rule }) => rule)).toEqual(['glossary', 'date']);
  });

  it.each([
    ['мост\n', 'line 1: there is no tab.'],
    ['мост\tbridge\n\tbridge\n', 'line 2: there is no term before the tab.'],
    ['мост\tbridge\t\t\t\n', 'line 1: there are 5 columns, and 4 at most are read.'],
    [`\n${'а'.repeat(2001)}\tbridge\n`, 'line 2: source is "'],
    ['[{"source":"мост"}]', 'g.tsv[0].rendering is undefined, expected the forms that are right.'],
    ['[{"source":', 'g.tsv is not JSON'],
  ])('with %j is an error that says where', async (text, message) => {
    const at = folder({ 'ru.txt': RU, 'en.txt': EN, 'g.tsv': text });
    const { code, stderr } = await check(at, '--glossary', at('g.tsv'));
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });

  it('of many documents is read once', async () => {
    const line = JSON.stringify({ id: 'a', source: RU, renderings: [{ id: 'en', text: EN }] });
    const at = folder({ 'cases.jsonl': `${line}\n${line}\n`, 'g.tsv': 'посёлок\tsettlement\n' });
    const { stdout } = await cli(['batch', at('cases.jsonl'), '--glossary', at('g.tsv')]);
    const rules = stdout
      .trimEnd()
      .split('\n')
      .map((record) => (JSON.parse(record) as { result: AlignmentResult }).result.renderings[0]!.findings[0]!.rule);
    expect(rules).toEqual(['glossary', 'glossary']);
  });
});

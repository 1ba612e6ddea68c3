import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { ruleFacts } from '../../src/report/rule-facts.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';
import { parseXml, textsAt, validateWithXsd } from './validators.ts';

let hostile: AlignmentResult;
beforeAll(async () => {
  hostile = await hostileArticle();
});

describe('junit', () => {
  it('is valid by its schema', () => {
    validateWithXsd(render(seedResult(), 'junit'), 'junit.xsd');
    validateWithXsd(render(hostile, 'junit'), 'junit.xsd');
  });

  it.each([
    ['a failure in a suite', '<testcase', '<failure/><testcase'],
    ['a count that is no number', 'failures="5"', 'failures="five"'],
  ])('of which the schema would refuse %s', (_, from, to) => {
    expect(() => validateWithXsd(render(seedResult(), 'junit').replace(from, to), 'junit.xsd')).toThrow();
  });

  it('counts what is there', () => {
    for (const result of [seedResult(), hostile]) {
      const document = parseXml(render(result, 'junit'));
      for (const [attribute, path] of [
        ['tests', 'testcase'],
        ['failures', 'testcase/failure'],
        ['skipped', 'testcase/skipped'],
      ] as const) {
        const suites = textsAt(document, `//testsuite/@${attribute}`).map(Number);
        const there = suites.map((_, i) => textsAt(document, `//testsuite[${i + 1}]/${path}`).length);
        expect(suites).toEqual(there);
        expect(textsAt(document, `/testsuites/@${attribute}`)).toEqual([String(there.reduce((a, b) => a + b, 0))]);
      }
    }
  });

  it('has a case for each rule, so that passes show, and fails those with errors', () => {
    const document = parseXml(render(seedResult(), 'junit'));
    const cases = (filter: string): string[] =>
      textsAt(document, `//testsuite[@name="000.txt"]/testcase${filter}/@name`);
    expect(cases('')).toEqual(ruleFacts.map(({ id }) => id));
    expect(cases('[failure]')).toEqual(['omission', 'number']);
    expect(cases('[system-out]')).toEqual(['omission', 'partial-omission']);
    expect(textsAt(document, '//testsuite[@name="000.txt"]/testcase[@name="number"]/failure')).toEqual([
      '000.txt:11:188 error: “тысячи” (thousands) became “scores”.\n    003.txt: тысячи\n    000.txt: scores',
    ]);
  });

  it('skips rules that were not asked', () => {
    const document = parseXml(render(seedResult(), 'junit'));
    const skipped = textsAt(document, '//testsuite[@name="002.txt"]/testcase[skipped]/@name');
    expect(skipped).toEqual(ruleFacts.filter(({ comparesBeads }) => comparesBeads).map(({ id }) => id));
    expect(textsAt(document, '//testsuite[@name="001.txt"]/testcase[skipped]')).toEqual([]);
  });

  it('skips rules that were switched off, unless they found something', () => {
    const report = render({ ...seedResult(), rulesOff: ['negation', 'number'] } as AlignmentResult, 'junit');
    validateWithXsd(report, 'junit.xsd');
    const document = parseXml(report);
    const first = '//testsuite[@name="000.txt"]';
    expect(textsAt(document, `${first}/testcase[skipped]/@name`)).toEqual(['negation']);
    expect(textsAt(document, `${first}/testcase/skipped/@message`)).toEqual(['switched off']);
    expect(textsAt(document, `${first}/testcase[failure]/@name`)).toContain('number');
    expect(textsAt(document, `${first}/@skipped`)).toEqual(['1']);
  });

  it('has a suite for what is between renderings, if anything is', () => {
    const document = parseXml(render(seedResult(), 'junit', { paths: { '003.txt': 'ru/003.txt' } }));
    expect(textsAt(document, '//testsuite[@name="003.txt"]/testcase/@name')).toEqual(['unrelated-trailing', 'date']);
    expect(textsAt(document, '//testsuite[@name="003.txt"]/@file')).toEqual(['ru/003.txt']);
    const without = parseXml(render({ ...seedResult(), findings: [] }, 'junit'));
    expect(textsAt(without, '//testsuite/@name')).toEqual(['000.txt', '001.txt', '002.txt']);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult, Finding } from '../../src/core/result.ts';
import { render } from '../../src/report/registry.ts';
import { markedContent } from '../../src/report/xliff-marks.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';
import { parseXml, textsAt, validateWithXsd } from './validators.ts';

let hostile: AlignmentResult;
beforeAll(async () => {
  hostile = await hostileArticle();
});

describe('xliff', () => {
  it('is valid by its schema', () => {
    validateWithXsd(render(seedResult(), 'xliff'), 'xliff-2.1.xsd');
    validateWithXsd(render(hostile, 'xliff'), 'xliff-2.1.xsd');
  });

  it.each([
    ['an unknown state', 'state="translated"', 'state="good"'],
    ['a target before its source', /(<source>.*<\/source>)\s*(<target>.*<\/target>)/, '$2$1'],
    ['an unknown type of issue', 'locQualityIssueType="numbers"', 'locQualityIssueType="dates"'],
    ['an annotation of another type', 'type="its:generic"', 'type="generic"'],
    ['an id that is given twice', 'id="r1"', 'id="r0"'],
    ['a language', 'srcLang="ru"', 'srcLang="ру"'],
  ])('of which the schema would refuse %s', (_, from, to) => {
    const report = render(seedResult(), 'xliff').replace(from, to);
    expect(report).not.toBe(render(seedResult(), 'xliff'));
    expect(() => validateWithXsd(report, 'xliff-2.1.xsd')).toThrow();
  });

  it('holds every bead, and reads back', () => {
    for (const result of [seedResult(), hostile]) {
      const document = parseXml(render(result, 'xliff'));
      result.renderings.forEach((rendering, r) => {
        const unit = (b: number): string => `//x:file[@id="r${r}"]/x:unit[@id="b${b}"]`;
        expect(textsAt(document, `//x:file[@id="r${r}"]/x:unit/@id`)).toHaveLength(rendering.beads.length);
        rendering.beads.forEach((bead, b) => {
          const side = ({ text, sentences }: typeof rendering | typeof result.source, indices: number[]): string =>
            indices
              .map((i) => text.slice(sentences[i]!.start, sentences[i]!.end))
              .join(' ')
              .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/g, '')
              .replace(/\p{Cs}/gu, '\ufffd');
          expect(textsAt(document, `${unit(b)}//x:source`)).toEqual([side(result.source, bead.source)]);
          const target = bead.rendering.length === 0 ? [] : [side(rendering, bead.rendering)];
          expect(textsAt(document, `${unit(b)}//x:target`)).toEqual(target);
        });
      });
    }
  });

  it('keeps characters that no XML may hold as code points', () => {
    const document = parseXml(render(hostile, 'xliff'));
    const codes = new Set(textsAt(document, '//x:target//x:cp/@hex'));
    expect([...codes].sort()).toEqual(['0000', '0007', '001B', 'FFFE']);
  });

  it('marks findings where they are, in the rendering if they have a place there', () => {
    const document = parseXml(render(seedResult(), 'xliff'));
    const marked = (type: string): string[] => textsAt(document, `//x:mrk[@its:locQualityIssueType="${type}"]`);
    expect(marked('numbers')).toEqual(['scores']);
    expect(marked('typographical')).toContain('Kazak-hstan');
    expect(marked('omission')).toContain('масштабу угрозы');
    expect(textsAt(document, '//x:mrk[.="scores"]/@its:locQualityIssueComment')).toEqual([
      'number: “тысячи” (thousands) became “scores”.',
    ]);
    // What lies between renderings is marked in each of them.
    expect(marked('mistranslation').filter((text) => /\w+ 10/.test(text))).toEqual(['January 10', 'December 10']);
  });

  it('says of a translation alone that its text is translated', () => {
    const document = parseXml(render(seedResult(), 'xliff'));
    expect(textsAt(document, '//x:file[@id="r0"]//x:segment[@state="translated"]').length).toBeGreaterThan(5);
    expect(textsAt(document, '//x:file[@id="r2"]//x:segment[@state="translated"]')).toEqual([]);
    expect(textsAt(document, '//x:file[@id="r2"]/x:notes/x:note[@category="relation"]')[0]).toMatch(/^Another report/);
  });

  it('refuses renderings in several languages', () => {
    const result = seedResult();
    result.renderings[1]!.language = 'de';
    expect(() => render(result, 'xliff')).toThrow(
      expect.objectContaining({ code: 'invalid-argument', message: expect.stringContaining('en, de') }),
    );
    expect(() => render({ ...result, renderings: [] }, 'xliff')).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('markedContent', () => {
  const finding = seedResult().renderings[0]!.findings[0] as Finding;
  const content = (text: string, ...spans: [number, number][]): string => {
    let marks = 0;
    const issues = spans.map(([start, end]) => ({ finding, start, end }));
    const span = { start: 0, end: text.length };
    return markedContent(text, span, issues, () => `m${++marks}`).replace(/ type=.*?(?=\/?>)/g, '');
  };

  it.each<[string, [number, number][], string]>([
    ['none', [], 'abcdef'],
    [
      'two apart',
      [
        [0, 2],
        [3, 4],
      ],
      '<mrk id="m1">ab</mrk>c<mrk id="m2">d</mrk>ef',
    ],
    [
      'two that touch',
      [
        [0, 2],
        [2, 4],
      ],
      '<mrk id="m1">ab</mrk><mrk id="m2">cd</mrk>ef',
    ],
    [
      'one in the other',
      [
        [2, 3],
        [1, 5],
      ],
      'a<mrk id="m1">b<mrk id="m2">c</mrk>de</mrk>f',
    ],
    [
      'two on the same words',
      [
        [1, 3],
        [1, 3],
      ],
      'a<mrk id="m1"><mrk id="m2">bc</mrk></mrk>def',
    ],
    [
      'two that cross',
      [
        [0, 3],
        [2, 5],
      ],
      '<mrk id="m1">ab<sm id="m2"/>c</mrk>de<em startRef="m2"/>f',
    ],
    ['one that reaches beyond', [[4, 99]], 'abcd<mrk id="m1">ef</mrk>'],
    [
      'empty ones',
      [
        [3, 3],
        [9, 12],
      ],
      'abcdef',
    ],
  ])('with %s', (_, spans, expected) => {
    expect(content('abcdef', ...spans)).toBe(expected);
  });

  it('nests whatever comes', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 0x7fffffff) % below;
    for (let round = 0; round < 300; round++) {
      const spans = Array.from({ length: random(7) }, (): [number, number] => [random(9), random(9)]);
      const document = parseXml(`<source>${content('a<b>c&d"e', ...spans)}</source>`);
      expect(document.root.content).toBe('a<b>c&d"e');
      const kept = spans.filter(([start, end]) => start < end);
      expect(document.find('//mrk').length + document.find('//sm').length).toBe(kept.length);
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult, RenderingResult, SourceResult } from '../../src/core/result.ts';
import { oneLine } from '../../src/report/escape.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';
import { parseXml, textsAt, validateWithDtd } from './validators.ts';

let hostile: AlignmentResult;
beforeAll(async () => {
  hostile = await hostileArticle();
});

/** What a segment of these sentences reads as: all of it but what no XML may hold. */
function segment({ text, sentences }: SourceResult | RenderingResult, indices: readonly number[]): string {
  return oneLine(indices.map((i) => text.slice(sentences[i]!.start, sentences[i]!.end)).join(' '))
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/g,
      (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
    .replace(/\p{Cs}/gu, '\ufffd');
}

describe('tmx', () => {
  it('is valid by its DTD', () => {
    validateWithDtd(render(seedResult(), 'tmx'), 'tmx14.dtd');
    validateWithDtd(render(hostile, 'tmx'), 'tmx14.dtd');
    const none = seedResult().renderings.slice(2);
    validateWithDtd(render({ ...seedResult(), renderings: none }, 'tmx'), 'tmx14.dtd');
  });

  it.each([
    ['an attribute that is lacking', / adminlang="en"/, ''],
    ['a property behind the variants', /(<prop[^\n]*)([^]*?)(<\/tu>)/, '$2$1$3'],
    ['a version', 'version="1.4"', 'version="1.1"'],
  ])('of which the DTD would refuse %s', (_, from, to) => {
    const report = render(seedResult(), 'tmx');
    expect(() => validateWithDtd(report.replace(from, to), 'tmx14.dtd')).toThrow();
  });

  it('holds the beads with two sides of what is a translation, and reads back', () => {
    for (const result of [seedResult(), hostile]) {
      const document = parseXml(render(result, 'tmx'));
      const translations = result.renderings.filter(({ relation }) => /translation/.test(relation.kind));
      const pairs = translations.flatMap((rendering) =>
        rendering.beads
          .filter((bead) => bead.source.length > 0 && bead.rendering.length > 0)
          .map((bead) => [segment(result.source, bead.source), segment(rendering, bead.rendering)]),
      );
      expect(pairs.length).toBeGreaterThan(5);
      const [from, to] = ['tuv[1]/seg', 'tuv[2]/seg'].map((path) => textsAt(document, `//tu/${path}`));
      expect(from!.map((text, i) => [text, to![i]])).toEqual(pairs);
      expect(textsAt(document, '//tuv[1]/@xml:lang').every((language) => language === 'ru')).toBe(true);
    }
  });

  it('says where units come from and what was found in them', () => {
    const document = parseXml(render(seedResult(), 'tmx'));
    expect([...new Set(textsAt(document, '//prop[@type="x-rendering"]'))]).toEqual(['000.txt', '001.txt']);
    const unit = '//tu[prop[@type="x-finding"]="number"]';
    expect(textsAt(document, `${unit}/tuv[1]/seg`)).toEqual([
      'Пострадали тысячи человек, точное число погибших неизвестно.',
    ]);
    expect(textsAt(document, `${unit}/prop[@type="x-confidence"]`)).toEqual(['0.9700']);
  });

  it('writes what is no language as undetermined', () => {
    const result = seedResult();
    result.source.language = '" <x';
    expect(textsAt(parseXml(render(result, 'tmx')), '//header/@srclang')).toEqual(['und']);
  });
});

import type { AlignmentResult, Bead, RenderingResult, SourceResult } from '../core/result.ts';
import { escapeXml, oneLine } from './escape.ts';
import type { Format } from './format.ts';
import { isTranslation, outlineBeads } from './outline.ts';
import { block, element, XML_DECLARATION, xmlLanguage } from './xml.ts';

/**
 * TMX 1.4b for translation memories: a unit for each bead with two sides of the renderings that are translations. Its
 * properties say where it comes from, how sure it is, and which rules found something in it.
 */
export const tmx: Format = {
  name: 'tmx',
  extensions: ['.tmx'],
  render: (result) => `${document(result).join('\n')}\n`,
};

function document({ tool, source, renderings }: AlignmentResult): string[] {
  const header = element('header', {
    creationtool: tool.name,
    creationtoolversion: tool.version,
    segtype: 'sentence',
    'o-tmf': tool.name,
    adminlang: 'en',
    srclang: xmlLanguage(source.language),
    datatype: 'plaintext',
  });
  const units = renderings.filter(isTranslation).flatMap((rendering) => unitsOf(source, rendering));
  return [XML_DECLARATION, ...block('tmx', { version: '1.4' }, [header, ...block('body', {}, units)])];
}

function unitsOf(source: SourceResult, rendering: RenderingResult): string[] {
  return outlineBeads(source, rendering).flatMap(({ bead, findings }, b) => {
    if (bead.source.length === 0 || bead.rendering.length === 0) return [];
    const rules = new Set(findings.map((f) => rendering.findings[f]!.rule));
    return block('tu', {}, [
      ...properties(rendering, bead, b, [...rules]),
      ...variant(source, bead.source),
      ...variant(rendering, bead.rendering),
    ]);
  });
}

function properties(rendering: RenderingResult, bead: Bead, index: number, rules: readonly string[]): string[] {
  const pairs: [string, string][] = [
    ['x-rendering', rendering.id],
    ['x-bead', String(index)],
    ['x-similarity', bead.similarity.toFixed(4)],
    ['x-confidence', bead.confidence.toFixed(4)],
    ...(bead.moved === true ? [['x-moved', 'true'] as [string, string]] : []),
    ...rules.map((rule): [string, string] => ['x-finding', rule]),
  ];
  return pairs.map(([type, value]) => element('prop', { type }, escapeXml(value)));
}

function variant({ language, text, sentences }: SourceResult | RenderingResult, indices: readonly number[]): string[] {
  const words = indices.map((i) => text.slice(sentences[i]!.start, sentences[i]!.end)).join(' ');
  const segment = element('seg', {}, escapeXml(oneLine(words)));
  return block('tuv', { 'xml:lang': xmlLanguage(language) }, [segment]);
}

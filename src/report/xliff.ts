import { AlignError } from '../core/errors.ts';
import type { AlignmentResult, Bead, RenderingResult, SourceResult } from '../core/result.ts';
import { overlap } from '../core/span.ts';
import { escapeXml } from './escape.ts';
import type { Format } from './format.ts';
import { isTranslation } from './outline.ts';
import { countSeverities, countsInWords } from './severity.ts';
import { relationAndVerdict } from './verdict.ts';
import { markedContent, type Issue } from './xliff-marks.ts';
import { block, element, XML_DECLARATION, xmlLanguage } from './xml.ts';

/** XLIFF 2.1 for translation tools: a file for each rendering, a unit for each bead, findings as ITS 2.0 quality issues. */
export const xliff: Format = {
  name: 'xliff',
  extensions: ['.xlf', '.xliff'],
  render: (result) => `${document(result).join('\n')}\n`,
};

/** Issues of the one side and of the other, by bead. */
interface Issues {
  source: Issue[][];
  rendering: Issue[][];
}

function document(result: AlignmentResult): string[] {
  const { source, renderings } = result;
  const attributes = {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:its': 'http://www.w3.org/2005/11/its',
    'its:version': '2.0',
    version: '2.1',
    srcLang: xmlLanguage(source.language),
    trgLang: targetLanguage(renderings),
  };
  const files = renderings.flatMap((rendering, r) => fileOf(result, rendering, r));
  return [XML_DECLARATION, ...block('xliff', attributes, files)];
}

/** The language of all renderings: a document of XLIFF 2 has one target language. */
function targetLanguage(renderings: readonly RenderingResult[]): string {
  const languages = [...new Set(renderings.map(({ language }) => xmlLanguage(language)))];
  if (languages.length === 1) return languages[0]!;
  throw new AlignError(
    'invalid-argument',
    languages.length === 0
      ? 'The format xliff needs a rendering, the result has none.'
      : `The format xliff holds renderings in one language, the result has ${languages.join(', ')}.`,
    'Write the renderings of each language by themselves, or use json or tmx.',
  );
}

function fileOf(result: AlignmentResult, rendering: RenderingResult, index: number): string[] {
  const { source } = result;
  const issues = issuesOf(result, rendering);
  const counts = countsInWords(countSeverities(rendering.findings));
  const notes = [
    ['rendering', rendering.id],
    ['relation', relationAndVerdict(rendering)],
    ['findings', counts],
  ].map(([category, text]) => element('note', { category }, escapeXml(text!)));
  const units = rendering.beads.flatMap((bead, b) => unitOf(source, rendering, bead, b, issues));
  const attributes = { id: `r${index}`, original: source.id, 'xml:space': 'preserve' };
  return block('file', attributes, [...block('notes', {}, notes), ...units]);
}

function unitOf(source: SourceResult, rendering: RenderingResult, bead: Bead, index: number, issues: Issues): string[] {
  let marks = 0;
  const nextId = (): string => `m${++marks}`;
  const from = content(source, bead.source, issues.source[index]!, nextId);
  const to = content(rendering, bead.rendering, issues.rendering[index]!, nextId);
  const translated = isTranslation(rendering) && bead.source.length > 0 && bead.rendering.length > 0;
  const target = bead.rendering.length === 0 ? [] : [element('target', {}, to)];
  const moved = bead.moved === true ? block('notes', {}, [element('note', { category: 'moved' }, 'moved')]) : [];
  const segment = block('segment', { state: translated ? 'translated' : 'initial' }, [
    element('source', {}, from),
    ...target,
  ]);
  return block('unit', { id: `b${index}` }, [...moved, ...segment]);
}

function content(
  { text, sentences }: SourceResult | RenderingResult,
  indices: readonly number[],
  issues: readonly Issue[],
  nextId: () => string,
): string {
  return indices.map((i) => markedContent(text, sentences[i]!, issues, nextId)).join(' ');
}

/** A finding is marked in the rendering, and in the source where it has no place in any rendering. */
function issuesOf({ source, findings }: AlignmentResult, rendering: RenderingResult): Issues {
  const issues: Issues = { source: rendering.beads.map(() => []), rendering: rendering.beads.map(() => []) };
  for (const finding of rendering.findings) {
    const side = finding.rendering.length > 0 ? 'rendering' : 'source';
    const own = finding[side].map(({ start, end }) => ({ finding, start, end }));
    for (const b of finding.beads) for (const issue of own) issues[side][b]?.push(issue);
  }
  if (findings.length === 0) return issues;
  const beadOf: Record<keyof Issues, number[]> = { source: [], rendering: [] };
  rendering.beads.forEach((bead, b) => {
    for (const i of bead.source) beadOf.source[i] = b;
    for (const i of bead.rendering) beadOf.rendering[i] = b;
  });
  for (const finding of findings) {
    const side = finding.places.length > 0 ? 'rendering' : 'source';
    const { sentences } = side === 'source' ? source : rendering;
    const spans =
      side === 'source' ? finding.source : finding.places.filter((place) => place.rendering === rendering.id);
    for (const { start, end } of spans) {
      const touched = sentences.flatMap((sentence, i) =>
        overlap(sentence, { start, end }) > 0 ? [beadOf[side][i]!] : [],
      );
      for (const b of new Set(touched)) issues[side][b]?.push({ finding, start, end });
    }
  }
  return issues;
}

import { inspect } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { lexer, walkTokens } from 'marked';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { cellWidth } from '../../src/report/cells.ts';
import { display } from '../../src/report/display.ts';
import { readHunalignText } from '../../src/report/hunalign-text.ts';
import { readLadder } from '../../src/report/ladder.ts';
import { formats, render } from '../../src/report/registry.ts';
import { readVecalign } from '../../src/report/vecalign.ts';
import { hostileArticle } from './hostile.ts';
import { lineErrors, parseXml, sarifErrors, validateWithDtd, validateWithXsd } from './validators.ts';

/** Controls but line ends and tabs, and overrides of the reading direction. */
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const lines = (report: string): string[] => report.slice(0, -1).split('\n');
const findingsOf = ({ summary: { errors, warnings, infos } }: AlignmentResult): number => errors + warnings + infos;
const beadsOf = ({ renderings }: AlignmentResult): number =>
  renderings.reduce((sum, { beads }) => sum + beads.length, 0);

/** The start tags of a page, without the values of their attributes. */
const tags = (page: string): string[] =>
  page.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '').match(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi)!;

/** A page that runs nothing but its own script: no other one, no attribute that is a script, no address of another site. */
function expectHarmlessPage(page: string): void {
  expect(page.match(/<script\b[^>]*>/g)).toEqual(['<script type="application/json" id="result">', '<script>']);
  for (const tag of tags(page)) {
    expect(tag).toMatch(/^<(?!img|iframe|object|embed|form|base|link)/);
    expect(tag.replace(/="[^"]*"/g, '')).not.toMatch(/\son|\sstyle\b/);
    expect(tag).not.toMatch(/(?:href|src)="(?!#)/);
  }
}

/** What a reader of each format makes of it: throws, or finds another thing than was written, where a text does harm. */
const read: Record<string, (report: string, result: AlignmentResult) => void> = {
  stylish: (report) => {
    expect(report).not.toContain('\u001b');
    for (const line of lines(report)) expect(cellWidth(line)).toBeLessThanOrEqual(100);
  },
  json: (report, result) => expect(JSON.parse(report)).toEqual(result),
  html: (report, result) => {
    expectHarmlessPage(report);
    const [, json] = /<script type="application\/json" id="result">([^]*?)<\/script>/.exec(report)!;
    expect(JSON.parse(json!)).toEqual(result);
  },
  tsv: (report, result) => {
    const rows = lines(report).map((line) => line.split('\t'));
    expect(rows).toHaveLength(beadsOf(result) + 1);
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+@]|^-(?!\d)/);
  },
  csv: (report, result) => {
    const rows = lines(report).map((line) => line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g)!);
    expect(rows).toHaveLength(beadsOf(result) + 1);
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^"?\s*[=+@]|^"?-(?!\d)/);
  },
  jsonl: (report, result) => {
    expect(lines(report)).toHaveLength(result.renderings.length + findingsOf(result));
    for (const line of lines(report)) expect(lineErrors(JSON.parse(line))).toEqual([]);
  },
  markdown: (report) => {
    const types = new Set<string>();
    walkTokens(lexer(report), ({ type }) => {
      types.add(type);
    });
    for (const type of ['html', 'link', 'image', 'codespan', 'code', 'em', 'del'])
      expect([...types]).not.toContain(type);
  },
  tmx: (report) => validateWithDtd(report, 'tmx14.dtd'),
  xliff: (report) => validateWithXsd(report, 'xliff-2.1.xsd'),
  sarif: (report) => expect(sarifErrors(JSON.parse(report))).toEqual([]),
  junit: (report) => {
    validateWithXsd(report, 'junit.xsd');
    expect(parseXml(report).find('//testsuite')).not.toEqual([]);
  },
  github: (report, result) => {
    expect(lines(report)).toHaveLength(findingsOf(result));
    // Whatever a text says, each line is one command, of a kind that tells something, and calls for nothing else.
    for (const line of lines(report)) expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=\d+/);
  },
  vecalign: (report, { renderings: [rendering] }) =>
    expect(readVecalign(report).map(({ source, rendering }) => [source, rendering])).toEqual(
      rendering!.beads.map(({ source, rendering }) => [source, rendering]),
    ),
  ladder: (report, { source, renderings: [rendering] }) => {
    const sentences = (side: 'source' | 'rendering'): number => readLadder(report).flatMap((bead) => bead[side]).length;
    expect([sentences('source'), sentences('rendering')]).toEqual([
      source.sentences.length,
      rendering!.sentences.length,
    ]);
  },
  'hunalign-text': (report, { renderings: [rendering] }) =>
    expect(readHunalignText(report).beads).toHaveLength(rendering!.beads.length),
};

let article: AlignmentResult;
beforeAll(async () => {
  article = await hostileArticle();
});

describe('an article of markup, controls, formulas, ]]>, U+2028 and direction overrides', () => {
  it('is that', () => {
    const { text } = article.source;
    for (const part of [
      '<script>',
      ']]>',
      '\u001b[2J',
      '\u0000',
      '\n=1+1',
      '\u2028',
      '\u202e',
      '\ud83d ',
      '::error',
      '](javascript:',
    ])
      expect(text, part).toContain(part);
    expect(findingsOf(article)).toBeGreaterThan(3);
    expect(article.suppressed!.length).toBeGreaterThan(0);
  });

  it.each(formats.map(({ name }) => name))('passes through %s without harm', (name) => {
    const alone = { ...article, renderings: article.renderings.slice(0, 1) };
    const result = ['vecalign', 'ladder', 'hunalign-text'].includes(name) ? alone : article;
    const report = render(result, name);
    expect(report).not.toMatch(HARMFUL);
    read[name]!(report, result);
  });

  it('passes through the page without an error of its markup', async () => {
    const { results } = await new HtmlValidate({ root: true, extends: ['html-validate:standard'] }).validateString(
      render(article, 'html'),
    );
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('passes through display without harm', () => {
    const shown = display(article) as unknown as Record<symbol, () => Record<string, string>>;
    const bundle = shown[Symbol.for('Jupyter.display')]!();
    for (const type of ['text/html', 'text/plain']) expect(bundle[type]).not.toMatch(HARMFUL);
    const outside =
      /^<details open><summary>[^<]*<b>[^<]*<\/b>[^<]*<\/summary><iframe title="[^"<]*" sandbox="allow-scripts" srcdoc="[^"<]*" style="[^"<]*"><\/iframe><\/details>$/;
    expect(bundle['text/html']).toMatch(outside);
    expect(inspect(display(article), { colors: true }).replace(/\u001b\[\d+m/g, '')).not.toMatch(HARMFUL);
    expect(JSON.parse(JSON.stringify(display(article)))).toEqual(article);
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { dotRows } from '../src/core/matrix.ts';
import { StaticEmbedder } from '../src/embed.ts';
import { readModelFile } from '../src/embed/static/model-file.ts';
import { alignTranslations, embeddedModelUrl, type AlignmentResult, type RenderingResult } from '../src/index.ts';
import { positions } from '../src/report.ts';
import { readBlocks } from '../src/text/blocks.ts';
import { readDocument, type Document } from '../src/text/document.ts';
import { readPage } from './docs/code-blocks.ts';

const SENTENCE = 'Пострадали тысячи человек, точное число погибших неизвестно.';
const walk = readPage('docs/architecture.md').split('## The walk of one sentence')[1]!.replace(/\s+/g, ' ');
const seed = (id: string) => ({ id, text: readFileSync(new URL(`../examples/seeds/${id}`, import.meta.url), 'utf8') });

let result: AlignmentResult;
let rendering: RenderingResult;
let document: Document;
let index: number;
let embedder: StaticEmbedder;
beforeAll(async () => {
  result = await alignTranslations(seed('003.txt'), seed('000.txt'));
  rendering = result.renderings[0]!;
  document = readDocument({ ...seed('003.txt'), language: 'ru' });
  const { text, sentences } = result.source;
  index = sentences.findIndex(({ start, end }) => text.slice(start, end) === SENTENCE);
  embedder = new StaticEmbedder(readModelFile(readFileSync(embeddedModelUrl)));
});

function expectSaid(words: string): void {
  expect(walk.includes(words), `docs/architecture.md does not say: ${words}`).toBe(true);
}

/** A figure as the walk writes it: `.41`, without the zero. */
const figure = (value: number): string => value.toFixed(2).replace(/^0/, '');
async function cosine(a: string, b: string): Promise<string> {
  const vectors = await embedder.embed([a, b]);
  return figure(dotRows(vectors, 0, vectors, 1));
}
const wordsOf = (
  { text, sentences }: { text: string; sentences: readonly { start: number; end: number }[] },
  i: number,
) => text.slice(sentences[i]!.start, sentences[i]!.end);

it('tells where the sentence stands and what is read from it', () => {
  const { start, end, kind, block } = result.source.sentences[index]!;
  expectSaid(`${readBlocks(document.text).length} blocks`);
  expectSaid(`the ${ordinal(index + 1)} of ${result.source.sentences.length} sentences`);
  expectSaid(`in the ${ordinal(block + 1)} block, at \`[${start}, ${end})\`, kind \`${kind}\``);
  expectSaid(`${document.words.count(index)} words`);
  expect(document.runOns[index]).toEqual([]);
  const number = document.numbers.find((mention) => mention.start >= start && mention.end <= end)!;
  expect(number).toMatchObject({ low: 1000, high: 999_999, form: 'vague' });
});

const ORDINALS: Readonly<Record<number, string>> = { 7: 'seventh', 15: 'fifteenth' };
const ordinal = (number: number): string => ORDINALS[number] ?? `${number}th`;

it('tells how near its vector is to others', async () => {
  expectSaid(`${embedder.pieceIds(SENTENCE).length} pieces`);
  expectSaid(`${embedder.dimensions} dimensions`);
  const bead = rendering.beads.find(({ source }) => source.includes(index))!;
  expect([bead.source, bead.rendering.length]).toEqual([[index], 1]);
  const partner = wordsOf(rendering, bead.rendering[0]!);
  expectSaid(`*${partner}*`);
  expectSaid(`a cosine of ${await cosine(SENTENCE, partner)}`);
  const others = rendering.sentences.map((_, i) => wordsOf(rendering, i)).filter((words) => words !== partner);
  const cosines = await Promise.all(others.map((words) => cosine(SENTENCE, words)));
  expectSaid(`the next best ${cosines.sort((a, b) => Number(b) - Number(a))[0]}`);
  expectSaid(`${SENTENCE.length} and ${partner.length} characters`);
  expectSaid(`costs ${figure(bead.cost)} nats`);
  expectSaid(`a confidence of ${figure(bead.confidence)}`);
  const before = wordsOf(result.source, index - 1);
  expectSaid(`*${before}*`);
  expectSaid(`a cosine of ${await cosine(before, partner)} to the same one`);
  const gap = rendering.beads.find(({ source }) => source.includes(index - 1))!;
  expect(gap.rendering).toEqual([]);
  expectSaid(`a gap with a confidence of ${figure(gap.confidence)}`);
});

it('tells what its words find, and what comes of all words', async () => {
  for (const [a, b] of [
    ['Пострадали', 'injured'],
    ['погибших', 'fatalities'],
    ['человек', 'people'],
  ] as const)
    expectSaid(`*${a}* has *${b}* (${await cosine(a, b)})`);
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  const { source, rendering: own } = rendering.coverage;
  expectSaid(`${percent(source)} of the source and ${percent(own)} of the rendering`);
  expect(rendering.relation.kind).toBe('translation');
});

it('tells the finding and its place', () => {
  const finding = rendering.findings.find(({ rule }) => rule === 'number')!;
  expect(finding.severity).toBe('error');
  expectSaid(`a confidence of ${figure(finding.confidence)}: *${finding.message}*`);
  const { line, column } = positions(rendering.text)(finding.rendering[0]!.start);
  expectSaid(`\`000.txt:${line}:${column}\``);
});

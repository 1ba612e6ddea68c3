import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/text/document.ts';

const seed = (name: string): string => readFileSync(new URL(`../fixtures/seeds/${name}`, import.meta.url), 'utf8');

test('reads one side with everything its text tells', () => {
  const text = seed('001.txt');
  const document = readDocument({ id: '001.txt', text, language: 'en' });
  expect(document).toMatchObject({ id: '001.txt', text, language: 'en' });
  expect(document.sentences.map((sentence) => sentence.kind).slice(0, 3)).toEqual(['metadata', 'dateline', 'body']);
  expect(document.words.length).toBe(document.sentences.length);
  document.sentences.forEach((sentence, i) => {
    for (const word of document.words[i]!) {
      expect(word.start).toBeGreaterThanOrEqual(sentence.start);
      expect(word.end).toBeLessThanOrEqual(sentence.end);
    }
  });
  expect(document.quotations.length).toBeGreaterThan(3);
  expect(document.dates.map((date) => date.place)).toContain('metadata');
});

test('marks headline and list items of a Russian page', () => {
  const { sentences } = readDocument({ id: '003.txt', text: seed('003.txt'), language: 'ru' });
  expect(sentences[0]!.kind).toBe('headline');
  expect(sentences.slice(-8).map((sentence) => sentence.kind)).toEqual(Array(8).fill('list-item'));
  expect(sentences.filter((sentence) => sentence.kind === 'body').length).toBe(16);
});

test('tolerates a byte order mark and an empty text', () => {
  const document = readDocument({ id: 'a', text: '\ufeffOne. Two.', language: 'en' });
  expect(document.sentences.map(({ start, end }) => [start, end])).toEqual([
    [1, 5],
    [6, 10],
  ]);
  expect(readDocument({ id: 'a', text: '', language: 'en' }).sentences).toEqual([]);
});

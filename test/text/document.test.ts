import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { readDates } from '../../src/text/dates.ts';
import { partedSteps, readDocument } from '../../src/text/document.ts';
import { RunOns } from '../../src/text/run-on.ts';
import { readWords } from '../../src/text/words.ts';

const seed = (name: string): string => readFileSync(new URL(`../fixtures/seeds/${name}`, import.meta.url), 'utf8');

test('reads one side with everything its text tells', () => {
  const text = seed('001.txt');
  const document = readDocument({ id: '001.txt', text, language: 'en' });
  expect(document).toMatchObject({ id: '001.txt', text, language: 'en' });
  expect(document.sentences.map((sentence) => sentence.kind).slice(0, 3)).toEqual(['metadata', 'dateline', 'body']);
  expect(document.words.length).toBe(document.sentences.length);
  document.sentences.forEach((sentence, i) => {
    for (const word of document.words.of(i)) {
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

test.each(['000', '001', '002', '003', '004'])('%s parted tells of its sentences what they tell themselves', (name) => {
  const text = seed(`${name}.txt`);
  const language = name === '003' ? 'ru' : 'en';
  const whole = readDocument({ id: name, text, language });
  const breaks = new Set(whole.runOns.flatMap((places) => places.map(({ start }) => start)));
  expect(breaks.size).toBeGreaterThan(5);
  const parted = finish(partedSteps(whole, breaks));
  expect(parted.sentences.length).toBeGreaterThan(whole.sentences.length);
  const runOns = new RunOns(text, language);
  parted.sentences.forEach((sentence, i) => {
    expect(parted.words.of(i)).toEqual(readWords(text, sentence, language));
    expect(parted.runOns[i]).toEqual(runOns.places(sentence));
  });
  expect(parted.words.length).toBe(parted.sentences.length);
  expect(parted.dates).toEqual(readDates(text, language, parted.sentences));
});

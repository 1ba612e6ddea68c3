import { expect, test } from 'vitest';
import type { RelationKind } from '../../src/core/result.ts';
import { finish } from '../../src/core/steps.ts';
import { numberDisagreements } from '../../src/detect/disagreement.ts';
import { readDocument } from '../../src/text/document.ts';
import { madeContext } from './made-context.ts';

const document = (id: string, language: string, text: string) => readDocument({ id, text, language });

/** What is told of renderings of one source, by the words at its places. */
function told(source: string, renderings: string[], made: { relation?: RelationKind; confidence?: number } = {}) {
  const original = document('s', 'ru', source);
  const contexts = renderings.map((text, index) =>
    madeContext(original, document('abc'.charAt(index), 'en', text), made),
  );
  return finish(numberDisagreements({ source: original, renderings: contexts })).map(({ message, places }) => ({
    message,
    words: places.map(({ rendering, start, end }) => {
      const { text } = contexts['abc'.indexOf(rendering)]!.rendering;
      return `${rendering}: ${text.slice(start, end)}`;
    }),
  }));
}

test('renderings that count differently what the source leaves open are one finding', () => {
  expect(
    told('Пострадали десятки человек.', ['40 people were hurt.', '60 people were hurt.', 'Some 40 people were hurt.']),
  ).toEqual([
    {
      message: 'Renderings give different numbers where the source leaves it open: a and c say 40; b says 60.',
      words: ['a: 40', 'c: 40', 'b: 60'],
    },
  ]);
});

test.each([
  ['numbers that the source has', 'Пострадали 40 человек.', ['40 people were hurt.', '60 people were hurt.']],
  ['the same number', 'Пострадали десятки человек.', ['40 people were hurt.', 'Forty people were hurt.']],
  ['a vague word that fits', 'Пострадали десятки человек.', ['40 people were hurt.', 'Dozens of people were hurt.']],
  ['numbers of other things', 'Пострадали десятки человек.', ['40 people were hurt.', '60 houses were hurt.']],
  ['one rendering alone', 'Пострадали десятки человек.', ['40 people were hurt.']],
  ['dates and years', 'Это было давно.', ['It was in 1990.', 'It was on May 5, 1991.']],
  ['two numbers of one thing', 'Пострадали люди.', ['40 people and 50 people were hurt.', '60 people were hurt.']],
] as const)('%s: silence', (_, source, renderings) => expect(told(source, [...renderings])).toEqual([]));

test('doubtful beads and unrelated texts are not compared', () => {
  const renderings = ['40 people were hurt.', '60 people were hurt.'];
  expect(told('Пострадали десятки человек.', renderings)).toHaveLength(1);
  expect(told('Пострадали десятки человек.', renderings, { confidence: 0.4 })).toEqual([]);
  expect(told('Пострадали десятки человек.', renderings, { relation: 'unrelated' })).toEqual([]);
});

test('reports told anew are compared by their nearest sentence', () => {
  const renderings = ['40 people were hurt.', '60 people were hurt.'];
  expect(told('Пострадали десятки человек.', renderings, { relation: 'comparable' })).toHaveLength(1);
});

test('long texts take linear time', () => {
  const source = 'Пострадали десятки человек. '.repeat(5000);
  const start = performance.now();
  expect(told(source, ['40 people were hurt. '.repeat(5000), '60 people were hurt. '.repeat(5000)])).toHaveLength(5000);
  expect(performance.now() - start).toBeLessThan(5000);
});

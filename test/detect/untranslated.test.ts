import { expect, test } from 'vitest';
import { untranslatedRule } from '../../src/detect/untranslated.ts';
import type { Draft } from '../../src/detect/rule.ts';
import { draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument, type MadeSentence } from './made-context.ts';

function check(
  from: string,
  source: readonly MadeSentence[],
  to: string,
  rendering: readonly MadeSentence[],
): (Omit<Draft, 'rendering' | 'source'> & { rendering: string[]; source: string[] })[] {
  const context = madeContext(madeDocument('source', from, source), madeDocument('r', to, rendering));
  return draftsOf(untranslatedRule, context).map((draft) => ({
    ...draft,
    rendering: draft.rendering.map(({ start, end }) => context.rendering.text.slice(start, end)),
    source: draft.source.map(({ start, end }) => context.source.text.slice(start, end)),
  }));
}

const SOURCE = ['Президент прибыл в Алма-Ату.', 'Его встретили министры и послы.', 'Затем он уехал.'];

test('tells a Russian sentence of an English rendering, with its original', () => {
  const [draft, ...rest] = check('ru', SOURCE, 'en', ['The president came to Almaty.', SOURCE[1]!, 'Then he left.']);
  expect(rest).toEqual([]);
  expect(draft).toMatchObject({ rendering: [SOURCE[1]], source: [SOURCE[1]], beads: [1] });
  expect(draft!.message).toBe('“Его встретили министры и послы.” is not translated.');
});

test('tells sentences that follow each other once', () => {
  const drafts = check('ru', SOURCE, 'en', ['The president came to Almaty.', SOURCE[1]!, SOURCE[2]!]);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({ rendering: SOURCE.slice(1), source: SOURCE.slice(1), beads: [1, 2] });
  expect(drafts[0]!.message).toContain('2 sentences are not translated');
});

test('finds an edited original in the bead, and none elsewhere', () => {
  const edited = 'Его встретили министры и послы стран.';
  expect(check('ru', SOURCE, 'en', ['He came.', edited])[0]!.source).toEqual([SOURCE[1]]);
  expect(check('ru', SOURCE, 'en', [edited])[0]!.source).toEqual([]);
});

test('tells a clause alone where the sentence goes on in the rendering’s language', () => {
  const [draft] = check('ru', SOURCE, 'en', [
    'The president came to the city of Almaty yesterday morning by train, и его встретили министры и послы многих стран, and he then left the city at once.',
  ]);
  expect(draft!.rendering).toEqual(['и его встретили министры и послы многих стран']);
});

test.each([
  'He reads «Комсомольская правда».',
  'Комсомольская правда',
  '«Комсомольская правда в Казахстане».',
  'The slogan «Россия для всех и каждого из нас» (Russia for all and each of us) was seen in Moscow on that day.',
  'He said: да.',
])('leaves %s alone', (sentence) => {
  expect(check('ru', SOURCE, 'en', [sentence])).toEqual([]);
});

const ENGLISH = [
  'The president came to the city on Monday.',
  'Go to your home screen.',
  'He met Kassym-Jomart Tokayev.',
  'Il faut bien le faire.',
];

test.each([
  'The president came to the city on Monday.',
  'Ministers have been waiting for him at the station since dawn.',
  'Go to your home screen.',
])('tells the English sentence %s of a Russian rendering', (sentence) => {
  expect(check('en', ENGLISH, 'ru', ['Он приехал.', sentence]).map(({ rendering }) => rendering)).toEqual([[sentence]]);
});

test.each([
  'Об этом сообщает The Wall Street Journal со ссылкой на Bank of America Merrill Lynch.',
  'The Lord of the Rings: The Fellowship of the Ring',
  'Manchester United — Bayern Munich, Real Madrid — Paris Saint-Germain',
  'https://www.example.org/what-is-the-news-of-the-day-and-why-it-is-so',
  'Il faut bien le faire.',
])('leaves %s in a Russian rendering alone', (sentence) => {
  expect(check('en', ENGLISH, 'ru', [sentence])).toEqual([]);
});

test('tells nothing of metadata, nor between languages of one script', () => {
  expect(check('ru', SOURCE, 'en', [[SOURCE[1]!, 'metadata']])).toEqual([]);
  expect(check('de', ENGLISH, 'en', ENGLISH)).toEqual([]);
  expect(check('ru', SOURCE, 'uk', SOURCE)).toEqual([]);
});

test('reads long lines in linear time', () => {
  for (const unit of ['я', 'я ', 'a@', 'a', "я'", 'слово word ']) {
    check('ru', SOURCE, 'en', [unit.repeat(100_000)]);
  }
});

import { expect, test } from 'vitest';
import { sentenceRole } from '../../src/detect/sentence-role.ts';
import { readDocument } from '../../src/text/document.ts';

/** The role of each sentence of an article whose first paragraph is about something else. */
function roles(language: 'ru' | 'en', text: string) {
  const lead = language === 'ru' ? 'Дождь залил город.' : 'Rain flooded the town.';
  const document = readDocument({ id: 'a', text: `${lead}\n\n${text}\n`, language });
  return document.sentences.slice(1).map((_, index) => sentenceRole(document, index + 1));
}

test.each([
  ['ru', 'Об этом сообщает ТАСС.'],
  ['ru', 'Об этом сообщил журналистам пресс-секретарь Дмитрий Песков.'],
  ['ru', 'Об этом она написала в своём телеграм-канале.'],
  ['en', 'This was reported by TASS.'],
  ['en', 'The ministry said this in a statement.'],
  ['en', 'He wrote about this on his Telegram channel.'],
] as const)('%s: “%s” is an attribution', (language, text) => expect(roles(language, text)).toEqual(['attribution']));

test.each([
  ['ru', 'Министр заявил о росте цен на хлеб и молоко.'],
  ['ru', 'Об этом он сказал: «Мы готовы к переговорам».'],
  ['ru', 'Об этом сообщили 15 раз.'],
  ['en', 'The minister said this would raise the price of bread and milk.'],
  ['en', 'It rained all day.'],
] as const)('%s: “%s” is none', (language, text) => expect(roles(language, text)).toEqual([undefined]));

test('a paragraph that reminds of what was before is background, to its end', () => {
  expect(roles('ru', 'Напомним, мост закрыли осенью. Тогда нашли трещины.\n\nТеперь его откроют.')).toEqual([
    'background',
    'background',
    undefined,
  ]);
  expect(roles('en', 'As previously reported, the bridge is closed. It has cracks.\n\nEarly rains began.')).toEqual([
    'background',
    'background',
    undefined,
  ]);
  expect(roles('en', 'Earlier, the bridge was closed. Rain went on.\n\nIt rained. Earlier, it had not.')).toEqual([
    'background',
    undefined,
    undefined,
    undefined,
  ]);
});

test('other languages have no roles', () => {
  const document = readDocument({ id: 'a', text: 'Das berichtet TASS.', language: 'de' });
  expect(sentenceRole(document, 0)).toBeUndefined();
});

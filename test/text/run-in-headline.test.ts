import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/text/document.ts';
import { RunInHeadlines } from '../../src/text/run-in-headline.ts';

const parts = (text: string, language: string): [string, string][] =>
  readDocument({ id: 'x', text, language }).sentences.map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('a headline that runs into the first sentence', () => {
  test.each([
    [
      'ru',
      'Жители Самары проголосовали за новый мост через Волгу',
      'Жители Самары в воскресенье проголосовали на референдуме за новый мост через Волгу, сообщила комиссия.',
      'За мост высказались две трети участников.',
    ],
    [
      'ru',
      'Минздрав сообщил о росте числа заболевших гриппом',
      'В Министерстве здравоохранения заявили, что число заболевших гриппом за неделю выросло на треть.',
      'Больше всего больных в столице.',
    ],
    [
      'en',
      'Villagers vote to keep their only ferry',
      'The villagers of Halden voted on Sunday to keep the only ferry that links their island with the coast.',
      'Two thirds of them took part.',
    ],
    [
      'en',
      'Mayor Opens New Bridge After Years of Delay',
      'The mayor of the city opened a new bridge over the river on Monday, seven years after the work began.',
      'It has cost twice as much as planned.',
    ],
  ])('%s: %s', (language, headline, lead, rest) => {
    expect(parts(`${headline} ${lead} ${rest}`, language)).toEqual([
      ['headline', headline],
      ['body', lead],
      ['body', rest],
    ]);
  });

  test.each([
    ['ru', 'Министр иностранных дел России Сергей Лавров встретился в Москве с Генеральным секретарем ООН.'],
    ['ru', 'Глава Центрального банка Эльвира Набиуллина сообщила в среду, что ставка не изменится.'],
    [
      'en',
      'Russian and Chinese Foreign Ministers Sergey Lavrov and Wang Yi discussed the situation in Kazakhstan on Monday.',
    ],
    ['en', 'The Bank of England and the European Central Bank said on Thursday that rates would not change.'],
  ])('is not seen in a plain sentence: %s %s', (language, sentence) => {
    const rest = language === 'ru' ? ' Переговоры продолжатся завтра.' : ' The talks will go on tomorrow.';
    expect(parts(sentence + rest, language)[0]).toEqual(['body', sentence]);
  });

  test('is not looked for behind a headline of its own, a date or a dateline, nor in another language', () => {
    const glued =
      'Villagers vote to keep their only ferry The villagers of Halden voted on Sunday to keep the only ferry.';
    const headlines = (text: string, language = 'en') =>
      parts(text, language).flatMap(([kind, part]) => (kind === 'headline' ? [part] : []));
    expect(headlines(`Ferry saved\n\n${glued} Two thirds took part.`)).toEqual(['Ferry saved']);
    expect(headlines(`MOSCOW, January 10. /TASS/. ${glued} Two thirds took part.`)).toEqual([]);
    expect(headlines(`${glued} Two thirds took part.`, 'de')).toEqual([]);
  });

  test('never ends inside a quotation or bracket, nor behind a mark', () => {
    const text =
      'Он назвал книгу «Большой Белый Город» (Москва Слово Пресс), хотя Читал Ее, Пока Ехал Домой и потом еще раз';
    const ends = new RunInHeadlines(text, 'ru')
      .ends({ start: 0, end: text.length })
      .map(({ end }) => text.slice(0, end).split(' ').at(-1));
    expect(ends).toEqual(['хотя', 'Читал', 'Пока', 'Ехал']);
  });

  test('takes time in proportion to the text', () => {
    const long = 'Слово Слово слово '.repeat(200_000);
    const start = performance.now();
    new RunInHeadlines(long, 'ru').find({ start: 0, end: long.length });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

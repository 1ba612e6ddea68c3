import { describe, expect, test } from 'vitest';
import { readSentences } from '../../src/text/block-sentences.ts';
import { readBlocks } from '../../src/text/blocks.ts';

const languageOf = (text: string): string => (/\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en');

const read = (text: string): [string, string][] =>
  readBlocks(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
const kinds = (text: string): string[] => readBlocks(text).map((block) => block.kind);
const sentences = (text: string): [string, string][] =>
  readSentences(text, readBlocks(text), languageOf(text)).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

const BODY = 'Министр иностранных дел прибыл в Москву в понедельник.';

describe('a headline', () => {
  const text = (headline: string) => `${headline}\n\n${BODY}\n\n${BODY}`;

  test('into which a sentence runs surely is parted, and is text', () => {
    expect(
      sentences(text('Да, я открываю учетную запись Пожалуйста, выполните следующее действие')).slice(0, 2),
    ).toEqual([
      ['body', 'Да, я открываю учетную запись'],
      ['body', 'Пожалуйста, выполните следующее действие'],
    ]);
  });

  test('with capitals is one sentence', () => {
    const headline = 'New Tax Law Takes Effect in January, Says Finance Minister';
    expect(sentences(text(headline))[0]).toEqual(['headline', headline]);
  });
});

describe('paragraphs', () => {
  test('are lines, by any line end, trimmed', () => {
    expect(read('\ufeff One.\r\nTwo.\n\n Three.\u2028Four.\rFive.\u00a0\n')).toEqual([
      ['body', 'One.'],
      ['body', 'Two.'],
      ['body', 'Three.'],
      ['body', 'Four.'],
      ['body', 'Five.'],
    ]);
  });

  test('of hard-wrapped text are joined', () => {
    const text =
      'Kazakhstan unrest\n\n' +
      'Protests erupted in several Kazakh cities on January 2, escalating\n' +
      'into mass riots with government buildings being ransacked in several\n' +
      'cities a few days later. The ensuing violence left scores of people\n' +
      'injured.\n\n' +
      'Subsequently, the president turned to the organization requesting\n' +
      'assistance from the bloc.\n';
    const blocks = readBlocks(text);
    expect(blocks.map((block) => block.kind)).toEqual(['headline', 'body', 'body']);
    expect(text.slice(blocks[1]!.start, blocks[1]!.end)).toMatch(/^Protests[^]*injured\.$/);
  });

  test('of short lines are not joined', () => {
    expect(readBlocks('Roses are red.\nViolets are blue.\nSugar is sweet.\nAnd so are you.').length).toBe(4);
  });

  test('of an empty text are none', () => {
    expect(readBlocks(' \r\n\u00a0\n')).toEqual([]);
  });
});

describe('headlines', () => {
  test('come first, are short, end without a mark and are followed by body', () => {
    expect(kinds(`Москва и Пекин обеспокоены ситуацией - МИД\n${BODY}`)).toEqual(['headline', 'body']);
    expect(kinds(`МИД РФ\n\nМосква и Пекин обеспокоены\n\n${BODY}`)).toEqual(['headline', 'headline', 'body']);
    expect(kinds(`Is the war over?\n${BODY}\n${BODY}`)).toEqual(['headline', 'body', 'body']);
    expect(kinds(`${BODY}\n${BODY}`)).toEqual(['body', 'body']);
    expect(kinds('Москва и Пекин обеспокоены')).toEqual(['body']);
    expect(kinds('Москва и Пекин\nМосква и Пекин обеспокоены')).not.toContain('metadata');
  });

  test('stand between paragraphs', () => {
    expect(kinds(`${BODY}\n\nTalks on security\n\n${BODY}\n\nThe end`)).toEqual(['body', 'headline', 'body', 'body']);
    expect(kinds(`${BODY}\n\nОн перечислил:\n\n${BODY}`)).toEqual(['body', 'body', 'body']);
  });

  test('are neither steps with a number nor the lines of a chat', () => {
    expect(kinds(`${BODY}\n\n2) Выйдите из учетной записи\n\n${BODY}\n\n${BODY}`)).not.toContain('headline');
    expect(kinds(`${BODY}\nНапишите мне\nкак все прошло\n${BODY}\nя жду\nВас здесь`)).not.toContain('headline');
  });

  test('of several sentences are text', () => {
    expect(sentences(`Go there. Then come back\n${BODY}`).map(([kind]) => kind)).toEqual(['body', 'body', 'body']);
  });
});

describe('list items', () => {
  test('have bullets', () => {
    expect(kinds(`${BODY}\n• Первое\n• Второе`)).toEqual(['body', 'list-item', 'list-item']);
    expect(kinds(`${BODY}\n- Росатом поставил топливо\n- США не правы - МИД`)).toEqual([
      'body',
      'list-item',
      'list-item',
    ]);
    expect(kinds(`${BODY}\n1. Open it.\n2. Close it.\n3. Go.`)).toEqual([
      'body',
      'list-item',
      'list-item',
      'list-item',
    ]);
    expect(kinds(`Он обещал:\n— мир;\n— хлеб;\n— землю.`)).toEqual(['body', 'list-item', 'list-item', 'list-item']);
  });

  test('are no dialogue, and no paragraph that begins with a number', () => {
    expect(kinds(`${BODY}\n— Как дела?\n— Хорошо.\n${BODY}`)).toEqual(['body', 'body', 'body', 'body']);
    expect(kinds(`${BODY}\n- Он ушел.`)).toEqual(['body', 'body']);
    expect(kinds(`${BODY}\n5. Apples fell.\n${BODY}`)).toEqual(['body', 'body', 'body']);
  });
});

describe('metadata', () => {
  test.each([
    'date 2022-01-10',
    '10.01.2022 12:30',
    '10 января 2022 г.',
    'January 10, 2022',
    'By John Smith',
    'By John Smith and Jane Doe',
    'Автор: Иван Петров',
    '* * *',
  ])('before the body: %s', (line) => {
    expect(kinds(`${line}\n${BODY}\n${BODY}`)[0]).toBe('metadata');
  });

  test.each([
    '(Inputs from AP)',
    '(Reporting by John Smith; Editing by Jane Doe)',
    '© 2022 Reuters',
    'Copyright 2022 The Associated Press.',
    'Источник: ТАСС',
  ])('after the body: %s', (line) => {
    expect(kinds(`${BODY}\n${BODY}\n${line}`).at(-1)).toBe('metadata');
  });

  test('is no sentence that begins alike', () => {
    expect(kinds(`By Monday the city had fallen.\n${BODY}`)).toEqual(['body', 'body']);
    expect(kinds(`${BODY}\nИсточник в правительстве сообщил об отставке.`)).toEqual(['body', 'body']);
    expect(kinds(`${BODY}\nSource close to the minister denied it.`)).toEqual(['body', 'body']);
    expect(kinds('date 2022-01-10')).toEqual(['body']);
  });
});

describe('datelines', () => {
  test.each([
    ['MOSCOW, January 10. /TASS/.', 'Russian ministers met.'],
    ['MOSCOW (TASS):', 'Russian ministers met.'],
    ['MOSCOW, January 10 (TASS) -', 'Russian ministers met.'],
    ['LONDON, Jan 5 (Reuters) -', 'Shares fell on Monday.'],
    ['NEW YORK (AP) —', 'Shares fell on Monday.'],
    ['WASHINGTON, D.C., Jan. 5 (AP) --', 'Shares fell on Monday.'],
    ['BEIJING, Jan. 10 (Xinhua) --', 'China is concerned.'],
    ['МОСКВА, 10 янв - РИА Новости.', 'Министры встретились.'],
    ['Москва. 10 января. INTERFAX.RU -', 'Министры встретились.'],
    ['МОСКВА, 10 января. /ТАСС/.', 'Министры встретились.'],
    ['НУР-СУЛТАН, 10 янв — РИА Новости.', 'Министры встретились.'],
    ['Санкт-Петербург. 10 января 2022 г. Интерфакс -', 'Министры встретились.'],
    ['WASHINGTON —', 'The president spoke.'],
    ['(Reuters) -', 'Shares fell on Monday.'],
  ])('%s', (dateline, rest) => {
    expect(sentences(`${dateline} ${rest}`)).toEqual([
      ['dateline', dateline],
      ['body', rest],
    ]);
  });

  test('follow a leading date and a headline', () => {
    expect(sentences(' date 2022-01-10 MOSCOW, January 10. /TASS/. Russia spoke. It did.')).toEqual([
      ['metadata', 'date 2022-01-10'],
      ['dateline', 'MOSCOW, January 10. /TASS/.'],
      ['body', 'Russia spoke.'],
      ['body', 'It did.'],
    ]);
    expect(sentences(`Shares fall\nLONDON (Reuters) - Shares fell.\nLONDON (Reuters) - Shares rose.`)).toEqual([
      ['headline', 'Shares fall'],
      ['dateline', 'LONDON (Reuters) -'],
      ['body', 'Shares fell.'],
      ['body', 'LONDON (Reuters) - Shares rose.'],
    ]);
  });

  test.each([
    'NATO — это альянс.',
    'Москва - столица России.',
    'США – крупнейшая экономика мира.',
    'President Biden (AP) spoke on Monday.',
    'Shares of Reuters fell by 5 percent.',
    'Moscow, January 10 was a cold day.',
    'ТАСС сообщил об этом.',
  ])('are no sentences: %s', (text) => {
    expect(sentences(text)).toEqual([['body', text]]);
  });
});

test('blocks and sentences cover all that is not blank, in order', () => {
  const text = `A head\r\n\r\nMOSCOW (TASS): One.  Two…\u00a0\r\n- a\r\n- b\r\n***\r\nThree!?  “`;
  let at = 0;
  let covered = '';
  for (const { start, end } of readSentences(text, readBlocks(text), languageOf(text))) {
    expect(start).toBeGreaterThanOrEqual(at);
    covered += text.slice(start, end);
    at = end;
  }
  expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSentences } from '../../src/text/block-sentences.ts';
import { readBlocks } from '../../src/text/blocks.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const languageOf = (text: string): string => (/\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en');

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

/** `|` marks where a sentence ends and the next begins. */
const cases: Record<string, string[]> = {
  'items of a list in one line': [
    'To find the version:|1)Go to your Home screen |2) Tap the icon',
    'После этого удалите авторизацию |1) Деавторизуйте книгу |2) Нажмите кнопку.|3) Готово',
    '1) Open the lid.|2) Press the button',
    // Not the next number, no capital, in brackets or a quotation.
    'Он сослался на пункт 2) Устава и на пункт 4) Закона.',
    'Суд решил: 1) отказать в иске; 2) вернуть пошлину.',
    'The lid (see 1) Chapters and 2) Notes) is open.',
    'He read “1) Open 2) Press” and left.',
  ],
  'closing marks in the wrong encoding': [
    'Last week the doors were open.â€|The mayor left.',
    'We were told on Monday.â€œ|The road is closed.',
    'The price fell.Â»|The shop closed.',
    // A word is no mark, and a letter alone is an initial or a number.
    'See end.à la carte for more.',
    'He met P.Å. Larsson and T.É. Lawrence.',
    'The 1.º Congress and class 2.α Members met.',
  ],
  'initials and titles': [
    'Президент К.-Ж. К. Токаев прибыл в Москву.|Его встретил С. В. Лавров.',
    'Музей А. С. Пушкина открыт.|А. И. Иванов ушел.',
    'the President of Kazakhstan K.-Zh. K. Tokayev were timely.|J. K. Rowling wrote it.',
    'Mr. Smith met Mrs. Jones and Dr. Brown in St. Petersburg.|Gen. Lee left.',
    'Г-н Дж. Буш и г-жа Ю. Тимошенко встретились.|Он уехал.',
    'He met J.R.R. Tolkien.|It rained.',
  ],
  'abbreviations inside a sentence': [
    'В 2021 г. Россия купила газ на 5 млрд руб. у Китая.|Это рекорд.',
    'Цена выросла до 10 тыс. рублей, т.е. на 5%.',
    'Он живет на ул. Ленина, д. 5, кв. 10.|Дом старый.',
    'Завод им. Кирова и др. предприятия закрыты.',
    'Согласно ст. 5 и п. 3 закона, это так, см. рис. 2.',
    'Нарушена ч. 1 ст. 105 УК РФ.|Дело возбуждено.',
    'The U.S. President met the U.K. delegation at 5 p.m. Monday.|They talked.',
    'Apple Inc. shares fell on Jan. 5, vs. Google Corp. gains.|No. 5 won.',
    'It costs approx. five dollars, e.g. in the U.S. and the U.K., etc. and so on.',
    'Компании т. н. «большой тройки», т. е. сырьевые, упали.',
  ],
  'abbreviations at the end': [
    'Это было в 2021 г.|Он уехал.',
    'Компания получила 5 млрд руб.|Это рекорд для отрасли.',
    'Яблоки, груши и т.д.|Все купили.',
    'Яблоки, груши и т. д.|Шаг второй известен.',
    'He lives in the U.S.|The law is old.',
    'It opened at 10 a.m.|Police arrived at 11 p.m.|Nobody saw it.',
    'He said no.|Everyone left.',
    'Спросили о нем.|Ответа нет.',
    'Скорость ветра достигала 25 м/с.|Дожди пройдут завтра.',
    'Он работает в США.|МИД РФ подтвердил это.',
  ],
  quotations: [
    '"First sentence. |Second sentence," the ministry said.|The end.',
    '"Что это?" - спросил он.|Никто не ответил.',
    '«Кто там?» — спросил он. |— Я никого не жду».',
    '"We go!" he said.|They went.',
    '“Why?” Smith asked.|“Because.” |He left.',
    '"Where is it?" |He looked around.',
    'Он сказал: "Мы едем. |Ждите нас".|И уехал.',
    'Программа «Что? Где? Когда?» вышла в эфир.|Ее смотрели все.',
    '"No! Never!" she said.',
    '«Мы победим!» |Так он закончил речь.',
    'Мы победим», — сказал он.|«Скоро», — добавил он.',
    'He called it "a trigger." |"They are playful," he said.',
    'on global and regional stability, “the Foreign Ministry noted.',
    'seizure of state institutions and other objects. “',
    'He said: “I left. “ |The door closed.',
  ],
  'small letters after a full stop': [
    'the country,” the Russian diplomatic service informed.|including the participation of foreign mercenaries.',
    'It belongs to him.|in the Bible it is otherwise.',
    'Это случилось вчера.|которые ходят на выставки.',
    'Yahoo! said it would sell.|eBay agreed.|iPhone sales rose.',
  ],
  'ellipses, brackets, footnotes, marks': [
    'Он думал… и молчал.|Потом ушел...|Все ждали.',
    'I... I do not know.|"...and then we left," he said.',
    'Рост был высок (см. таблицу 5. Она в приложении) и продолжался.|Потом спад.',
    '(Он ушел.) |Мы остались.',
    'The law passed.[1] |It was late.[12]|Nobody cared.',
    'Что?! |Нет!!! |Да…|Конец .',
    'Зачем так делать? ? |Не знаю.',
    'Сайты Lenta.ru и Gazeta.Ru не работали.|Их чинят.',
    'Version 3.5 costs 1.000.000 rubles, i.e. 10.01.2022 it grew by 2.5%.|5 people left.',
    'The cost is 5.|10 more came.',
    '1. Open the door. |2. Close it.',
    'Q. What is it? |A. It is a test.',
    'He paid £5m.|“It is fine,” he said.',
    'Мы\u00a0едем.\u00a0|Они ждут.\u00a0',
    'Ка\u00adзах\u00adстан рад.\u00ad |Мы тоже.',
  ],
};

for (const [name, texts] of Object.entries(cases)) {
  test(name, () => {
    for (const marked of texts) {
      const text = marked.replace(/ ?\| ?/g, ' ');
      const expected = marked.split('|').map((part) => part.replace(/^[\s\u00ad]+|[\s\u00ad]+$/g, ''));
      expect(split(text)).toEqual(expected);
    }
  });
}

test('a full stop whose space is missing', () => {
  expect(split('Это конец.Начало новой фразы.«Мы едем»,- сказал он.')).toEqual([
    'Это конец.',
    'Начало новой фразы.',
    '«Мы едем»,- сказал он.',
  ]);
});

describe('spans', () => {
  test('begin and end at the given span, and are trimmed', () => {
    const text = 'Zero. \u00a0One two.\r\n Three.  Four.';
    expect(splitSentences(text, { start: 5, end: 25 })).toEqual([
      { start: 7, end: 15 },
      { start: 18, end: 24 },
    ]);
  });

  test('of blank text are none', () => {
    expect(split(' \u00ad\ufeff\n')).toEqual([]);
  });

  test('take linear time on megabytes of one line', () => {
    const hostile = ['a. ', '. ', '"a! ', 'a. (', '."', '… ', 'a', '(', '" ', 'a.[1] ', 'г. г. г. 2 г. '];
    for (const unit of hostile) {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      const before = performance.now();
      splitSentences(text, { start: 0, end: text.length });
      expect(performance.now() - before, unit).toBeLessThan(2000);
    }
  });
});

describe('the seeds', () => {
  const seeds = new URL('../fixtures/seeds/', import.meta.url);
  const gold = JSON.parse(readFileSync(new URL('gold.json', seeds), 'utf8')) as {
    source: { sentences: Record<string, string> };
    renderings: Record<string, { sentences: Record<string, string>; metadata: string[] }>;
  };
  const read = (name: string): { text: string; sentences: ReturnType<typeof readSentences> } => {
    const text = readFileSync(new URL(name, seeds), 'utf8');
    return { text, sentences: readSentences(text, readBlocks(text), languageOf(text)) };
  };

  test.each([
    ['003.txt', gold.source.sentences, []],
    ['000.txt', gold.renderings['000.txt']!.sentences, gold.renderings['000.txt']!.metadata],
    ['001.txt', gold.renderings['001.txt']!.sentences, gold.renderings['001.txt']!.metadata],
  ])('%s splits as its reference says', (name, keys, metadata) => {
    const { text, sentences } = read(name);
    const starts = [...metadata, ...Object.values(keys)].map((words) => text.indexOf(words));
    expect(sentences.map((sentence) => sentence.start)).toEqual(starts);
    expect(sentences.slice(0, metadata.length).map(({ start, end }) => text.slice(start, end))).toEqual(metadata);
  });
});

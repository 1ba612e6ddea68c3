import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { numberRule } from '../../src/detect/number.ts';
import { draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument, type Made, type MadeSentence } from './made-context.ts';

/** What the rule tells, as `source words > rendering words`. */
function told(
  source: MadeSentence | MadeSentence[],
  rendering: MadeSentence | MadeSentence[],
  made: Made = {},
): string[] {
  const list = (side: MadeSentence | MadeSentence[]) => (typeof side === 'string' ? [side] : (side as MadeSentence[]));
  const a = madeDocument('source', 'ru', list(source));
  const b = madeDocument('rendering', 'en', list(rendering));
  return draftsOf(numberRule, madeContext(a, b, made)).map((draft) => {
    expect(draft.confidence).toBeGreaterThanOrEqual(0.4);
    expect(draft.confidence).toBeLessThanOrEqual(made.confidence ?? 0.95);
    const [from] = draft.source;
    const [to] = draft.rendering;
    return `${a.text.slice(from!.start, from!.end)} > ${b.text.slice(to!.start, to!.end)}`;
  });
}

describe('another number in the place of one is told', () => {
  test.each([
    ['Здесь живёт более 135 видов акул.', 'There are more than 835 shark species here.', '135 > 835'],
    ['Пострадали тысячи человек.', 'The violence left scores of people injured.', 'тысячи > scores'],
    ['Погибли сотни людей.', 'Dozens of people were killed.', 'сотни > Dozens'],
    ['Сумма составила 5 млн долларов.', 'The sum was 5 billion dollars.', '5 млн долларов > 5 billion dollars'],
    ['Выросло на 100000 человек.', 'It rose by 107,000 people.', '100000 > 107,000'],
    ['В 1994 году он основал консорциум.', 'In 1794 he founded the consortium.', '1994 > 1794'],
    ['Они победили Данди со счетом 2-1.', 'They beat Dundee 2-5.', '1 > 5'],
    ['Энергичный восемнадцатилетний парень.', 'An energetic 58-year-old.', 'восемнадцатилетний > 58-year'],
    ['Она говорит о трёх сёстрах.', 'It is about two sisters.', 'трёх > two'],
    ['За $3.1 млрд ($3.6 млрд).', 'For $6.1bn ($3.6bn).', '$3.1 млрд > $6.1bn'],
    ['Штамм COVID-19 опасен 10 дней.', 'Covid-39 is dangerous for 10 days.', '19 > 39'],
    ['Работаем с 09:00 до 17:30.', 'Open from 09:60 to 17:30.', '09:00 > 09:60'],
    ['Прошло полтора года.', 'Two and a half years have passed.', 'полтора года > Two and a half years'],
    ['Он купил дюжину яиц.', 'He bought 20 eggs.', 'дюжину > 20'],
    ['Погибли двое полицейских.', 'Three policemen were killed.', 'двое > Three'],
    ['Экспорт вырос на 51% г/г.', 'Exports rose 15% year on year.', '51% > 15%'],
    ['Инфляция составила 3,7 процента.', 'Inflation was 37 percent.', '3,7 процента > 37 percent'],
    ['Ждут 3–5 млн туристов.', 'Between 3 and 7 million tourists are expected.', '5 млн > 7 million'],
    ['Две трети мест у оппозиции.', 'The opposition has one third of the seats.', 'Две трети > one third'],
    ['Мост обошёлся в 350 млн рублей.', 'The bridge cost 350 billion rubles.', '350 млн рублей > 350 billion rubles'],
    ['Проект стоит 200 млн евро.', 'The project costs $200 million.', '200 млн евро > $200 million'],
    ['Груз весит 20 килограммов.', 'The load weighs 30 pounds.', '20 килограммов > 30 pounds'],
    ['До Перми 100 километров.', 'It is 70 miles to Perm.', '100 километров > 70 miles'],
    ['Завезли 8 тонн соли.', 'They brought 9,000 kilograms of salt.', '8 тонн > 9,000 kilograms'],
    ['Полёт длился 18 часов 30 минут.', 'The flight lasted 18 hours 50 minutes.', '30 минут > 50 minutes'],
    ['Письма идут почтой первого класса.', 'Letters go by 4th class mail.', 'первого > 4th'],
    [
      'Ждали 40 гостей, сказал во второй день хозяин.',
      'The host said on the next day that he had expected 17.',
      '40 > 17',
    ],
  ])('%s / %s', (source, rendering, expected) => {
    expect(told(source, rendering)).toEqual([expected]);
  });

  test('with both places and the bead', () => {
    const a = madeDocument('source', 'ru', ['Он пришёл.', 'Их было 40.']);
    const b = madeDocument('rendering', 'en', ['He came.', 'There were 46 of them.']);
    const [draft] = draftsOf(numberRule, madeContext(a, b));
    expect(draft).toEqual({
      confidence: 0.95,
      message: 'The source says 40, the rendering 46.',
      source: [{ start: 19, end: 21 }],
      rendering: [{ start: 20, end: 22 }],
      beads: [1],
    });
  });
});

describe('the same number in other words is not told', () => {
  test.each([
    ['Выручка выросла за три квартала 2014 года.', 'Revenue grew in the three quarters of 2014.'],
    ['Рост ограничен на квартал или два.', 'Growth is limited for one or two quarters.'],
    ['Он владеет двумя третями акций.', 'He owns two-thirds of the shares.'],
    ['За неё две трети избирателей.', 'Two out of three voters back her.'],
    ['За него две трети избирателей.', 'Two in three voters back him.'],
    ['Наша цель — одна восьмая финала Лиги чемпионов.', 'Our goal is the last 16 of the Champions League.'],
    ['Три ученика четвёртого класса.', 'Three fourth-grade pupils.'],
    ['Он служил в 1943–46 годах.', 'He served in 1943–6.'],
    ['Груз весит 20 килограммов.', 'The load weighs 40 pounds.'],
    ['На 5,69 млн больше.', 'Some 5.7 million more.'],
    ['Торговля достигла 5 трлн юаней.', 'Trade reached 5 trillion yuan.'],
    ['Торговля достигла 5 трлн юаней.', 'Trade reached ¥5 trillion.'],
    ['Экспорт вырос на 51% г/г.', 'Exports rose 51 percent year on year.'],
    ['Погибли двое полицейских.', 'Two policemen were killed.'],
    ['Переговоры длились полтора часа.', 'The talks lasted 90 minutes.'],
    ['Он купил дюжину яиц.', 'He bought 12 eggs.'],
    ['Ожидается от 3 до 5 млн туристов.', 'Three to five million tourists are expected.'],
    ['Проект стоит 200 млн евро.', 'The project costs €200m.'],
    ['Заплатили 100 долларов (93 евро).', 'They paid €93 ($100).'],
    ['Пострадали тысячи человек.', 'Thousands of people were injured.'],
    ['Более 350 тыс человек.', 'More than 350,000 people.'],
    ['Половина жителей против.', 'Of the residents 50% are against.'],
    ['Через 300 км (190 миль).', 'After 300 km.'],
    ['Около 190 миль к северу.', 'Some 300 km to the north.'],
    ['Было 27 градусов.', 'It was 80 degrees.'],
    ['Прошло двое суток.', 'It took 48 hours.'],
    ['Два с половиной года назад.', 'Two-and-a-half years ago.'],
    ['Около двух десятков улиц.', 'Close to two dozen streets.'],
    ['В тридцатые и 80-е годы.', 'In the 1930s and the 1980s.'],
    ['Начало в 19:00.', 'It begins at 7 p.m.'],
    ['Пострадали тысячи человек.', 'Some 5,000 people were injured.'],
    ['Рост на 1,000 человек.', 'A rise of 1,000 people.'],
    ['Он получил 22 миллиона и хочет ещё 18.', 'He got 22 million and wants the other 18 million.'],
    ['с $4,2 до $4,1 млрд', 'from $4.2 billion to $4.1 billion'],
    ['В XX веке.', 'In the 20th century.'],
    ['Оба брата пришли.', 'The two brothers came.'],
    ['12 июня они встретились.', 'They met on the 12th.'],
    ['От 3 до 5 процентов.', '3-5 percent.'],
  ])('%s / %s', (source, rendering) => {
    expect(told(source, rendering)).toEqual([]);
  });
});

describe('silence', () => {
  test('where a number is merely absent', () => {
    expect(told('Их было 40 из 100.', 'There were 40.')).toEqual([]);
    expect(told('Их было много.', 'There were 40.')).toEqual([]);
  });

  test('about one, first and figures of another kind', () => {
    expect(told('Один из них ушёл.', 'Two of them left.')).toEqual([]);
    expect(told('Первый ушёл.', 'The third one left.')).toEqual([]);
    expect(told('Обама стал первым чернокожим президентом.', 'Obama was the 44th president.')).toEqual([]);
    expect(told('Команда заняла первое место в турнире.', 'The team won the 19th tournament.')).toEqual([]);
    expect(
      told('Первым делом он посетил наш дом в центре.', 'In the centre he came to our house for the 5th time.'),
    ).toEqual([]);
    expect(told('Упало в 100 раз.', 'It fell to 1 percent.')).toEqual([]);
  });

  test('about the days and months of dates, which are the date rule’s', () => {
    expect(told('Это было 12 июня.', 'It was on June 13.')).toEqual([]);
  });

  test('where the neighbouring sentence has the number', () => {
    const source = ['Их было много.', 'Погибли 40 человек, ранены 7.', 'Ещё 12 пропали.'];
    const rendering = ['There were many; 40 died.', 'Wounded: 7; missing: 12.', 'More are sought, 9 in all.'];
    expect(told(source, rendering)).toEqual([]);
  });

  test('in beads that are not sure, and gaps', () => {
    const pair = ['Их было 40.', 'There were 46.'] as const;
    expect(told(...pair)).toHaveLength(1);
    expect(told(...pair, { confidence: 0.3 })).toEqual([]);
    expect(
      told(...pair, {
        beads: [
          [[0], []],
          [[], [0]],
        ],
      }),
    ).toEqual([]);
  });
});

test('each number is told once, in the order of the source', () => {
  expect(told('Было 40, 135 и 7.', 'There were 46, 835 and 7.')).toEqual(['40 > 46', '135 > 835']);
});

test('a number stands for the nearest one, and for one alone', () => {
  expect(told('Было 135 и 145.', 'There were 165 and 175.')).toEqual(['135 > 165', '145 > 175']);
});

test('where matched numbers stand between them, and one is an ordinal, less speaks for two numbers being one', () => {
  const confidence = (source: string, rendering: string) => {
    const [a, b] = [madeDocument('source', 'ru', [source]), madeDocument('rendering', 'en', [rendering])];
    return draftsOf(numberRule, madeContext(a, b)).map((draft) => draft.confidence);
  };
  expect(confidence('После 100 было 40.', 'After 100 came 46.')).toEqual([0.95]);
  expect(confidence('После 100 было 40.', 'There were 46 after 100.')).toEqual([0.85]);
  expect(confidence('Он был 25-м.', 'He was as many as 79th.')).toEqual([0.85]);
  expect(confidence('Он был 25-м.', 'There were as many as 79.')).toEqual([0.7]);
});

test('a number that the other side has, matched with another, is another number only by a digit', () => {
  expect(told('Пришли 40 из 40.', 'Of the 40, 75 came.')).toEqual([]);
  expect(told('Пришли 40 из 40.', 'Of the 40, 46 came.')).toEqual(['40 > 46']);
});

test('numbers of other units are one only by a digit', () => {
  expect(told('Он прошёл 25 км.', 'He carried 79 kg.')).toEqual([]);
  expect(told('Он прошёл 25 км.', 'He carried 26 kg.')).toEqual(['25 км > 26 kg']);
});

test('a table of thousands of figures in one bead costs no quadratic time', () => {
  const started = performance.now();
  expect(told('17 '.repeat(20_000), '18 '.repeat(20_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});

describe('between renderings', () => {
  const source = 'Взрыв произошёл в понедельник.\nПострадали десятки человек.\nПолиция ищет виновных.';
  const saying = (people: string) =>
    `The blast happened on Monday.\n${people} people were hurt.\nPolice are looking for the culprits.`;
  const messages = async (...numbers: string[]) =>
    (await alignTranslations(source, numbers.map(saying))).findings.map(({ message }) => message);

  test('numbers that differ where the source leaves it open are told', async () => {
    expect(await messages('Twenty', 'Forty')).toEqual([
      'Renderings give different numbers where the source leaves it open: rendering-1 says Twenty; rendering-2 says Forty.',
    ]);
    expect(await messages('Forty', 'Forty')).toEqual([]);
  });

  test('one that leaves it open too takes no side', async () => {
    for (const numbers of [
      ['Twenty', 'Forty', 'Dozens of'],
      ['Dozens of', 'Twenty', 'Forty'],
      ['Twenty', 'Dozens of', 'Forty'],
    ]) {
      const [message, ...others] = await messages(...numbers);
      expect(others).toEqual([]);
      expect(message).toMatch(/says Twenty; rendering-\d says Forty\.$/);
    }
    expect(await messages('Dozens of', 'Twenty')).toEqual([]);
  });
});

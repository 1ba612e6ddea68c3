import { describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { Finding } from '../../src/core/result.ts';

const EMBASSY = 'Министр Сергей Орехов прибыл в Вильнюс в понедельник. Его встретил посол Иван Зимин.';

interface Told {
  severity: string;
  source: string[];
  rendering: string[];
  message: string;
}

async function names(source: string, text: string): Promise<Told[]> {
  const { renderings } = await alignTranslations(source, text);
  const [rendering] = renderings;
  const words = (of: string, spans: Finding['source']) => spans.map(({ start, end }) => of.slice(start, end));
  return rendering!.findings
    .filter(({ rule }) => rule === 'name')
    .map((finding) => ({
      severity: finding.severity,
      source: words(source, finding.source),
      rendering: words(text, finding.rendering),
      message: finding.message,
    }));
}

describe('another name', () => {
  it('of a person is an error, with both names', async () => {
    const text = 'Minister Sergei Orekhov arrived in Vilnius on Monday. He was met by Ambassador Peter Lawson.';
    expect(await names(EMBASSY, text)).toEqual([
      {
        severity: 'error',
        source: ['Иван Зимин'],
        rendering: ['Peter Lawson'],
        message: 'Иван Зимин is rendered as Peter Lawson, which is another name.',
      },
    ]);
  });

  it('of a place is one', async () => {
    const text = 'Minister Sergei Orekhov arrived in Oslo on Monday. He was met by Ambassador Ivan Zimin.';
    expect(await names(EMBASSY, text)).toMatchObject([{ source: ['Вильнюс'], rendering: ['Oslo'], severity: 'error' }]);
  });

  it('is found in a Russian rendering too', async () => {
    const source = 'Minister Sergei Orekhov arrived in Vilnius on Monday. He was met by Ambassador Peter Lawson.';
    expect(await names(source, EMBASSY)).toMatchObject([{ source: ['Peter Lawson'], rendering: ['Иван Зимин'] }]);
  });
});

it('put wherever the name stands is one finding with all its places', async () => {
  const source = 'Посол Иван Зимин прибыл в Вильнюс. Вечером Зимин выступил перед журналистами.';
  const text = 'Ambassador Peter Lawson arrived in Vilnius. In the evening Lawsons spoke to journalists.';
  expect(await names(source, text)).toMatchObject([
    { source: ['Иван Зимин', 'Зимин'], rendering: ['Peter Lawson', 'Lawsons'], severity: 'error' },
  ]);
});

it('of a name that stands twice in the source is one, where the rendering has it once', async () => {
  const source = 'Джон Голдсмит, глава Общества Кромвеля, рассказал журналистам о статуе Оливера Кромвеля у дворца.';
  const text =
    'John Goldsmith, head of the Lawson Society, told journalists about the statue of Oliver Cromwell at the palace.';
  expect(await names(source, text)).toMatchObject([{ rendering: ['Lawson'], severity: 'error' }]);
});

it('is told in a title, where all words have capitals', async () => {
  const source = 'Губернатор Орехов закрыл старый мост через реку. Его встретил посол Иван Зимин.';
  const text = 'Governor Lawson Closes Old Bridge Across the River. He was met by Ambassador Ivan Zimin.';
  expect((await names(source, text)).map(({ rendering }) => rendering)).toEqual([['Lawson']]);
});

it('may stand by its letters where it is a title, if one of them begins it', async () => {
  const told = async (source: string, letters: string) =>
    (await names(source, `The ${letters} at Peter Lawson was closed on Monday for repairs.`)).map(
      ({ rendering }) => rendering,
    );
  const title = 'Кинотеатр «Старая Мельница» закрыли в понедельник на ремонт.';
  expect(await told(title, 'SMQ')).toEqual([]);
  expect(await told(title, 'TXQ')).toEqual([['Peter Lawson']]);
  expect(await told(title.replace(/[«»]/g, ''), 'SMQ')).toEqual([['Peter Lawson']]);
});

it.each([
  ['other romanisation', 'Minister Sergey Orechov arrived in Vilnius on Monday. He was met by Ambassador Iwan Simin.'],
  ['a name left out', 'The minister arrived in Vilnius on Monday. He was met by the ambassador.'],
  ['a description', 'The minister arrived in the Lithuanian capital on Monday. He was met by Ambassador Ivan Zimin.'],
])('%s is none', async (_, text) => {
  expect(await names(EMBASSY, text)).toEqual([]);
});

it.each([
  ['Си Цзиньпин и Ван И прибыли в Алма-Ату во вторник.', 'Xi Jinping and Wang Yi arrived in Almaty on Tuesday.'],
  ['В Белом доме заявили, что ответят в среду.', 'The White House said that it would answer on Wednesday.'],
  [
    'МИД Германии и США отказались от комментариев.',
    'The German Foreign Ministry and the United States declined to comment.',
  ],
  ['Российские и китайские компании подписали договор.', 'Russian and Chinese companies signed a contract.'],
  ['Борис Джонсон выступил в Хьюстоне.', 'Boris Johnson spoke in Houston.'],
  ['Компания Samsung ответила ТАСС.', 'Samsung answered TASS.'],
  ['Ким Чен Ын встретился с Мун Чжэ Ином на границе.', 'Kim Jong Un met with Moon Jae-in on the border.'],
  ['Самолёт упал на Склоне Могольона в Аризоне.', 'The plane crashed on the Mogollon Rim in Arizona.'],
  ['Тренировка на площадке Bodymoor Health отменена.', 'Training at the Bodymoor Heath ground was cancelled.'],
])('%s is rendered with its own names', async (source, text) => {
  expect(await names(source, text)).toEqual([]);
});

it('a name that one rendering spells in several ways is info', async () => {
  const source = 'Президент Токаев прибыл в Вильнюс. Токаев встретился с министрами. Вечером Токаев дал обед послам.';
  const text =
    'President Tokayev arrived in Vilnius. Tokaev met the ministers. In the evening Tokayev gave a dinner for ambassadors.';
  expect(await names(source, text)).toMatchObject([
    {
      severity: 'info',
      rendering: ['Tokayev', 'Tokaev'],
      message: 'Токаев is spelt in several ways: Tokayev, Tokaev.',
    },
  ]);
});

describe('renderings that name differently, where that alone is no error', () => {
  const named = (name: string) =>
    `Minister Sergei Orekhov arrived in Vilnius on Monday. He was met by Ambassador ${name}.`;
  const between = async (...texts: string[]) => {
    const { findings } = await alignTranslations(EMBASSY, texts);
    return findings
      .filter(({ rule }) => rule === 'name')
      .map(({ severity, message, places }) => ({
        severity,
        message,
        words: places.map(({ start, end }, k) => texts[k]!.slice(start, end)),
      }));
  };

  it('are told, with the name of each', async () => {
    expect(await between(named('Anton Zimin'), named('Ivan Zimin'))).toEqual([
      {
        severity: 'info',
        message: 'Renderings name Иван differently: rendering-2 says Ivan, rendering-1 Anton.',
        words: ['Anton', 'Ivan'],
      },
    ]);
  });

  it('are not, where no other one has the name', async () => {
    expect(await between(named('Anton Zimin'))).toEqual([]);
    expect(await between(named('Anton Zimin'), named('Anton Zimin'))).toEqual([]);
    expect(await between(named('Anton Zimin'), 'Minister Sergei Orekhov arrived in Vilnius on Monday.')).toEqual([]);
  });

  it('are not told again where it is an error', async () => {
    expect(await between(named('Peter Lawson'), named('Ivan Zimin'))).toEqual([]);
  });
});

it('a country and its people are no two spellings', async () => {
  const source = 'Чечня ответила. Чеченские власти молчали. Россия ждала. Российские министры ждали.';
  expect(
    await names(source, 'Chechnya answered. Chechen authorities were silent. Russia waited. Russian ministers waited.'),
  ).toEqual([]);
});

it('a table on one line is passed over in time', async () => {
  const row = 'Затем Орехов прибыл в Вильнюс и встретил министров, ';
  const started = process.cpuUsage();
  await names(row.repeat(150), 'Then Orekhov came to Vilnius and met the ministers, '.repeat(150));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
});

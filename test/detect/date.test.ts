import { describe, expect, test } from 'vitest';
import { dateRule } from '../../src/detect/date.ts';
import { documentDraftsOf, draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument, type Made, type MadeSentence } from './made-context.ts';

function told(source: readonly MadeSentence[], rendering: readonly MadeSentence[], made: Made = {}): string[] {
  const a = madeDocument('source', 'ru', source);
  const b = madeDocument('rendering', 'en', rendering);
  return draftsOf(dateRule, madeContext(a, b, made)).map((draft) => {
    const [from] = draft.source;
    const [to] = draft.rendering;
    expect(draft.beads).toHaveLength(1);
    return `${a.text.slice(from!.start, from!.end)} > ${b.text.slice(to!.start, to!.end)}`;
  });
}

describe('another date in the place of one is told', () => {
  test.each([
    ['2 января прошли протесты.', 'Protests erupted on January 3.', '2 января > January 3'],
    ['Это было 30 мая 2005 года.', 'It was on May 80, 2005.', '30 мая 2005 года > May 80, 2005'],
    ['В январе 2016 года его обвинили.', 'In January 2036 he was charged.', 'январе 2016 года > January 2036'],
    ['Срок - 10 ноября.', 'The deadline is December 10.', '10 ноября > December 10'],
    ['Он приедет в феврале.', 'He will come in March.', 'феврале > March'],
    ['Они говорили в понедельник.', 'They spoke on Friday.', 'понедельник > Friday'],
    ['В субботу (29 сентября) улыбались.', 'Smiles on Saturday (September 26).', '29 сентября > September 26'],
    ['Номер 3643 10/12/21.', 'Number 3643 10/12/29.', '10/12/21 > 10/12/29'],
  ])('%s / %s', (source, rendering, expected) => {
    expect(told([source], [rendering])).toEqual([expected]);
  });

  test('also where a weekday cannot be the calendar date', () => {
    const rendering: MadeSentence[] = [['date 2022-01-10', 'metadata'], 'They spoke on December 10.'];
    const beads = [
      [[], [0]],
      [[0], [1]],
    ] as [number[], number[]][];
    expect(told(['Они говорили в понедельник.'], rendering, { beads })).toEqual(['понедельник > December 10']);
    expect(told(['Они говорили в понедельник.'], [rendering[0]!, 'They spoke on January 10.'], { beads })).toEqual([]);
    expect(told(['Они говорили в понедельник.'], ['They spoke on December 10.'])).toEqual([]);
  });
});

test('the confidence follows from what the two dates have in common', () => {
  const confidences = (source: string, rendering: string) => {
    const [a, b] = [madeDocument('source', 'ru', [source]), madeDocument('rendering', 'en', [rendering])];
    return draftsOf(dateRule, madeContext(a, b, { confidence: 1 })).map(({ confidence }) => confidence);
  };
  expect(confidences('В понедельник.', 'On Friday.')).toEqual([0.9]);
  expect(confidences('В понедельник и в среду.', 'On Friday and on Saturday.')).toEqual([0.7, 0.7]);
  expect(confidences('2 января.', 'On January 3.')).toEqual([0.95]);
  expect(confidences('2 января.', 'On May 2.')).toEqual([0.95]);
  expect(confidences('2 января.', 'On May 3.')).toEqual([0.85]);
  expect(confidences('2 января и 4 марта.', 'On May 3 and on June 5.')).toEqual([0.6, 0.6]);
  expect(confidences('В январе 2016 года.', 'In January 2036.')).toEqual([0.9]);
  expect(confidences('В феврале.', 'In March.')).toEqual([0.8]);
  expect(confidences('В феврале и в апреле.', 'In January and in June.')).toEqual([]);
});

test('each date stands for one other, the surest pairs first', () => {
  expect(told(['2 января и 4 марта.'], ['On March 5 and on January 3.'])).toEqual([
    '2 января > January 3',
    '4 марта > March 5',
  ]);
});

test('a table of thousands of dates in one bead is passed over', () => {
  expect(told(['2 мая, '.repeat(101)], ['May 3, '.repeat(100)])).toEqual([]);
  expect(told(['2 мая, '.repeat(100)], ['May 3, '.repeat(100)])).toHaveLength(100);
});

describe('silence', () => {
  test.each([
    ['2 января 2022 года прошли протесты.', 'Protests erupted on January 2.'],
    ['Итоги в прошедшем году.', 'The results of 2021.'],
    ['В понедельник он уехал.', 'He left.'],
    ['Он уехал.', 'He left on Monday.'],
    ['01/10/2022', '10/01/2022'],
    ['С 3 по 5 января.', 'January 3-5.'],
    ['5 и 7 мая, в четверг.', 'May 5 and May 7, Thursday.'],
    ['В 2016 году он уехал.', 'In 2017 he left.'],
  ])('%s / %s', (source, rendering) => {
    expect(told([source], [rendering])).toEqual([]);
  });

  test('about datelines', () => {
    const rendering: MadeSentence[] = [['MOSCOW, January 10. /TASS/.', 'dateline'], 'Protests were held.'];
    expect(told(['2 января прошли протесты.'], rendering, { beads: [[[0], [0, 1]]] })).toEqual([]);
  });

  test('where the neighbouring sentence has the date', () => {
    expect(told(['Он пришёл 5 мая.', 'Ушёл 7 мая.'], ['He came, and left on May 7.', 'It was May 5.'])).toEqual([]);
  });

  test('in beads that are not sure', () => {
    const pair = [['2 января.'], ['January 3.']] as const;
    expect(told(...pair)).toHaveLength(1);
    expect(told(...pair, { confidence: 0.4 })).toEqual([]);
  });
});

describe('between renderings', () => {
  const source = madeDocument('003', 'ru', ['Министры говорили по телефону в понедельник.']);
  const monday = (id: string) =>
    madeContext(source, madeDocument(id, 'en', [['date 2022-01-10', 'metadata'], 'They spoke on Monday.']), {
      beads: [
        [[], [0]],
        [[0], [1]],
      ],
    });
  const other = (words: string, made: Made = {}) =>
    madeContext(source, madeDocument('002', 'en', [words]), { relation: 'comparable', ...made });

  test('a conflict is told once, with a place in each rendering', () => {
    const drafts = documentDraftsOf(dateRule, {
      source,
      renderings: [monday('000'), monday('001'), other('They held a call on December 10.')],
    });
    expect(drafts).toEqual([
      {
        confidence: 0.85,
        message:
          'Renderings date the same event differently: 000 and 001 say Monday (2022-01-10); 002 says December 10.',
        source: [],
        places: [
          { rendering: '000', start: 30, end: 36 },
          { rendering: '001', start: 30, end: 36 },
          { rendering: '002', start: 20, end: 31 },
        ],
      },
    ]);
  });

  test('dates that may be the same are no conflict', () => {
    const renderings = (context: ReturnType<typeof other>) => ({ source, renderings: [monday('000'), context] });
    const conflicts = (context: ReturnType<typeof other>) => documentDraftsOf(dateRule, renderings(context)).length;
    expect(conflicts(other('They spoke on January 10.'))).toBe(0);
    expect(conflicts(other('They spoke on January 3.'))).toBe(0);
    expect(conflicts(other('They spoke in December.'))).toBe(0);
    expect(conflicts(other('They spoke.'))).toBe(0);
    expect(conflicts(other('They spoke on December 10 and December 12.'))).toBe(0);
    expect(conflicts(other('They spoke on December 10.'))).toBe(1);
    expect(conflicts(other('They spoke on December 10.', { similarity: 0.2 }))).toBe(0);
    expect(conflicts(other('They spoke on December 10.', { relation: 'unrelated' }))).toBe(0);
  });

  test('a rendering that names no day takes no part', () => {
    const vague = madeContext(source, madeDocument('001', 'en', ['They spoke in December.']));
    const renderings = [monday('000'), vague, other('They spoke on December 10.')];
    expect(documentDraftsOf(dateRule, { source, renderings })[0]!.places.map(({ rendering }) => rendering)).toEqual([
      '000',
      '002',
    ]);
  });

  test('a report whose sentence is as near to another dated sentence takes no part', () => {
    const two = madeDocument('003', 'ru', ['Министры говорили 10 января.', 'Послы говорили 12 января.']);
    const report = (second: number) => {
      const made = madeContext(two, madeDocument('002', 'en', ['They spoke on December 10.']), {
        relation: 'comparable',
      });
      return { ...made, similarity: { n: 2, m: 1, cosine: (i: number) => (i === 0 ? 0.8 : second) } };
    };
    const follows = madeContext(
      two,
      madeDocument('000', 'en', ['Ministers spoke on January 10.', 'So on January 12.']),
    );
    const conflicts = (second: number) =>
      documentDraftsOf(dateRule, { source: two, renderings: [follows, report(second)] }).length;
    expect(conflicts(0.7)).toBe(1);
    expect(conflicts(0.76)).toBe(0);
  });

  test('a weekday is told without its calendar date where the dateline has no year', () => {
    const dateline: MadeSentence = ['MOSCOW, January 10. /TASS/.', 'dateline'];
    const dated = madeContext(source, madeDocument('000', 'en', [dateline, 'They spoke on Monday.']), {
      beads: [
        [[], [0]],
        [[0], [1]],
      ],
    });
    const [conflict] = documentDraftsOf(dateRule, { source, renderings: [dated, other('They spoke on Friday.')] });
    expect(conflict!.message).toBe('Renderings date the same event differently: 000 says Monday; 002 says Friday.');
  });

  test('what differs from the source is told in that rendering alone', () => {
    const wrong = madeContext(source, madeDocument('004', 'en', ['They spoke on Friday.']));
    expect(draftsOf(dateRule, wrong)).toHaveLength(1);
    expect(documentDraftsOf(dateRule, { source, renderings: [monday('000'), wrong] })).toEqual([]);
  });

  test('without a dateline a weekday conflicts with no calendar date', () => {
    const bare = madeContext(source, madeDocument('000', 'en', ['They spoke on Monday.']));
    expect(documentDraftsOf(dateRule, { source, renderings: [bare, other('They spoke on December 10.')] })).toEqual([]);
  });

  test('one rendering alone has no conflict', () => {
    expect(documentDraftsOf(dateRule, { source, renderings: [other('They spoke on December 10.')] })).toEqual([]);
  });
});

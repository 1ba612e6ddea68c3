import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { gapRuns, holdsFacts } from '../../src/detect/gaps.ts';
import { omissionRule } from '../../src/detect/omission.ts';
import { partialOmissionRule } from '../../src/detect/partial-omission.ts';
import { withSiblings } from '../../src/detect/siblings.ts';
import { beadOf } from '../align/made.ts';
import { sentence } from '../align/toy-texts.ts';
import { draftsOf } from './drafts-of.ts';
import { gapContext } from './gap-context.ts';

const ru = [0, 5, 10, 15].map((first) => sentence('ru', [first, first + 1, first + 2]));
const en = [0, 5, 10, 15].map((first) => sentence('en', [first, first + 1, first + 2]));

async function omissions(...args: Parameters<typeof gapContext>) {
  const context = await gapContext(...args);
  return draftsOf(omissionRule, context).map((draft) => ({
    ...draft,
    told: draft.source.map(({ start, end }) => context.source.text.slice(start, end)),
  }));
}

test('a sentence without counterpart is one finding, with its bead and its whole span', async () => {
  const found = await omissions({ paragraphs: ru }, { paragraphs: [en[0]!, en[2]!, en[3]!] }, [
    [[0], [0]],
    [[1], []],
    [[2], [1]],
    [[3], [2]],
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ told: [ru[1]], rendering: [], beads: [1], confidence: 0.95 });
  expect(found[0]!.message).toBe(`The sentence “${ru[1]}” is missing.`);
  expect(found[0]!.severity).toBeUndefined();
});

test('one that repeats a carried sentence in other words is told apart, as info', async () => {
  const first = sentence('ru', [0, 1, 2, 3, 4, 5]);
  const again = sentence('ru', [5, 4, 3, 2, 1, 0]);
  const found = await omissions({ paragraphs: [first, again, ru[2]!] }, { paragraphs: [en[0]!] }, [
    [[0], [0]],
    [[1], []],
    [[2], []],
  ]);
  expect(found.map(({ told, severity, beads }) => [told, severity, beads])).toEqual([
    [[ru[2]], undefined, [2]],
    [[again], 'info', [1]],
  ]);
  expect(found[1]!.message).toBe(`The sentence “${again}” is missing; what it repeats in other words is carried.`);
});

describe('a sentence beside another one of its bead that nothing answers', () => {
  const kept = sentence('ru', [0, 1, 2, 3, 4, 5]);
  const rendered = { paragraphs: [sentence('en', [0, 1, 2, 3, 4, 5])] };
  const together: [number[], number[]][] = [[[0, 1], [0]]];

  test('is missing, and no phrase is', async () => {
    const lost = sentence('ru', [20, 21, 22, 23, 24, 25]);
    const source = { paragraphs: [kept, lost] };
    const [found, ...more] = await omissions(source, rendered, together);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ told: [lost], beads: [0], message: `The sentence “${lost}” is missing.` });
    expect(found!.severity).toBeUndefined();
    expect(draftsOf(partialOmissionRule, await gapContext(source, rendered, together))).toEqual([]);
  });

  test('is info where it says the same in other words', async () => {
    const again = sentence('ru', [20, 21, 22, 23, 24, 25, 26]);
    const [retold] = await omissions(
      { paragraphs: [kept, again, sentence('ru', [20, 21, 22, 23, 24, 25])] },
      { paragraphs: [...rendered.paragraphs, sentence('en', [20, 21, 22, 23, 24, 25])] },
      [...together, [[2], [1]]],
    );
    expect(retold).toMatchObject({
      told: [again],
      severity: 'info',
      message: `The sentence “${again}” is missing; what it repeats in other words is carried.`,
    });
  });
});

test('sentences that follow each other are one finding, others are not', async () => {
  const found = await omissions({ paragraphs: ru }, { paragraphs: [en[2]!] }, [
    [[0], []],
    [[1], []],
    [[2], [0]],
    [[3], []],
  ]);
  expect(found.map(({ told, beads }) => [told, beads])).toEqual([
    [
      [ru[0], ru[1]],
      [0, 1],
    ],
    [[ru[3]], [3]],
  ]);
  expect(found[0]!.message).toMatch(/^2 sentences are missing, from “/);
});

test('what the rendering adds, and a whole rendering, are no omission', async () => {
  expect(
    await omissions({ paragraphs: ru.slice(0, 1) }, { paragraphs: en.slice(0, 2) }, [
      [[0], [0]],
      [[], [1]],
    ]),
  ).toEqual([]);
});

test('a headline is told apart and mildly; datelines, metadata and unrelated text are not told', async () => {
  const found = await omissions(
    { paragraphs: ru, kinds: { 0: 'headline', 2: 'unrelated', 3: 'dateline' } },
    { paragraphs: en.slice(0, 1) },
    [
      [[0], []],
      [[1], []],
      [[2], []],
      [[3], []],
      [[], [0]],
    ],
  );
  expect(found.map(({ told, severity }) => [told, severity])).toEqual([
    [[ru[0]], 'info'],
    [[ru[1]], undefined],
  ]);
  expect(found[0]!.message).toBe(`The headline “${ru[0]}” is not carried.`);
});

test.each([
  ['a number', 'Билет на поезд стоил 4500 рублей.'],
  ['a quotation', 'Министр сказал: «Мост закрыт на месяц».'],
])('with %s it is an error in the profile wire too', async (_, words) => {
  const [finding] = await omissions({ paragraphs: [ru[0]!, words] }, { paragraphs: en.slice(0, 1) }, [
    [[0], [0]],
    [[1], []],
  ]);
  expect(finding!.severity).toEqual({ wire: 'error' });
});

describe('runs of gaps', () => {
  const body = { start: 0, end: 1, kind: 'body' as const, block: 0 };

  test('follow the text, not the order of the beads', () => {
    const beads = [beadOf([2], []), beadOf([0], [0]), beadOf([], [1]), beadOf([1], [])];
    expect(gapRuns(beads, [body, body, body], 'source')).toEqual([{ sentences: [1, 2], beads: [3, 0] }]);
    expect(gapRuns(beads, [body, body], 'rendering')).toEqual([{ sentences: [1], beads: [2] }]);
  });

  test('end at a headline', () => {
    const beads = [beadOf([0], []), beadOf([1], []), beadOf([2], [])];
    const headline = { ...body, kind: 'headline' as const };
    expect(gapRuns(beads, [body, headline, body], 'source').map(({ sentences }) => sentences)).toEqual([[0], [1], [2]]);
  });
});

test('facts are numbers and quotations that the spans touch', async () => {
  const { source } = await gapContext({ paragraphs: [ru[0]!, 'Их было 4500.'] }, { paragraphs: en }, []);
  const [plain, counted] = source.sentences;
  expect(holdsFacts(source, [plain!])).toBe(false);
  expect(holdsFacts(source, [plain!, counted!])).toBe(true);
});

describe('several renderings', () => {
  const carries = (sentences: number[], confidence = 0.9) =>
    ru.map((_, s) => beadOf([s], sentences.includes(s) ? [s] : [], { confidence }));
  type Kind = 'translation' | 'comparable';

  async function withOthers(others: { sentences: number[]; kind?: Kind; confidence?: number }[]) {
    const first = await gapContext({ paragraphs: ru }, { paragraphs: [en[0]!, en[2]!, en[3]!] }, [
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[3], [2]],
    ]);
    const contexts = others.map(({ sentences, kind = 'translation', confidence }) => ({
      ...first,
      beads: carries(sentences, confidence),
      relation: { kind, confidence: 1, reason: '' },
    }));
    const [finding] = draftsOf(omissionRule, withSiblings([first, ...contexts])[0]!);
    return { end: finding!.message.split('”').at(-1), confidence: finding!.confidence, severity: finding!.severity };
  }
  const plain = { end: ' is missing.', confidence: 0.95, severity: undefined };

  test('that carry the sentence make it surer', async () => {
    const { end, confidence } = await withOthers([{ sentences: [0, 1, 2, 3] }]);
    expect(end).toBe(' is missing; the other rendering carries it.');
    expect(confidence).toBeCloseTo(0.974, 3);
    expect((await withOthers([{ sentences: [1] }, { sentences: [1] }])).end).toBe(
      ' is missing; the other 2 renderings carry it.',
    );
  });

  test('none of which carries it make it milder', async () => {
    const { end, confidence, severity } = await withOthers([{ sentences: [0] }, { sentences: [2] }]);
    expect(end).toBe(' is missing; none of the other 2 renderings carries it either.');
    expect(confidence).toBeCloseTo(0.905, 3);
    expect(severity).toEqual({ literal: 'warning', wire: 'info' });
  });

  test('that differ, are in doubt or tell the source anew say nothing', async () => {
    expect(await withOthers([{ sentences: [1] }, { sentences: [0] }])).toEqual(plain);
    expect(await withOthers([{ sentences: [1], confidence: 0.4 }])).toEqual(plain);
    expect(await withOthers([{ sentences: [1], kind: 'comparable' }])).toEqual(plain);
  });
});

describe('a sentence that ran into one that is carried', () => {
  const front = sentence('ru', [0, 1, 2, 3, 4, 5]).replace('.', '');
  const behind = sentence('ru', [6, 7, 8, 9, 10, 11]);

  /** What is told of both as one sentence, whose second half may be a sentence with such log odds. */
  async function told(logOdds: number, rendering: string) {
    const context = await gapContext({ paragraphs: [`${front}, ${behind}`] }, { paragraphs: [rendering] }, [
      [[0], [0]],
    ]);
    const place = { end: front.length, start: front.length + 2, logOdds };
    const parted = { ...context, source: { ...context.source, runOns: [[place]] } };
    const words = ({ source }: { source: { start: number; end: number }[] }) =>
      source.map(({ start, end }) => parted.source.text.slice(start, end));
    return {
      sentences: draftsOf(omissionRule, parted).flatMap(words),
      phrases: draftsOf(partialOmissionRule, parted).flatMap(words),
    };
  }

  test('is told whole, and not as a phrase', async () => {
    expect(await told(0, sentence('en', [0, 1, 2, 3, 4, 5]))).toEqual({ sentences: [behind], phrases: [] });
    expect(await told(-1, sentence('en', [6, 7, 8, 9, 10, 11]))).toEqual({ sentences: [front], phrases: [] });
  });

  test('is a phrase where hardly a sentence begins there', async () => {
    expect(await told(-1.1, sentence('en', [0, 1, 2, 3, 4, 5]))).toEqual({
      sentences: [],
      phrases: [behind.replace('.', '')],
    });
  });

  test('is told whole though a word at its edge has a counterpart', async () => {
    const { sentences } = await told(0, sentence('en', [0, 1, 2, 3, 4, 5, 6]));
    expect(sentences).toEqual([behind]);
  });

  test('is info where a sentence near by says it again', async () => {
    const again = `${behind.slice(0, -1)} ${sentence('ru', [12])}`;
    const context = await gapContext(
      { paragraphs: [`${front}, ${behind}`, again] },
      { paragraphs: [sentence('en', [0, 1, 2, 3, 4, 5]), sentence('en', [6, 7, 8, 9, 10, 11, 12])] },
      [
        [[0], [0]],
        [[1], [1]],
      ],
    );
    const place = { end: front.length, start: front.length + 2, logOdds: 0 };
    const parted = { ...context, source: { ...context.source, runOns: [[place], []] } };
    const [draft, ...others] = draftsOf(omissionRule, parted);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ severity: 'info', source: [{ start: place.start }] });
    expect(draft!.message).toContain('is missing; what it repeats in other words is carried.');
  });

  test('is none where half of it is carried', async () => {
    const { sentences } = await told(0, sentence('en', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(sentences).toEqual([]);
  });
});

test.each([
  ['Open the “Settings” section.', [['omission', 'вы уже пробовали перезагрузить ваш телефон?']]],
  ['Open the “Settings” section?', [['partial-omission', 'пробовали перезагрузить ваш телефон']]],
])('a question behind another sentence of its line is missing as one if nothing asks: %s', async (line, expected) => {
  const before = [
    'Город закрыл старый мост на ремонт до осени.',
    'The city closed the old bridge for repairs until autumn.',
  ];
  const behind = ['Инженеры нашли трещины в двух опорах.', 'Engineers found cracks in two supports.'];
  const asked = 'Откройте раздел «Настройки» — вы уже пробовали перезагрузить ваш телефон?';
  const source = [before[0], asked, behind[0]].join('\n');
  const { renderings } = await alignTranslations(source, [before[1], line, behind[1]].join('\n'));
  const told = renderings[0]!.findings.map(({ rule, source: [span] }) => [rule, source.slice(span!.start, span!.end)]);
  expect(told).toEqual(expected);
});

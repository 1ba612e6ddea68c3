import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { AlignOptions } from '../../src/options.ts';

const RU = `Мост через реку закрыли на ремонт 14 марта. Движение направили в объезд через посёлок Каменка.

Инженеры нашли трещины в двух опорах ещё прошлой осенью. Тогда грузовикам запретили въезжать на мост.

Жители соседней деревни жалуются на шум. Открыть движение планируют в конце ноября.
`;
const EN = `The bridge over the river was closed for repairs on March 24. Traffic was sent on a detour through the village of Kamenka.

Engineers found cracks in two piers last autumn.

Residents of the neighbouring village complain about the noise. Traffic is planned to reopen at the end of November. Photographs were provided by the Northern News Agency. Any copying needs a written permission.
`;

const run = (options: AlignOptions = {}, source = RU, renderings: { id?: string; text: string }[] = [{ text: EN }]) =>
  alignTranslations({ text: source, language: 'ru' }, renderings, options as never);
const findingsOf = (result: Awaited<ReturnType<typeof run>>) => result.renderings.flatMap((r) => r.findings);
const rulesOf = (result: Awaited<ReturnType<typeof run>>) =>
  findingsOf(result)
    .map(({ rule }) => rule)
    .sort();

test('without lists nothing is put aside', async () => {
  const result = await run();
  expect(rulesOf(result)).toEqual(['addition', 'date', 'omission']);
  expect(result).not.toHaveProperty('suppressed');
});

describe('a fingerprint', () => {
  test('stays as it is where paragraphs are put before, white space changes, and files get other names', async () => {
    const before = findingsOf(await run()).map(({ fingerprint }) => fingerprint);
    const source = `Погода в области испортилась ещё вчера.\n\n${RU.replace('закрыли на', 'закрыли  на')}`;
    const text = `The weather in the region had turned bad the day before.\n\n${EN.replace('last autumn', 'last\nautumn')}`;
    const after = await run({}, source, [{ id: 'final.txt', text }]);
    expect(findingsOf(after).map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(before));
  });

  test('changes with the words of its place', async () => {
    const of = async (text: string) => findingsOf(await run({}, RU, [{ text }])).find(({ rule }) => rule === 'date')!;
    const changed = await of(EN.replace('March 24', 'March 25'));
    expect(changed.fingerprint).not.toBe((await of(EN)).fingerprint);
  });
});

describe('a baseline', () => {
  test('puts aside what it knows, with its reason, and counts nothing of it', async () => {
    const date = findingsOf(await run()).find(({ rule }) => rule === 'date')!;
    const result = await run({ baseline: [{ fingerprint: date.fingerprint, reason: 'moved by the editor' }] });
    expect(rulesOf(result)).toEqual(['addition', 'omission']);
    expect(result.summary).toEqual({ errors: 1, warnings: 1, infos: 0 });
    expect(result.suppressed).toEqual([
      {
        rule: 'date',
        category: date.category,
        severity: 'error',
        confidence: date.confidence,
        message: date.message,
        source: date.source,
        places: date.rendering.map((span) => ({ rendering: 'rendering-1', ...span })),
        fingerprint: date.fingerprint,
        by: 'baseline',
        reason: 'moved by the editor',
        rendering: 'rendering-1',
      },
    ]);
  });

  test('of one rendering leaves the same defect of another alone, unless the run knows no such rendering', async () => {
    const two = [
      { id: 'a', text: EN },
      { id: 'b', text: EN },
    ];
    const { fingerprint } = findingsOf(await run()).find(({ rule }) => rule === 'date')!;
    const count = async (rendering: string) =>
      (await run({ baseline: [{ fingerprint, rendering }] }, RU, two)).suppressed!.map((f) => f.rendering);
    expect(await count('a')).toEqual(['a']);
    expect(await count('an older name')).toEqual(['a', 'b']);
  });

  test('knows findings between renderings', async () => {
    const three = [
      { id: 'a', text: EN.replace('March 24', 'Monday, March 14') },
      { id: 'b', text: EN },
    ];
    const { findings } = await run(
      {},
      `${RU}\n\nРосатом запустил реактор\n\nВ Париже прошёл показ мод\n\nКурс доллара вырос`,
      three,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['unrelated-trailing']);
    const baseline = [{ fingerprint: findings[0]!.fingerprint }];
    const known = await run(
      { baseline },
      `${RU}\n\nРосатом запустил реактор\n\nВ Париже прошёл показ мод\n\nКурс доллара вырос`,
      three,
    );
    expect(known.findings).toEqual([]);
    expect(known.suppressed).toMatchObject([{ rule: 'unrelated-trailing', rendering: null, by: 'baseline' }]);
    expect(known.suppressed![0]).not.toHaveProperty('reason');
  });
});

describe('ignored text', () => {
  const footer = { rendering: 'Northern  News\nAgency', reason: 'the agency’s footer' };

  test('is ignored where every place of a finding holds it, white space apart', async () => {
    expect(rulesOf(await run({ ignore: [footer] }))).toEqual(['addition', 'date', 'omission']);
    const one = EN.replace(' Any copying needs a written permission.', '');
    const result = await run({ ignore: [footer] }, RU, [{ text: one }]);
    expect(rulesOf(result)).toEqual(['date', 'omission']);
    expect(result.suppressed).toMatchObject([{ rule: 'addition', by: 'ignore', reason: 'the agency’s footer' }]);
  });

  test.each([
    ['words of the source', { source: 'грузовикам' }, ['addition', 'date']],
    ['words of both sides', { source: '14 марта', rendering: 'March' }, ['addition', 'omission']],
    ['words that only one side has', { source: '14 марта', rendering: 'April' }, ['addition', 'date', 'omission']],
    ['another rule', { rule: 'number', source: '14 марта' }, ['addition', 'date', 'omission']],
    ['words in other letters', { source: 'ГРУЗОВИКАМ' }, ['addition', 'date', 'omission']],
  ])('%s', async (_, entry, left) => expect(rulesOf(await run({ ignore: [entry] }))).toEqual(left));
});

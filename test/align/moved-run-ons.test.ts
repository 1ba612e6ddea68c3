import { describe, expect, test } from 'vitest';
import { movedRunOns } from '../../src/align/moved-run-ons.ts';
import { runSimilarity } from '../../src/align/run-similarity.ts';
import { MAX_GROUP } from '../../src/align/group-norms.ts';
import { alignTranslations } from '../../src/align-translations.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embedRuns } from '../../src/embed/windows.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { readDocument } from '../../src/text/document.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** The words that begin a sentence on either side, of such beads. */
async function found(source: string, rendering: string, groups: [number[], number[]][]): Promise<[string[], string[]]> {
  const [a, b] = [
    readDocument({ id: 'a', text: source, language: 'ru' }),
    readDocument({ id: 'b', text: rendering, language: 'en' }),
  ];
  const beads = groups.map(([own, other]) => ({
    source: own,
    rendering: other,
    similarity: 1,
    confidence: 1,
    cost: 0,
  }));
  const similarity = runSimilarity(
    await embedRuns(embedder, source, a.sentences, MAX_GROUP),
    await embedRuns(embedder, rendering, b.sentences, MAX_GROUP),
  );
  const breaks = await movedRunOns(embedder, a, b, beads, similarity);
  const words = (text: string, starts: number[]) => starts.map((start) => text.slice(start).split(' ')[0]!);
  return [words(source, breaks.source), words(rendering, breaks.rendering)];
}

const RU = {
  seals: 'Рыбаки спасли двух тюленей у берега острова',
  taxes: 'Депутаты повысят налоги в январе',
  school: 'В деревне открыли школу на сто учеников',
};
const EN = {
  seals: 'Fishermen rescued two seals off the island coast',
  taxes: 'Lawmakers will raise taxes in January',
  school: 'A school for one hundred pupils was opened in the village',
};

describe('a sentence that runs into one whose counterpart stands elsewhere', () => {
  const groups: [number[], number[]][] = [
    [[0], [0]],
    [[1], [1]],
    [[2], []],
  ];

  test('is told on the side of the rendering', async () => {
    const source = `${RU.seals}.\n${RU.school}.\n${RU.taxes}.`;
    expect(await found(source, `${EN.seals} ${EN.taxes}.\n${EN.school}.`, groups)).toEqual([[], ['Lawmakers']]);
    expect(await found(source, `${EN.taxes} Fishermen${EN.seals.slice(9)}.\n${EN.school}.`, groups)).toEqual([
      [],
      ['Fishermen'],
    ]);
  });

  test('is told on the side of the source', async () => {
    const rendering = `${EN.seals}.\n${EN.school}.\n${EN.taxes}.`;
    const beads = groups.map(([a, b]): [number[], number[]] => [b, a]);
    expect(await found(`${RU.seals} ${RU.taxes}.\n${RU.school}.`, rendering, beads)).toEqual([['Депутаты'], []]);
  });

  test('is not told where the gap has no counterpart, nor where what stays would lose by it', async () => {
    const source = `${RU.seals}.\n${RU.school}.\nСборная проиграла финал.`;
    expect(await found(source, `${EN.seals} ${EN.taxes}.\n${EN.school}.`, groups)).toEqual([[], []]);
    const exhibition = [
      'В музее открылась выставка забытого художника',
      'В городском музее открылась выставка картин Петра Лаврова, о котором долго никто не вспоминал.',
      'An exhibition of paintings by Pyotr Lavrov, whom nobody had remembered for a long time, has opened at the city museum.',
    ];
    expect(
      await found(`${exhibition[0]}\n\n${exhibition[1]}`, exhibition[2]!, [
        [[0], []],
        [[1], [0]],
      ]),
    ).toEqual([[], []]);
  });

  test('without gaps nothing is embedded', async () => {
    const a = readDocument({ id: 'a', text: `${RU.seals}.`, language: 'ru' });
    const b = readDocument({ id: 'b', text: `${EN.seals} ${EN.taxes}.`, language: 'en' });
    const bead = { source: [0], rendering: [0], similarity: 1, confidence: 1, cost: 0 };
    let calls = 0;
    const counting = { ...embedder, embed: () => Promise.reject(new Error(`call ${++calls}`)) };
    const none = { n: 1, m: 1, cosine: () => 1 };
    expect(await movedRunOns(counting, a, b, [bead], none)).toEqual({ source: [], rendering: [] });
    await expect(movedRunOns(counting, a, b, [bead, { ...bead, source: [0], rendering: [] }], none)).rejects.toThrow(
      'call',
    );
  });

  test('is not told for a gap that is only about the same', async () => {
    const source =
      'Рыбаки спасли двух тюленей у берега острова.\nВ деревне открыли школу.\nСпасатели кормят тюленей рыбой в бассейне.';
    const rendering =
      'Fishermen rescued two seals off the coast of Kunashir Island on Monday.\nA school was opened in the village.';
    expect(await found(source, rendering, groups)).toEqual([[], []]);
  });
});

test('a passage that moved away from a line without a mark is told as moved, not as missing', async () => {
  const rest = [
    ['Врач осмотрел больных утром.', 'A doctor examined the patients in the morning.'],
    ['Поезд опоздал на два часа.', 'The train was two hours late.'],
    ['Дети играли в снежки во дворе.', 'Children had a snowball fight in the yard.'],
  ];
  const source = [RU.seals, ...rest.map(([ru]) => ru), `${RU.taxes}.`].join('\n\n');
  const rendering = [`${EN.seals} ${EN.taxes}.`, ...rest.map(([, en]) => en)].join('\n\n');
  const { renderings } = await alignTranslations(source, rendering);
  expect(renderings[0]!.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(renderings[0]!.beads.some(({ moved }) => moved)).toBe(true);
});

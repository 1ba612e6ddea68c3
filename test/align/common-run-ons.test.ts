import { describe, expect, test } from 'vitest';
import { commonRunOns } from '../../src/align/common-run-ons.ts';
import { alignTranslations } from '../../src/align-translations.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { readDocument } from '../../src/text/document.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
const bead = (source: number[], rendering: number[]) => ({ source, rendering, similarity: 1, confidence: 1, cost: 0 });

/** The words that begin a sentence on either side, of a bead that holds all sentences. */
async function found(source: string, rendering: string): Promise<[string[], string[]]> {
  const [a, b] = [
    readDocument({ id: 'a', text: source, language: 'ru' }),
    readDocument({ id: 'b', text: rendering, language: 'en' }),
  ];
  const all = bead([...a.sentences.keys()], [...b.sentences.keys()]);
  const breaks = await commonRunOns(embedder, a, b, [all]);
  const words = (text: string, starts: number[]) => starts.map((start) => text.slice(start).split(' ')[0]!);
  return [words(source, breaks.source), words(rendering, breaks.rendering)];
}

describe('sentences that run into each other on both sides', () => {
  test('are told where the places correspond', async () => {
    const [source, rendering] = await found(
      'Рыбаки спасли двух тюленей у берега острова Животные запутались в старых сетях и не могли плыть.',
      'Fishermen rescued two seals off the island coast Animals had been caught in old nets and could not swim.',
    );
    expect(source).toEqual(['Животные']);
    expect(rendering).toEqual(['Animals']);
  });

  test('are told on one side where the other has a mark', async () => {
    const [source, rendering] = await found(
      'Рыбаки спасли двух тюленей у берега острова Животные запутались в старых сетях и не могли плыть.',
      'Fishermen rescued two seals off the island coast. The animals had been caught in old nets and could not swim.',
    );
    expect(source).toEqual(['Животные']);
    expect(rendering).toEqual([]);
  });

  test('are told where the second says nearly what the first does, if the lengths agree', async () => {
    const ru = 'Новая вакцина учит организм видеть клетки опухоли';
    const en = 'vaccine teaches the body to see tumour cells';
    const source = readDocument({
      id: 'a',
      text: `Врачи довольны. ${ru}. ${ru} и убивать их.`,
      language: 'ru',
    });
    const told = async (end: string) => {
      const text = `Doctors are pleased. New ${en} Vaccine ${en}${end}`;
      const rendering = readDocument({ id: 'b', text, language: 'en' });
      const breaks = await commonRunOns(embedder, source, rendering, [bead([1, 2], [1])]);
      return breaks.rendering.map((start) => text.slice(start).split(' ')[0]);
    };
    expect(await told(' and kill them.')).toEqual(['Vaccine']);
    expect(await told(` and kill them, ${'as it did before, '.repeat(20)} they say.`)).toEqual([]);
  });

  test('are not told where a mark of the other side stands elsewhere, and a name begins hardly a sentence', async () => {
    const source = 'Команда показала, что готова бороться, в чём сомневались в Штатах. Спасибо за сведения.';
    const rendering =
      'The session showed that the team has the stomach for the fight that some, especially Stateside, had been doubting.';
    expect(await found(source, rendering)).toEqual([[], []]);
  });

  test.each([
    ['Мэтью Олбанс', 'Matthew Albence'],
    // A sentence may well begin with it on either side.
    ['Грант Рамирес', 'Grant Ramirez'],
  ])('are not told at names, which have their capitals on both sides: %s', async (ru, en) => {
    const breaks = await found(
      `Рыбаки спасли двух тюленей у берега острова, сказал ${ru}, который продаёт школам книги о птицах и цветах.`,
      `Fishermen rescued two seals off the island coast, said ${en}, who sells books about birds and flowers to schools.`,
    );
    expect(breaks).toEqual([[], []]);
  });

  test('are told where the half of one side was left over as a gap', async () => {
    const source = readDocument({
      id: 'a',
      text: 'Рыбаки спасли двух тюленей у берега острова. Животные запутались в старых сетях и не могли плыть.',
      language: 'ru',
    });
    const text =
      'Fishermen rescued two seals off the island coast Animals had been caught in old nets and could not swim.';
    const rendering = readDocument({ id: 'b', text, language: 'en' });
    const animals = { source: [], rendering: [text.indexOf('Animals')] };
    expect(await commonRunOns(embedder, source, rendering, [bead([0], [0]), bead([1], [])])).toEqual(animals);
    expect(await commonRunOns(embedder, source, rendering, [bead([0], []), bead([1], [0])])).toEqual(animals);
    // The one behind the gap is no neighbour.
    const alone = await commonRunOns(embedder, source, rendering, [bead([0], [0])]);
    expect(alone).toEqual({ source: [], rendering: [] });
  });

  test('are not looked for in gaps', async () => {
    const source = readDocument({ id: 'a', text: 'Рыбаки спасли двух тюленей', language: 'ru' });
    const rendering = readDocument({ id: 'b', text: 'Two seals', language: 'en' });
    expect(await commonRunOns(embedder, source, rendering, [bead([0], []), bead([], [0])])).toEqual({
      source: [],
      rendering: [],
    });
  });
});

test('a result has both sentences in a bead each', async () => {
  const source =
    'Это случилось в субботу. Рыбаки спасли двух тюленей у берега острова Животные запутались в старых сетях.';
  const rendering =
    'It happened on Saturday. Fishermen rescued two seals off the island coast Animals had been caught in old nets.';
  const result = await alignTranslations(source, rendering);
  expect(result.renderings[0]!.beads.map((one) => [one.source, one.rendering])).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
  ]);
});

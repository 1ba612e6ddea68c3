import { describe, expect, test } from 'vitest';
import { loneRunOns } from '../../src/align/lone-run-ons.ts';
import { alignTranslations } from '../../src/align-translations.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { readDocument } from '../../src/text/document.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** The words that begin a sentence on either side, of one bead that holds all sentences. */
async function found(source: string, rendering: string): Promise<[string[], string[]]> {
  const [a, b] = [
    readDocument({ id: 'a', text: source, language: 'ru' }),
    readDocument({ id: 'b', text: rendering, language: 'en' }),
  ];
  const all = {
    source: [...a.sentences.keys()],
    rendering: [...b.sentences.keys()],
    similarity: 1,
    confidence: 1,
    cost: 0,
  };
  const breaks = await loneRunOns(embedder, a, b, [all]);
  const words = (text: string, starts: number[]) => starts.map((start) => text.slice(start).split(' ')[0]!);
  return [words(source, breaks.source), words(rendering, breaks.rendering)];
}

describe('a sentence that runs into one without counterpart', () => {
  test('is told on the side of the source', async () => {
    expect(
      await found(
        'Погода хорошая. Рыбаки спасли двух тюленей у берега острова Депутаты повысят налоги в январе',
        'The weather is fine. Fishermen rescued two seals off the island coast',
      ),
    ).toEqual([['Депутаты'], []]);
  });

  test('is told on the side of the rendering, before and behind the one that has its counterpart', async () => {
    expect(
      await found(
        'Рыбаки спасли двух тюленей у берега острова',
        'Fishermen rescued two seals off the island coast New tax law takes effect in January',
      ),
    ).toEqual([[], ['New']]);
    expect(
      await found(
        'Новый закон о налогах вступит в силу в январе',
        'Fishermen rescued two seals off the island coast New tax law takes effect in January',
      ),
    ).toEqual([[], ['New']]);
  });

  test('is not told where the other side has both, nor at names', async () => {
    expect(
      await found(
        'Рыбаки спасли двух тюленей у берега острова. Депутаты повысят налоги в январе.',
        'Fishermen rescued two seals off the island coast New tax law takes effect in January',
      ),
    ).toEqual([[], []]);
    expect(
      await found(
        'Ранее в этом году посол Мэтью Олбанс говорил об этом с министром в Лондоне.',
        'Earlier this year the ambassador spoke about it.',
      ),
    ).toEqual([[], []]);
  });

  test('is told once a side: the likeliest place', async () => {
    const [, rendering] = await found(
      'Погода хорошая. Рыбаки спасли двух тюленей у берега острова',
      'The weather is fine. Fishermen rescued two seals off the island coast New tax law takes effect in January New court may still stop it',
    );
    expect(rendering).toEqual(['New']);
  });
});

test('a line that was left out beside one that was not is an omission', async () => {
  const source =
    'Это случилось в субботу.\nРыбаки спасли двух тюленей у берега острова Депутаты повысят налоги в январе.';
  const rendering = 'This happened on Saturday.\nFishermen rescued two seals off the island coast.';
  const { renderings } = await alignTranslations(source, rendering, { profile: 'literal' });
  const omission = renderings[0]!.findings.find(({ rule }) => rule === 'omission');
  expect(omission?.source.map(({ start, end }) => source.slice(start, end))).toEqual([
    'Депутаты повысят налоги в январе.',
  ]);
});

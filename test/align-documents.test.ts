import { expect, test } from 'vitest';
import { alignDocuments } from '../src/align-documents.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import type { Embedder } from '../src/embed/embedder.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { readDocument } from '../src/text/document.ts';

const model = await loadStaticEmbedder({ model: embeddedModelUrl });

const source = readDocument({
  id: 'source',
  text: 'Рыбаки спасли двух тюленей у берега острова. Мэр открыл новый мост через реку.',
  language: 'ru',
});
const [runOn, plain] = [
  'Fishermen rescued two seals off the island coast New tax law takes effect in January. The mayor opened a new bridge over the river.',
  'Fishermen rescued two seals off the coast of the island. The mayor opened the new bridge across the river.',
].map((text, x) => readDocument({ id: String(x), text, language: 'en' })) as [typeof source, typeof source];

test('where a rendering is parted nothing is embedded twice, and what has not changed is aligned as before', async () => {
  const asked: string[] = [];
  const embedder: Embedder = {
    ...{ id: model.id, revision: model.revision, dimensions: model.dimensions, languages: model.languages },
    embed: (texts, options) => model.embed(texts, options),
    sums: (texts, options) => {
      asked.push(...texts);
      return model.sums(texts, options);
    },
  };
  const once = await alignDocuments(embedder, [source, plain], { onProgress: () => {} });
  asked.length = 0;
  const {
    source: side,
    renderings,
    alignments,
  } = await alignDocuments(embedder, [source, runOn, plain], {
    onProgress: () => {},
  });
  expect(side.document).toBe(source);
  expect(renderings.map(({ document }) => document.sentences.length)).toEqual([3, 2]);
  expect(alignments[0]!.map((bead) => [bead.source, bead.rendering])).toEqual([
    [[0], [0]],
    [[], [1]],
    [[1], [2]],
  ]);
  expect(alignments[1]).toEqual(once.alignments[0]);
  expect(asked.filter((text, x) => asked.indexOf(text) !== x)).toEqual([]);
});

test('progress is told once, parted or not', async () => {
  const told: string[] = [];
  await alignDocuments(model, [source, runOn], { onProgress: ({ stage, done }) => told.push(`${stage} ${done}`) });
  expect(told).toEqual(['embed 1', 'embed 2', 'align 1']);
});

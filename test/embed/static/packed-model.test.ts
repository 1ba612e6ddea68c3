import { statSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { dotRows } from '../../../src/core/matrix.ts';
import { embeddedModelUrl } from '../../../src/embedded-model.ts';
import { loadStaticEmbedder } from '../../../src/embed/static/static-embedder.ts';
import type { StaticEmbedder } from '../../../src/embed/static/static-embedder.ts';

const pairs = [
  ['Президент подписал указ о новых налогах.', 'The president has signed a decree on new taxes.'],
  ['Премьер-министр ушёл в отставку после протестов.', 'The prime minister resigned after the protests.'],
  [
    'Полиция задержала троих подозреваемых в ограблении банка.',
    'Police arrested three people suspected of robbing a bank.',
  ],
  ['Цены на нефть упали на четыре процента.', 'Oil prices fell by four per cent.'],
  ['В результате землетрясения погибли двадцать человек.', 'Twenty people were killed in the earthquake.'],
  ['Сборная России проиграла в финале чемпионата мира.', 'Russia lost in the final of the World Cup.'],
  ['Учёные нашли лекарство от редкой болезни.', 'Scientists have found a cure for a rare disease.'],
  ['Аэропорт закрыт из-за сильного снегопада.', 'The airport is closed because of heavy snow.'],
  ['Суд приговорил журналиста к пяти годам тюрьмы.', 'The court sentenced the journalist to five years in prison.'],
  ['Банк повысил процентную ставку.', 'The bank raised its interest rate.'],
] as const;

let embedder: StaticEmbedder;
beforeAll(async () => {
  embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
});

test('is what the package promises: id, languages, revision, size', () => {
  expect(embedder).toMatchObject({ id: 'ru-en-static', languages: ['ru', 'en'] });
  expect(embedder.revision).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(statSync(embeddedModelUrl).size).toBeLessThanOrEqual(19_000_000);
});

test('a sentence is nearest to its translation, both ways', async () => {
  const ru = await embedder.embed(pairs.map(([text]) => text));
  const en = await embedder.embed(pairs.map(([, text]) => text));
  for (let i = 0; i < pairs.length; i++) {
    expect(dotRows(ru, i, ru, i)).toBeCloseTo(1, 5);
    for (let j = 0; j < pairs.length; j++) {
      if (i === j) continue;
      expect(dotRows(ru, i, en, i), pairs[i]![0]).toBeGreaterThan(dotRows(ru, i, en, j));
      expect(dotRows(ru, i, en, i), pairs[i]![1]).toBeGreaterThan(dotRows(ru, j, en, i));
    }
  }
});

test('a second load gives the same vectors to the last bit', async () => {
  const again = await loadStaticEmbedder({ model: embeddedModelUrl });
  const texts = pairs.flat();
  expect((await again.embed(texts.toReversed())).data.slice(-again.dimensions)).toEqual(
    (await embedder.embed(texts)).data.slice(0, embedder.dimensions),
  );
});

test.each([
  ['de', 'Der Außenminister erklärte am Montag, dass die Verhandlungen über das Abkommen fortgesetzt werden.'],
  [
    'fr',
    'Le ministre des affaires étrangères a déclaré lundi que les négociations sur cet accord seraient poursuivies.',
  ],
  ['es', 'El ministro de Asuntos Exteriores declaró el lunes que las negociaciones sobre el acuerdo continuarán.'],
  ['pl', 'Minister spraw zagranicznych oświadczył w poniedziałek, że rozmowy na temat porozumienia będą kontynuowane.'],
  [
    'uk',
    'Міністр закордонних справ заявив у понеділок, що переговори щодо цієї угоди будуть продовжені найближчим часом.',
  ],
  [
    'kk',
    'Сыртқы істер министрі дүйсенбі күні бұл келісім бойынша келіссөздер жалғасатынын және оның маңызды екенін мәлімдеді.',
  ],
])('a sentence in another language (%s) is an error, not a vector of noise', async (language, text) => {
  await expect(embedder.embed([pairs[0][0], text])).rejects.toMatchObject({
    code: 'unsupported-language',
    message: expect.stringContaining(`Text 1, "${text.slice(0, 20)}`) as string,
  });
  await expect(embedder.embed([text])).rejects.toThrow(`"${language}"`);
  // Sums of parts of a text, where a quotation may be foreign, are not judged.
  await expect(embedder.sums([text])).resolves.toMatchObject({ rows: 1 });
});

test.each([
  'Ангела Меркель, Франк-Вальтер Штайнмайер, Аннегрет Крамп-Карренбауэр',
  'Kassym-Jomart Tokayev, Nursultan Nazarbayev, Askar Mamin, Karim Massimov',
  'МЧС РФ, МВД РФ, ФСБ РФ, ОДКБ, ЕАЭС, ШОС, СНГ, ООН, ВОЗ, НАТО, ОБСЕ',
  'He told the Frankfurter Allgemeine Zeitung and Le Monde that he was ready.',
  'Auf Wiedersehen',
  'https://example.org/de/nachrichten/der-minister-und-die-verhandlungen',
])('names, abbreviations, addresses and short texts are embedded: %s', async (text) => {
  await expect(embedder.embed([text])).resolves.toMatchObject({ rows: 1 });
});

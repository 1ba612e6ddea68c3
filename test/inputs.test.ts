import { describe, expect, test } from 'vitest';
import { AlignError } from '../src/core/errors.ts';
import { readInputs, type TextInput } from '../src/inputs.ts';
import { toyEmbedder } from './align/toy-texts.ts';

const RU = 'Министр иностранных дел заявил, что страна готова к переговорам.';
const EN = 'The foreign minister said that the country was ready for talks.';
const DE = 'Der Außenminister sagte, dass das Land bereit für die Verhandlungen ist.';
const FR = 'Le ministre des Affaires étrangères a déclaré que le pays était prêt pour les négociations.';
const bilingual = toyEmbedder({ languages: ['ru', 'en'] });

const read = (source: unknown, renderings: unknown, embedder = bilingual, maxCharacters = 1000) =>
  readInputs(source as TextInput, renderings as TextInput, embedder, maxCharacters);

function errorOf(...args: Parameters<typeof read>): AlignError {
  try {
    read(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(AlignError);
    return error as AlignError;
  }
  throw new Error('No error.');
}

describe('texts', () => {
  test('are strings or objects, one rendering or several', () => {
    expect(read(RU, EN)).toEqual({
      source: { id: 'source', text: RU, language: 'ru' },
      renderings: [{ id: 'rendering-1', text: EN, language: 'en' }],
    });
    expect(read({ text: RU, id: 'a' }, [EN, { text: EN, id: 'b' }]).renderings.map(({ id }) => id)).toEqual([
      'rendering-1',
      'b',
    ]);
  });

  test('may go from English to Russian', () => {
    const { source, renderings } = read(EN, RU);
    expect([source.language, renderings[0]!.language]).toEqual(['en', 'ru']);
  });

  test('pass as they are', () => {
    const text = `\ufeff  ${EN}\r\n\u00a0`;
    expect(read(RU, text).renderings[0]!.text).toBe(text);
  });

  test('have the language that is given', () => {
    expect(read({ text: '2022!', language: 'ru' }, { text: '2022?', language: 'en' })).toMatchObject({
      source: { language: 'ru' },
      renderings: [{ language: 'en' }],
    });
    expect(read(RU, { text: DE, language: 'en' }).renderings[0]!.language).toBe('en');
    expect(read(RU, { text: FR, language: 'fr' }, toyEmbedder()).renderings[0]!.language).toBe('fr');
  });

  test('may be in any language where the embedder is bound to none', () => {
    const { renderings } = read(RU, [DE, FR, EN], toyEmbedder());
    expect(renderings.map(({ language }) => language)).toEqual(['de', 'fr', 'en']);
  });

  test('may be as long as the bound', () => {
    expect(read(RU, EN, bilingual, RU.length).source.text).toBe(RU);
  });
});

describe('wrong input', () => {
  test.each([
    ['no rendering', RU, undefined, 'There is no rendering.'],
    ['null for the renderings', RU, null, 'There is no rendering.'],
    ['an empty list', RU, [], 'There is no rendering.'],
    ['no source', undefined, EN, 'The source is undefined, expected a string or { text, id?, language? }.'],
    ['a number', 7, EN, 'The source is 7, expected a string or { text, id?, language? }.'],
    ['a promise', RU, Promise.resolve(EN), 'The rendering is an object, expected a string or'],
    ['bytes', RU, new Uint8Array(2), 'The rendering is an object, expected a string or'],
    ['a nested list', RU, [[EN], EN], 'Rendering 1 is an array of 1, expected a string or'],
    ['a hole in the list', RU, [EN, null], 'Rendering 2 is null, expected a string or'],
    ['a text that is no string', { text: 7 }, EN, 'The source is an object, expected a string or'],
    ['an empty id', { text: RU, id: '' }, EN, 'The source has the id "".'],
    ['an id that is no string', RU, { text: EN, id: 1 }, 'The rendering has the id 1.'],
    ['a name of a language', RU, { text: EN, language: 'English' }, 'The rendering has the language "English".'],
    ['a code in capitals', RU, { text: EN, language: 'EN' }, 'The rendering has the language "EN".'],
    ['a language that is no string', { text: RU, language: null }, EN, 'The source has the language null.'],
    [
      'one id twice',
      RU,
      [
        { text: EN, id: 'a' },
        { text: EN, id: 'a' },
      ],
      'Two renderings have the id "a".',
    ],
    ['an id that another has by default', RU, [EN, { text: EN, id: 'rendering-1' }], 'Two renderings have the id'],
  ])('%s', (_, source, renderings, message) => {
    const error = errorOf(source, renderings);
    expect(error.code).toBe('invalid-argument');
    expect(error.message.startsWith(message), error.message).toBe(true);
    expect(error.hint).not.toBe('');
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \u00a0\r\n\t\ufeff'],
    ['punctuation', '*** … — «»!'],
    ['emoji', '🎉🎉🎉'],
  ])('a text of %s', (_, text) => {
    expect(errorOf(text, EN)).toMatchObject({
      code: 'empty-text',
      message: 'The source is empty: it has no letter or digit.',
    });
    expect(errorOf(RU, text).message).toMatch(/^The rendering is empty/);
    expect(errorOf(RU, [EN, text]).message).toMatch(/^Rendering 2 is empty/);
    expect(errorOf({ text, language: 'ru' }, EN).code).toBe('empty-text');
  });

  test('a text beyond the bound', () => {
    const error = errorOf(RU, EN, bilingual, EN.length - 1);
    expect(error).toMatchObject({ code: 'text-too-long', hint: expect.stringContaining('maxCharacters') });
    expect(error.message).toContain(`${RU.length} characters, more than the bound of ${EN.length - 1}`);
  });

  test.each([
    ['figures', '2022-01-10 12:30'],
    ['a word or two', 'OK.'],
  ])('a text of %s, which tells no language', (_, text) => {
    expect(errorOf(RU, text)).toMatchObject({
      code: 'unknown-language',
      message: 'The language of the rendering cannot be told from its text.',
      hint: expect.stringContaining('language: "en"'),
    });
  });

  test.each([
    ['German', DE],
    ['French', FR],
    ['Ukrainian', 'Міністр закордонних справ заявив, що країна готова до переговорів і що їх буде розпочато.'],
  ])('a text in %s where the embedder knows Russian and English', (name, text) => {
    const error = errorOf(RU, text);
    expect(error.code).toBe('unsupported-language');
    expect(error.message).toBe(`The rendering seems to be in ${name}, which the embedder toy does not know.`);
    expect(error.hint).toMatch(/^It knows Russian and English\. If the language was told wrong/);
    expect(errorOf(text, EN).message).toMatch(/^The source seems to be/);
  });

  test('a language that was given and that the embedder does not know', () => {
    const error = errorOf(RU, { text: EN, language: 'de' });
    expect(error.code).toBe('unsupported-language');
    expect(error.message).toBe('The rendering is said to be in German, which the embedder toy does not know.');
    expect(error.hint).toBe('It knows Russian and English. Pass an embedder that knows German.');
  });

  test.each([
    ['Russian', RU, RU],
    ['English', EN, EN],
    ['Russian', RU, { text: EN, language: 'ru' }],
  ])('source and rendering both in %s', (name, source, rendering) => {
    const error = errorOf(source, rendering);
    expect(error.code).toBe('same-language');
    expect(error.message).toBe(`The source and rendering "rendering-1" are both in ${name}.`);
    expect(error.hint).toContain('swapped');
  });

  test('one of several renderings in the language of the source', () => {
    expect(errorOf(RU, [EN, { text: RU, id: 'b.txt' }]).message).toContain('"b.txt"');
  });
});

import { AlignError } from './core/errors.ts';
import type { Language } from './core/result.ts';
import type { Embedder } from './embed/embedder.ts';
import { suggestion } from './core/suggest.ts';
import { describe } from './options.ts';
import { identifyLanguage } from './text/language.ts';

/** A text as a caller may pass it. */
export type TextInput =
  | string
  | {
      /** The text itself, untouched. */
      text: string;
      /** Names it in the result and in messages; by itself `source`, `rendering-1` and so on. */
      id?: string | undefined;
      /** What it is in; told from the text where left out. */
      language?: Language | undefined;
    };

/** A text with its id and its language. */
export interface Side {
  id: string;
  text: string;
  language: Language;
}

const KEYS = ['text', 'id', 'language'];

const NAMES: Readonly<Record<string, string>> = {
  ru: 'Russian', en: 'English', de: 'German', fr: 'French', es: 'Spanish', it: 'Italian', pt: 'Portuguese', nl: 'Dutch',
  pl: 'Polish', uk: 'Ukrainian', be: 'Belarusian', bg: 'Bulgarian', sr: 'Serbian', kk: 'Kazakh',
}; // prettier-ignore

/**
 * Checks the texts of a call and tells their languages.
 *
 * @throws AlignError `invalid-argument`, `unknown-option`, `empty-text`, `text-too-long`, `unknown-language`, `unsupported-language`,
 * `same-language`.
 */
export function readInputs(
  source: TextInput,
  renderings: TextInput | readonly TextInput[],
  embedder: Embedder,
  maxCharacters: number,
): { source: Side; renderings: Side[] } {
  const list: readonly TextInput[] = Array.isArray(renderings) ? renderings : [renderings as TextInput];
  if (renderings === undefined || renderings === null || list.length === 0)
    throw new AlignError('invalid-argument', 'There is no rendering.', 'Pass one rendering or an array of them.');
  const read = (input: TextInput, what: string, fallback: string) =>
    readSide(input, what, fallback, embedder, maxCharacters);
  const sides = {
    source: read(source, 'The source', 'source'),
    renderings: list.map((input, index) =>
      read(input, list.length === 1 ? 'The rendering' : `Rendering ${index + 1}`, `rendering-${index + 1}`),
    ),
  };
  const ids = new Set<string>();
  for (const rendering of sides.renderings) {
    if (ids.has(rendering.id))
      throw new AlignError(
        'invalid-argument',
        `Two renderings have the id ${describe(rendering.id)}.`,
        'Give each rendering an id of its own.',
      );
    ids.add(rendering.id);
    if (rendering.language === sides.source.language)
      throw new AlignError(
        'same-language',
        `The source and rendering ${describe(rendering.id)} are both in ${nameOf(rendering.language)}.`,
        'Check that source and rendering are not the same text and not swapped with another file; if a language was told wrong, say which it is: { text, language }, on the command line --language or --source-language.',
      );
  }
  return sides;
}

function readSide(input: TextInput, what: string, fallback: string, embedder: Embedder, maxCharacters: number): Side {
  const given = typeof input === 'string' ? { text: input } : input;
  if (typeof given !== 'object' || given === null || typeof given.text !== 'string')
    throw new AlignError(
      'invalid-argument',
      `${what} is ${describe(input)}, expected a string or { text, id?, language? }.`,
      'Pass the text itself, not a file name or a promise.',
    );
  const stray = Object.keys(given).find((key) => !KEYS.includes(key));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `${what} has no key "${stray}".`, suggestion(stray, KEYS));
  const { text } = given;
  const id = given.id ?? fallback;
  if (typeof id !== 'string' || id === '')
    throw new AlignError(
      'invalid-argument',
      `${what} has the id ${describe(id)}.`,
      'An id is a string that is not empty.',
    );
  if (given.language !== undefined && (typeof given.language !== 'string' || !/^[a-z]{2,3}$/.test(given.language)))
    throw new AlignError(
      'invalid-argument',
      `${what} has the language ${describe(given.language)}.`,
      'A language is an ISO 639-1 code, for example "ru" or "en".',
    );
  if (text.length > maxCharacters)
    throw new AlignError(
      'text-too-long',
      `${what} has ${text.length} characters, more than the bound of ${maxCharacters}.`,
      'Split it into parts, or raise the option maxCharacters.',
    );
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new AlignError(
      'empty-text',
      `${what} is empty: it has no letter or digit.`,
      'Check that the right text was read.',
    );
  return { id, text, language: languageOf(text, given.language, what, embedder) };
}

/** The language that was given, else the one that the text tells. */
function languageOf(text: string, given: Language | undefined, what: string, embedder: Embedder): Language {
  const { languages } = embedder;
  const language = given ?? identifyLanguage(text)?.language;
  if (language === undefined)
    throw new AlignError(
      'unknown-language',
      `The language of ${what.toLowerCase()} cannot be told from its text.`,
      'Say which it is: { text, language: "en" }, on the command line --language or --source-language.',
    );
  if (languages.includes('*') || languages.includes(language)) return language;
  const known = `It knows ${languages.map(nameOf).join(' and ')}.`;
  throw new AlignError(
    'unsupported-language',
    `${what} ${given === undefined ? 'seems to be' : 'is said to be'} in ${nameOf(language)}, which the embedder ${embedder.id} does not know.`,
    given === undefined
      ? `${known} If the language was told wrong, say which it is: { text, language }, on the command line --language or --source-language. For other languages pass a multilingual embedder.`
      : `${known} Pass an embedder that knows ${nameOf(language)}.`,
  );
}

function nameOf(language: Language): string {
  return NAMES[language] ?? language;
}

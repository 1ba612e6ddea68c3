import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { outcomeOf } from './contract.ts';
import fc from '../fast-check.ts';

const seed = (name: string): string => readFileSync(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
const [SOURCE, RENDERING] = [seed('003'), seed('000')];

/** Characters that readers of text stumble over, beside any other. */
const TROUBLE = [
  '\u0000', '\u001b', '\u0085', '\u00a0', '\u00ad', '\u0301', '\u200b', '\u200d', '\u2028', '\u202e', '\u2066', '\ufeff', '\ufffe',
  '\ud83d', '\ude00', '\n', '\r', '\r\n', '\t', '«', '»', '“', '”', '„', '"', "'", '’', '(', ')', '[', ']', '.', '...', '!', '?', '—', '-', ' ',
  '•', '1)', '1,5', '10.01.2022', '№', '%', '$', '/', '<', '&', '{0}', '](', '@', '#1', '=1', '::', '5 тыс.', 'г.', 'Mr.', 'U.S.', 'А.', 'не', 'not',
]; // prettier-ignore

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TROUBLE) },
  { weight: 3, arbitrary: fc.constantFrom(...'мостдаbridgeX') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: unit },
);
const anyText = fc.array(character, { maxLength: 120 }).map((list) => list.join(''));

/** What an editor, a converter or a careless paste does to an article. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(300) }),
  fc.record({ kind: fc.constant('put' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), text: anyText }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(300), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), text: character }),
); // prettier-ignore
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, edits: readonly Edit[]): string {
  for (const step of edits) {
    const at = Math.floor(step.at * text.length);
    if (step.kind === 'cut') text = text.slice(0, at) + text.slice(at + step.length);
    else if (step.kind === 'put') text = text.slice(0, at) + step.text + text.slice(at);
    else if (step.kind === 'swap') text = text.replaceAll(text[at] ?? ' ', step.text);
    else {
      const to = Math.floor(step.to * text.length);
      text = text.slice(0, to) + text.slice(at, at + step.length) + text.slice(to);
    }
  }
  return text;
}

describe('any string', () => {
  it('gives a valid result where its language is told, or says that it is empty', async () => {
    const property = fc.asyncProperty(anyText, anyText, async (source, rendering) => {
      const call = alignTranslations({ text: source, language: 'ru' }, { text: rendering, language: 'en' });
      const isEmpty = [source, rendering].some((text) => !/[\p{L}\p{N}]/u.test(text));
      expect(await outcomeOf(call)).toBe(isEmpty ? 'empty-text' : 'result');
    });
    await fc.assert(property, { numRuns: 250 });
  });

  it('beside an article gives a valid result, or an error that says what is wrong with it', async () => {
    const codes = ['result', 'empty-text', 'unknown-language', 'unsupported-language', 'same-language'];
    const property = fc.asyncProperty(anyText, async (text) => {
      expect(codes).toContain(await outcomeOf(alignTranslations(SOURCE, text)));
      expect(codes).toContain(await outcomeOf(alignTranslations(text, RENDERING)));
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

describe('an article that was damaged', () => {
  it('gives a valid result, on either side and on both', async () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(edits, edits, async (forSource, forRendering) => {
      const source = { text: edited(SOURCE, forSource), language: 'ru' };
      const rendering = { text: edited(RENDERING, forRendering), language: 'en' };
      const whole = { id: 'whole', text: RENDERING, language: 'en' };
      expect(['result', 'empty-text']).toContain(await outcomeOf(alignTranslations(source, [rendering, whole])));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('cut anywhere, also within a character, gives a valid result', async () => {
    for (let at = 1; at < RENDERING.length; at += 97)
      expect(
        await outcomeOf(
          alignTranslations(
            { text: SOURCE.slice(0, 2 * at), language: 'ru' },
            { text: `${RENDERING.slice(at)}\ud83d`, language: 'en' },
          ),
        ),
      ).toBe('result');
  });
});

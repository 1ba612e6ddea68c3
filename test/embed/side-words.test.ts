import { expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { embedWords, partedWords } from '../../src/embed/side-words.ts';
import type { Document } from '../../src/text/document.ts';
import { readDocument } from '../../src/text/document.ts';
import { WordLists } from '../../src/text/word-lists.ts';
import { readWords } from '../../src/text/words.ts';
import { hashingEmbedder } from './hashing-embedder.ts';

const whole = readDocument({ id: 'a', text: 'A seal. *** The tax on the seal is new. A mayor.', language: 'en' });

/** The document with sentences that begin at some places. */
function cutAt(...starts: number[]): Document {
  const sentences = starts.map((start, x) => ({
    ...whole.sentences[0]!,
    start,
    end: starts[x + 1] ?? whole.text.length,
  }));
  const words = new WordLists(sentences.map((sentence) => readWords(whole.text, sentence, 'en')));
  return { ...whole, sentences, words };
}

test.each([
  ['where one is parted', cutAt(0, 8, 27, 40)],
  ['where one without words is a sentence', cutAt(0, 8, 12, 40)],
  ['where they were together', cutAt(0)],
  ['where they are cut elsewhere', cutAt(0, 2, 16, 40)],
])('the words of a document are those of the former, %s', async (_, parted) => {
  const embedder = hashingEmbedder();
  const former = await embedWords(embedder, cutAt(0, 8, 40));
  expect(finish(partedWords(parted, former))).toEqual(await embedWords(embedder, parted));
});

test('but for one that is cut in two', async () => {
  const former = await embedWords(hashingEmbedder(), cutAt(0, 8, 40));
  expect(finish(partedWords(cutAt(0, 8, 30, 40), former))).toBeUndefined();
});

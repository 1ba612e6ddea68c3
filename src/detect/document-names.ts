import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { agreement, capitalNameWords, nameWords, type NameWord } from './name-words.ts';

/** Sentences before and after that count as the same part of a long text, and places of one name that are looked at. */
const AROUND = 50;
const SAME_NAME = 0.9;
const MOST_PLACES = 20;

/** The names of a document, and where they stand. */
export class DocumentNames {
  readonly #document: Document;
  /** Its words that may be names, by sentence. */
  readonly #names: readonly (readonly NameWord[])[];
  readonly #places: ReadonlyMap<string, readonly number[]>;
  #around: { key: string; names: readonly NameWord[] } | null = null;

  private constructor(
    document: Document,
    names: readonly (readonly NameWord[])[],
    places: ReadonlyMap<string, readonly number[]>,
  ) {
    this.#document = document;
    this.#names = names;
    this.#places = places;
  }

  /** Reads a document, in steps. */
  static *read(document: Document): Steps<DocumentNames> {
    const names: NameWord[][] = [];
    const places = new Map<string, number[]>();
    yield* visiting(document.sentences, (_, sentence) => {
      const own = capitalNameWords(document, sentence);
      for (const word of own) {
        const at = places.get(word.key);
        if (at) at.push(word.sentence);
        else places.set(word.key, [word.sentence]);
      }
      names.push(own);
    });
    return new DocumentNames(document, names, places);
  }

  /** All words of some sentences, in order. */
  within(sentences: readonly number[]): NameWord[] {
    return sentences.flatMap((sentence) => nameWords(this.#document, sentence));
  }

  /** True where one of the words of some sentences that may be names is such. */
  hasName(sentences: readonly number[], isSuch: (word: NameWord) => boolean): boolean {
    return sentences.some((sentence) => this.#names[sentence]!.some(isSuch));
  }

  /** How often the document has the name, as it is written. */
  count(word: NameWord): number {
    return this.#places.get(word.key)?.length ?? 0;
  }

  /** True where the document, near some sentences, has the name with a capital that no head of a sentence gives it. */
  isNameWithin(word: NameWord, sentences: readonly number[]): boolean {
    const [first, last] = this.#window(sentences);
    return this.#names
      .slice(first, last)
      .some((row) => row.some((other) => !other.initial && !other.acronym && agreement(word, other) >= SAME_NAME));
  }

  /** The sentences that have the name, as it is written; the first of many. */
  places(word: NameWord): readonly number[] {
    return (this.#places.get(word.key) ?? []).slice(0, MOST_PLACES);
  }

  /** The names of the sentences right before and after a group. */
  beside(sentences: readonly number[]): NameWord[] {
    return [...(this.#names[sentences[0]! - 1] ?? []), ...(this.#names[sentences.at(-1)! + 1] ?? [])];
  }

  /** The different names of a part of the text around a group of sentences: of an article, all. */
  around(sentences: readonly number[]): readonly NameWord[] {
    const [first, last] = this.#window(sentences);
    const key = `${first} ${last}`;
    if (this.#around?.key !== key) {
      const names = new Map<string, NameWord>();
      for (const row of this.#names.slice(first, last))
        for (const word of row) if (!names.has(word.key)) names.set(word.key, word);
      this.#around = { key, names: [...names.values()] };
    }
    return this.#around!.names;
  }

  #window(sentences: readonly number[]): [first: number, last: number] {
    return [Math.max(0, sentences[0]! - AROUND), Math.min(this.#names.length, sentences.at(-1)! + AROUND + 1)];
  }
}

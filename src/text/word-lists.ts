import type { WordForm } from './word-forms.ts';
import type { Word } from './words.ts';

/** Numbers that are kept of each word: where it begins and ends, and 1 for a function word. */
const NUMBERS = 3;

/** Words that there is room for from the start: an article's. */
const USUAL_WORDS = 512;

/**
 * The words of the sentences of a text, in order. They are kept in few long lists and made anew for who asks: a book has a
 * million, and as many objects that live on would halt the reader whenever an engine looks for what it may free.
 */
export class WordLists {
  /** For each sentence the place of its first word; behind the last one how many words there are. */
  readonly #first = [0];
  readonly #forms: WordForm[] = [];
  #numbers = new Int32Array(NUMBERS * USUAL_WORDS);

  constructor(sentences: Iterable<readonly Word[]> = []) {
    for (const words of sentences) this.add(words);
  }

  /** Adds the words of the next sentence. */
  add(words: readonly Word[]): void {
    let at = NUMBERS * this.#forms.length;
    const size = at + NUMBERS * words.length;
    if (size > this.#numbers.length) {
      const more = new Int32Array(2 * size);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    for (const word of words) {
      this.#numbers[at++] = word.start;
      this.#numbers[at++] = word.end;
      this.#numbers[at++] = word.function ? 1 : 0;
      this.#forms.push(word.form);
    }
    this.#first.push(this.#forms.length);
  }

  /** Number of sentences. */
  get length(): number {
    return this.#first.length - 1;
  }

  /** The words of a sentence; none where there is no such sentence. O(words of it). */
  of(sentence: number): Word[] {
    const words: Word[] = [];
    const end = this.#first[sentence + 1] ?? 0;
    for (let place = this.#first[sentence] ?? 0; place < end; place++) words.push(this.#wordAt(place));
    return words;
  }

  /** One word of a sentence. */
  at(sentence: number, word: number): Word {
    return this.#wordAt(this.#first[sentence]! + word);
  }

  /** Number of words of a sentence. */
  count(sentence: number): number {
    return this.#first[sentence + 1]! - this.#first[sentence]!;
  }

  /** Whether another has the same words one after the other, in whatever sentences. */
  haveSame(other: WordLists): boolean {
    const forms = this.#forms;
    return forms.length === other.#forms.length && forms.every(({ text }, x) => text === other.#forms[x]!.text);
  }

  #wordAt(place: number): Word {
    const at = NUMBERS * place;
    return {
      start: this.#numbers[at]!,
      end: this.#numbers[at + 1]!,
      function: this.#numbers[at + 2] === 1,
      form: this.#forms[place]!,
    };
  }
}

import { firstSlot } from '../core/word-hash.ts';
import type { WordForm } from './word-forms.ts';

/** Texts are untrusted: a word whose hash many others have is not kept, rather than looked for among all of them. */
const MOST_PROBES = 16;

/** Forms of words by their characters, as many as there is room for: no string is made to look for one. */
export class FormTable {
  /** The hash and the number + 1 of a form, side by side; 0 where there is none. */
  readonly #slots: Int32Array;
  readonly #forms: WordForm[] = [];

  /** Room for `capacity` forms, a power of two. */
  constructor(private readonly capacity: number) {
    this.#slots = new Int32Array(4 * capacity);
  }

  get isFull(): boolean {
    return this.#forms.length === this.capacity;
  }

  /** The form of the word `text[start, end)`, of that hash. O(its length). */
  find(text: string, start: number, end: number, hash: number): WordForm | undefined {
    const slots = this.#slots;
    const count = 2 * this.capacity;
    for (let probe = 0, slot = firstSlot(hash, count); probe < MOST_PROBES; probe++, slot = (slot + 1) % count) {
      const place = slots[2 * slot + 1]!;
      if (place === 0) return undefined;
      if (slots[2 * slot] !== hash) continue;
      const form = this.#forms[place - 1]!;
      if (isWord(form.text, text, start, end)) return form;
    }
    return undefined;
  }

  /** Keeps a form that was not found. */
  add(form: WordForm, hash: number): void {
    const slots = this.#slots;
    const count = 2 * this.capacity;
    for (let probe = 0, slot = firstSlot(hash, count); probe < MOST_PROBES; probe++, slot = (slot + 1) % count) {
      if (slots[2 * slot + 1] !== 0) continue;
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = this.#forms.push(form);
      return;
    }
  }
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let x = 0; x < word.length; x++) if (word.charCodeAt(x) !== text.charCodeAt(start + x)) return false;
  return true;
}

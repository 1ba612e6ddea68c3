import { copyOf } from '../core/remembered.ts';

/** What follows from the characters of a word alone; one object for all places of a word, while it is kept. */
export interface WordForm {
  /** The word as it stands. */
  readonly text: string;
  /** Lower case, with е for ё. */
  readonly key: string;
  /** Without soft hyphens and apostrophes, which lists of words leave out or write otherwise. */
  readonly isPlain: boolean;
}

/** Forms that are kept: a newspaper's vocabulary of some days. */
const CAPACITY = 16_384;

/** Longer words are no words, and are not kept. */
const LONGEST = 64;

const SPECIAL = /[\u00ad'’]/;

const known = new Map<string, WordForm>();

/**
 * The form of a word. A text is read for many purposes: its words are cut out of it, and written in lower case, once. The
 * strings of forms are looked up faster, too, since an engine keeps their hashes with them.
 */
export function wordForm(word: string): WordForm {
  const found = known.get(word);
  if (found !== undefined) return found;
  const text = copyOf(word);
  const lower = text.toLowerCase();
  const key = lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
  const form = { text, key, isPlain: !SPECIAL.test(key) };
  if (word.length > LONGEST) return form;
  if (known.size >= CAPACITY) known.clear();
  known.set(text, form);
  return form;
}

import { copyOf } from '../core/remembered.ts';

/** What follows from the characters of a word alone; one object for all places of a word, while it is kept. */
export interface WordForm {
  /** The word as it stands. */
  readonly text: string;
  /** Lower case, with е for ё. */
  readonly key: string;
  /** Without soft hyphens and apostrophes, which lists of words leave out or write otherwise. */
  readonly isPlain: boolean;
  /** What `perForm` keeps. */
  readonly answers: unknown[];
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
  const form = { text, key, isPlain: !SPECIAL.test(key), answers: [] };
  if (word.length > LONGEST) return form;
  if (known.size >= CAPACITY) known.clear();
  known.set(text, form);
  return form;
}

let questions = 0;

/**
 * The same function of a form, whose answers are kept with the form. The answer must follow from the form alone, and must not
 * be changed. There are to be few such functions, made once.
 */
export function perForm<Answer>(answer: (form: WordForm) => Answer): (form: WordForm) => Answer {
  const place = questions++;
  return (form) => {
    const { answers } = form;
    while (answers.length <= place) answers.push(undefined);
    return (answers[place] ??= answer(form)) as Answer;
  };
}

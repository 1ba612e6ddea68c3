import { copyOf } from '../core/remembered.ts';
import { hashOf } from '../core/word-hash.ts';
import { FormTable } from './form-table.ts';

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

/** Forms that are kept, and as many that were before them: a newspaper's vocabulary of some days. */
const CAPACITY = 16_384;

/** Longer words are no words, and are not kept. */
const LONGEST = 64;

const SPECIAL = /[\u00ad'’]/;

let known = new FormTable(CAPACITY);
/** What was known when so many were last; words that come again are taken over, so that a text does not hold many forms of one. */
let former = new FormTable(CAPACITY);

/**
 * The form of a word, `text[start, end)`. A text is read for many purposes: its words are cut out of it, and written in lower
 * case, once. The strings of forms are looked up faster, too, since an engine keeps their hashes with them.
 */
export function wordForm(text: string, start = 0, end = text.length): WordForm {
  if (end - start > LONGEST) return formOf(text.slice(start, end));
  const hash = hashOf(text, start, end);
  const found = known.find(text, start, end, hash);
  if (found !== undefined) return found;
  const form = former.find(text, start, end, hash) ?? formOf(text.slice(start, end));
  if (known.isFull) [former, known] = [known, new FormTable(CAPACITY)];
  known.add(form, hash);
  return form;
}

function formOf(word: string): WordForm {
  const text = copyOf(word);
  const lower = text.toLowerCase();
  const key = lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
  return { text, key, isPlain: !SPECIAL.test(key), answers: [] };
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

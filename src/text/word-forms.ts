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

/** Forms that are kept, and as many that were before them: a newspaper's vocabulary of some days. */
const CAPACITY = 16_384;

/** Longer words are no words, and are not kept. */
const LONGEST = 64;

const SPECIAL = /[\u00ad'’]/;

let known = new Map<string, WordForm>();
/** What was known when so many were last; words that come again are taken over, so that a text does not hold many forms of one. */
let former = new Map<string, WordForm>();

/**
 * The form of a word. A text is read for many purposes: its words are cut out of it, and written in lower case, once. The
 * strings of forms are looked up faster, too, since an engine keeps their hashes with them.
 */
export function wordForm(word: string): WordForm {
  const found = known.get(word);
  if (found !== undefined) return found;
  const form = former.get(word) ?? formOf(word);
  if (word.length > LONGEST) return form;
  if (known.size >= CAPACITY) [former, known] = [known, new Map()];
  known.set(form.text, form);
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

/** Answers that are kept of one question: a newspaper's vocabulary of some days. */
const CAPACITY = 16_384;

/** Longer words are no words, and are asked anew. */
const LONGEST = 64;

/**
 * The same function of a word, whose answers are remembered until the store is full, when it starts anew. The answer
 * must follow from the word alone, and must not be changed.
 */
export function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    let found = known.get(word);
    if (found !== undefined) return found;
    found = answer(word);
    if (word.length > LONGEST) return found;
    if (known.size >= CAPACITY) known.clear();
    known.set(copyOf(word), found);
    return found;
  };
}

/** The same word apart from the text that it was cut from, which an engine may let it hold. */
export function copyOf(word: string): string {
  return ` ${word}`.slice(1);
}

import { AlignError } from '../core/errors.ts';

const excerptLength = 60;

/** The beginning of a text, quoted, for a message. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}

export function missingVector(text: string, index: number, reason: string): AlignError {
  return new AlignError(
    'missing-vector',
    `Text ${index}, ${excerpt(text)}, has no vector: ${reason}.`,
    'Leave out texts without words, or use an embedder that knows this text.',
  );
}

/** @throws AlignError `invalid-argument` where `texts` is not an array of strings */
export function requireTexts(texts: readonly string[]): void {
  const wrong = Array.isArray(texts) ? texts.findIndex((text) => typeof text !== 'string') : -2;
  if (wrong === -1) return;
  throw new AlignError(
    'invalid-argument',
    wrong === -2
      ? `The texts are ${typeof texts}, not an array.`
      : `Text ${wrong} is ${typeof texts[wrong]}, not a string.`,
    'Pass an array of strings.',
  );
}

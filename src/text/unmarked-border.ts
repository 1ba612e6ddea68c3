import type { Sentence } from '../core/result.ts';

/** The mark that ends a sentence, with the quotation marks, brackets and footnote marks that cling to it. */
const ENDS = /[.!?…:;]["”“»’')\]]*(?:\[\d+\])*\**$/;
const LONGEST_END = 12;

/** Whether a sentence and the next one are parted in their line without a mark that ends the first: the border may lie elsewhere. */
export function isUnmarkedBorder(
  { text, sentences }: { readonly text: string; readonly sentences: readonly Sentence[] },
  index: number,
): boolean {
  const [front, behind] = [sentences[index], sentences[index + 1]];
  if (!front || !behind || front.block !== behind.block) return false;
  return !ENDS.test(text.slice(Math.max(front.start, front.end - LONGEST_END), front.end));
}

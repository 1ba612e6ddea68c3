/**
 * All matches of a pattern with the flag `g` that never matches nothing, in order. `String.matchAll` copies the pattern
 * for every text and has it compiled again and again.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}

/** The hash of some characters and the next: FNV-1a over UTF-16 code units, begun at 0. */
export function extendHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The hash of the characters of a word in a text. O(length). */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = extendHash(hash, text.charCodeAt(at));
  return hash;
}

/** The slot where a hash is looked for first, of a power of two: FNV's low bits depend on the low bits of the characters alone; this mixes the high ones in. */
export function firstSlot(hash: number, slots: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

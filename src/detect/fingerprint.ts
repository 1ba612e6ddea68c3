/**
 * A name for a defect that edits elsewhere leave as it is: a hash of the rule, the rendering's id and the words at its
 * places, not of their offsets. 16 hexadecimal digits (two FNV-1a hashes of 32 bits, over UTF-16 code units).
 */
export function fingerprint(
  rule: string,
  rendering: string,
  source: readonly string[],
  places: readonly string[],
): string {
  const key = [rule, rendering, ...source.map(squeeze), '|', ...places.map(squeeze)].join('\u0000');
  return hash(key, 0x811c9dc5) + hash(key, 0x9747b28c);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

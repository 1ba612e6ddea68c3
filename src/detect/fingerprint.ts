/**
 * A name for a defect that edits elsewhere, and other names of the files, leave as it is: a hash of the rule and the
 * words at its places, not of their offsets or of white space between them. The same defect in two renderings has the
 * same fingerprint. 16 hexadecimal digits (two FNV-1a hashes of 32 bits, over UTF-16 code units).
 */
export function fingerprint(rule: string, source: readonly string[], places: readonly string[]): string {
  return digest([rule, ...source.map(squeeze), '|', ...places.map(squeeze)].join('\u0000'));
}

/** Tells findings of one fingerprint apart by their order, so that a baseline of the first does not hide the second. */
export function distinct<F extends { fingerprint: string }>(findings: readonly F[]): F[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: digest(`${finding.fingerprint} ${count}`) };
  });
}

function digest(key: string): string {
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

/**
 * A UUID (RFC 9562, version 8) from the content: 122 bits of the SHA-256 of `run`, which stands for all that the
 * documents of a run have in common, and the document's JSON.
 */
export function documentId(run: string, json: string): string {
  const hex = sha256(`${run}\n${json}`);
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** In hexadecimal digits, of the text in UTF-8. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}

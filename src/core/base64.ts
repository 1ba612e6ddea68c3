/** The bytes of a base64 text. O(length). */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  // A loop, since `Uint8Array.from` makes a string of every character: lists of a megabyte are read at the start.
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

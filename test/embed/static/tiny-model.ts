/** A model small enough to know by heart: each piece with its log-probability, and rows of codes into 16 levels. */
export const tinyPieces: [string, number][] = [
  ['', 0],
  ['▁', -6],
  ['a', -5],
  ['b', -5],
  ['c', -5],
  ['ab', -4],
  ['▁a', -4.5],
  ['▁ab', -9.5],
  ['▁cab', -3],
  ['▁мир', -3],
  ['мир', -4],
  ['😀', -5],
];

export const tinyDimensions = 8;

/** Level `i` is `i - 8`: row `id` has the codes of `tinyRow(id)`, all with the scale 0.5. */
export function tinyRow(id: number): number[] {
  return Array.from({ length: tinyDimensions }, (_, k) => (id === 0 ? 0 : ((id * (2 * k + 1) + k) % 16) - 8));
}

/** The bytes of a model file, as docs/model-format.md has them; `metadata` overrides what is said of it. */
export function tinyModelFile(metadata: Record<string, unknown> = {}): Uint8Array {
  const text = new TextEncoder().encode(tinyPieces.map(([piece]) => piece).join(''));
  const codes = tinyPieces.flatMap((_, id) => tinyRow(id).map((value) => value + 8));
  const body = [
    Uint8Array.from(tinyPieces, ([piece]) => piece.length),
    text,
    new Uint8Array(Float32Array.from(tinyPieces, ([, value]) => value).buffer),
    new Uint8Array(new Float32Array(tinyPieces.length).fill(0.5).buffer),
    Uint8Array.from({ length: codes.length / 2 }, (_, i) => codes[2 * i]! | (codes[2 * i + 1]! << 4)),
  ].map((section) => padded(section, 0));
  const said = {
    id: 'tiny',
    revision: 'sha256:0',
    languages: ['ru', 'en'],
    dimensions: tinyDimensions,
    pieces: tinyPieces.length,
    textBytes: text.length,
    normalizer: 'nfkc-lower-v1',
    levels: Array.from({ length: 16 }, (_, i) => i - 8),
    ...metadata,
  };
  const header = padded(new TextEncoder().encode(JSON.stringify(said)), 32);
  return sealed(new Uint8Array(Buffer.concat([new Uint8Array(20), header, ...body])), header.length);
}

/** Writes magic, version, length of the metadata and checksum over what is there. */
export function sealed(bytes: Uint8Array, metadataBytes: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('ATSTATIC'));
  view.setUint32(8, 1, true);
  view.setUint32(16, metadataBytes, true);
  let checksum = 0x811c9dc5;
  for (let at = 16; at < bytes.length; at += 4) {
    checksum = Math.imul(checksum ^ view.getUint32(at, true), 0x01000193);
  }
  view.setUint32(12, checksum >>> 0, true);
  return bytes;
}

function padded(bytes: Uint8Array, filler: number): Uint8Array {
  const result = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(filler);
  result.set(bytes);
  return result;
}

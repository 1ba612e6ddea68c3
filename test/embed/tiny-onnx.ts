import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words that the tiny model knows; a word's vector is `tinyVector` of its place. */
export const tinyWords = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  '[MASK]',
  'peace',
  'war',
  'мир',
  'война',
  'zero',
  'broken',
  'a',
];

export const tinyColumns = 3;

export function tinyVector(word: string): number[] {
  const id = tinyWords.indexOf(word);
  if (word === 'zero') return [0, 0, 0];
  if (word === 'broken') return [NaN, 1, 1];
  return [id % 3, (id * id) % 5, 1];
}

/** Writes a whole model folder that both Transformers.js packages load: a table of word vectors as an ONNX graph. */
export function writeTinyModel(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: tinyColumns });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 8,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  json('tokenizer.json', {
    version: '1.0',
    added_tokens: tinyWords.slice(0, 5).map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: false,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tinyWords.map((word, id) => [word, id])),
    },
  });
  for (const name of ['model.onnx', 'model_quantized.onnx']) writeFileSync(join(folder, 'onnx', name), gatherModel());
}

/** ONNX (onnx.proto3, ModelProto): `last_hidden_state = Gather(table, input_ids)`. Numbers are the fields' tags. */
function gatherModel(): Uint8Array {
  const table = Float32Array.from(tinyWords.flatMap(tinyVector));
  const initializer = message([
    number(1, tinyWords.length),
    number(1, tinyColumns),
    number(2, 1),
    text(8, 'table'),
    bytes(9, new Uint8Array(table.buffer)),
  ]);
  const node = message([text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')]);
  const int64 = 7;
  const graph = message([
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, initializer),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      bytes(11, valueInfo(name, int64, ['batch', 'length'])),
    ),
    bytes(12, valueInfo('last_hidden_state', 1, ['batch', 'length', tinyColumns])),
  ]);
  return message([number(1, 8), bytes(7, graph), bytes(8, message([text(1, ''), number(2, 13)]))]);
}

function valueInfo(name: string, elementType: number, shape: (string | number)[]): Uint8Array {
  const dimensions = shape.map((size) =>
    bytes(1, message([typeof size === 'number' ? number(1, size) : text(2, size)])),
  );
  const tensor = message([number(1, elementType), bytes(2, message(dimensions))]);
  return message([text(1, name), bytes(2, message([bytes(1, tensor)]))]);
}

function message(fields: Uint8Array[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

function number(tag: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(tag * 8), ...varint(value)]);
}

function bytes(tag: number, value: Uint8Array): Uint8Array {
  return Uint8Array.from([...varint(tag * 8 + 2), ...varint(value.length), ...value]);
}

function text(tag: number, value: string): Uint8Array {
  return bytes(tag, new TextEncoder().encode(value));
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

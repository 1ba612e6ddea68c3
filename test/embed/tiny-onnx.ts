import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxFile } from '../../training/onnx.ts';

/** The words that the tiny model knows; a word's vector is `tinyVector` of its place. */
const tinyWords = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'peace', 'war', 'мир', 'война', 'zero', 'broken', 'a'];

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

/** `last_hidden_state = Gather(table, input_ids)`. */
function gatherModel(): Uint8Array {
  return onnxFile({
    name: 'tiny',
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => ({
      name,
      type: 'int64',
      shape: ['batch', 'length'],
    })),
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'length', tinyColumns] }],
    constants: [
      {
        name: 'table',
        type: 'float',
        shape: [tinyWords.length, tinyColumns],
        data: Float32Array.from(tinyWords.flatMap(tinyVector)),
      },
    ],
    nodes: [{ operator: 'Gather', inputs: ['table', 'input_ids'], output: 'last_hidden_state' }],
  });
}

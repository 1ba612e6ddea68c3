import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxFile } from '../training/onnx.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

/** A model that knows some words alone. */
interface TableModel {
  words: readonly string[];
  columns: number;
  /** So many tokens of a text are read. */
  maxLength: number;
  /** The vector of a word, and of the five special tokens. */
  vector(word: string): number[];
}

/** Writes a whole model folder that both Transformers.js packages load: a table of word vectors as an ONNX graph. */
export function writeTableModel(folder: string, { words, columns, maxLength, vector }: TableModel): void {
  const vocabulary = [...SPECIAL, ...words];
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: columns });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: maxLength,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  json('tokenizer.json', {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({
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
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'];
  const table = Float32Array.from(vocabulary.flatMap((word) => vector(word)));
  const graph = onnxFile({
    name: 'table',
    inputs: inputs.map((name) => ({ name, type: 'int64', shape: ['batch', 'length'] })),
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'length', columns] }],
    constants: [{ name: 'table', type: 'float', shape: [vocabulary.length, columns], data: table }],
    nodes: [{ operator: 'Gather', inputs: ['table', 'input_ids'], output: 'last_hidden_state' }],
  });
  for (const name of ['model.onnx', 'model_quantized.onnx']) writeFileSync(join(folder, 'onnx', name), graph);
}

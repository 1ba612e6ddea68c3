import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onnxFile } from '../../training/onnx.ts';

/** Words that mean the same, in German and French: each pair has one vector. */
const PAIRS = `ausstellung exposition, museum musée, hafen port, eröffnet ouvre, montag lundi, erwartet attendus,
  tausende milliers, besucher visiteurs, eintritt entrée, kinder enfants, frei gratuite, stadt ville, stolz fière, sagte dit,
  direktorin directrice, leihgaben prêts, bleiben restent, september septembre`
  .split(',')
  .map((pair) => pair.trim().split(' '));
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const COLUMNS = 32;

/**
 * Writes a model folder for Transformers.js that knows these words alone: a table of vectors as an ONNX graph. A word
 * has a direction of its own, so that texts are near where they share meanings; `.` counts for little.
 */
export function writeSmallModel(folder: string): void {
  const words = [...new Set(PAIRS.flat())];
  const vocabulary = [...SPECIAL, ...words];
  const meaning = (word: string) => PAIRS.findIndex((pair) => pair.includes(word));
  const row = (word: string) =>
    Array.from({ length: COLUMNS }, (_, c) =>
      c === COLUMNS - 1 ? 0.1 : SPECIAL.includes(word) ? 0 : +(c === meaning(word)),
    );
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  json('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: COLUMNS });
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 128,
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
  const table = Float32Array.from(vocabulary.flatMap(row));
  const ids = ['input_ids', 'attention_mask', 'token_type_ids'];
  const graph = onnxFile({
    name: 'small',
    inputs: ids.map((name) => ({ name, type: 'int64', shape: ['batch', 'length'] })),
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'length', COLUMNS] }],
    constants: [{ name: 'table', type: 'float', shape: [vocabulary.length, COLUMNS], data: table }],
    nodes: [{ operator: 'Gather', inputs: ['table', 'input_ids'], output: 'last_hidden_state' }],
  });
  for (const name of ['model.onnx', 'model_quantized.onnx']) writeFileSync(join(folder, 'onnx', name), graph);
}

/**
 * Writes a packed model as a folder that Transformers.js loads as any other feature-extraction model:
 * `npx tsx training/transformers-folder.ts [FOLDER [MODEL]]`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModelFile } from '../src/embed/static/model-file.ts';
import type { StaticModel } from '../src/embed/static/model-file.ts';
import { elementTypes, onnxFile } from './onnx.ts';
import type { Graph, Port } from './onnx.ts';
import { tokenizerJson, unknownId, unknownName } from './tokenizer-json.ts';

/** Texts are cut after so many pieces by the libraries; the embedded runtime has no such bound. */
const longestText = 8192;

/** What the libraries look for by default, `fp32` and `q8`; both are the one file, since its numbers have four bits anyway. */
const weightFiles = ['model.onnx', 'model_quantized.onnx'];

/** Writes config.json, tokenizer.json, tokenizer_config.json and the weights in onnx/. */
export function writeTransformersFolder(model: StaticModel, folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('config.json', {
    // The libraries know models by their types; this is the plainest encoder among them.
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: model.dimensions,
    vocab_size: model.logProbabilities.length,
    pad_token_id: unknownId(model),
    max_position_embeddings: longestText,
  });
  write('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    model_max_length: longestText,
    model_input_names: ['input_ids', 'attention_mask'],
    unk_token: unknownName,
    pad_token: unknownName,
  });
  write('tokenizer.json', tokenizerJson(model));
  const weights = onnxFile(lookUp(model));
  for (const name of weightFiles) writeFileSync(join(folder, 'onnx', name), weights);
}

/**
 * The vectors of the pieces, unpacked as they are looked up: `levels[code] * scale`, two codes a byte, the first in the
 * low four bits. Their mean over a text, scaled to unit length, is the text's vector; an unknown piece has the scale 0.
 */
function lookUp({ id, codes, scales, levels, dimensions }: StaticModel): Graph {
  const pieces = scales.length;
  const ids = (name: string): Port => ({ name, type: 'int64', shape: ['batch', 'length'] });
  return {
    name: id,
    inputs: [ids('input_ids'), ids('attention_mask')],
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'length', dimensions] }],
    constants: [
      { name: 'codes', type: 'uint8', shape: [pieces, dimensions / 2], data: codes },
      { name: 'scales', type: 'float', shape: [pieces], data: scales },
      { name: 'levels', type: 'float', shape: [levels.length], data: levels },
      { name: 'sixteen', type: 'int32', shape: [], data: Int32Array.of(16) },
      { name: 'last', type: 'int64', shape: [1], data: BigInt64Array.of(-1n) },
      // 0 keeps a dimension as it is.
      { name: 'shape', type: 'int64', shape: [3], data: BigInt64Array.of(0n, 0n, BigInt(dimensions)) },
    ],
    nodes: [
      { operator: 'Gather', inputs: ['codes', 'input_ids'], output: 'bytes' },
      { operator: 'Cast', inputs: ['bytes'], output: 'packed', attributes: { to: elementTypes.int32 } },
      { operator: 'Div', inputs: ['packed', 'sixteen'], output: 'high' },
      { operator: 'Mul', inputs: ['high', 'sixteen'], output: 'high_bits' },
      { operator: 'Sub', inputs: ['packed', 'high_bits'], output: 'low' },
      { operator: 'Unsqueeze', inputs: ['low', 'last'], output: 'low_column' },
      { operator: 'Unsqueeze', inputs: ['high', 'last'], output: 'high_column' },
      { operator: 'Concat', inputs: ['low_column', 'high_column'], output: 'columns', attributes: { axis: -1 } },
      { operator: 'Reshape', inputs: ['columns', 'shape'], output: 'unpacked' },
      { operator: 'Gather', inputs: ['levels', 'unpacked'], output: 'values' },
      { operator: 'Gather', inputs: ['scales', 'input_ids'], output: 'scale' },
      { operator: 'Unsqueeze', inputs: ['scale', 'last'], output: 'scale_column' },
      { operator: 'Mul', inputs: ['values', 'scale_column'], output: 'last_hidden_state' },
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '.model/transformers', file = new URL('../models/ru-en-static.bin', import.meta.url)] =
    process.argv.slice(2);
  writeTransformersFolder(readModelFile(readFileSync(file)), folder);
  console.log(`${folder}: config.json, tokenizer.json, tokenizer_config.json, onnx/`);
}

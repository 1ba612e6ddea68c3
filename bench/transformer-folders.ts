// What the embedded runtime is timed against: `tsx bench/transformer-folders.ts FOLDER` writes two models that
// Transformers.js loads, `embedded`, the embedded model itself, and `minilm`, an encoder with random weights of the shape
// of paraphrase-multilingual-MiniLM-L12-v2 (12 layers of 384, 12 heads), behind the embedded model's tokenizer.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { readModelFile } from '../src/embed/static/model-file.ts';
import { onnxFile } from '../training/onnx.ts';
import type { Constant, Graph, Node } from '../training/onnx.ts';
import { writeTransformersFolder } from '../training/transformers-folder.ts';

const [layers, hidden, heads, inner] = [12, 384, 12, 1536];

const folder = process.argv[2]!;
const model = readModelFile(readFileSync(embeddedModelUrl));
writeTransformersFolder(model, join(folder, 'embedded'));
mkdirSync(join(folder, 'minilm', 'onnx'), { recursive: true });
for (const name of ['tokenizer.json', 'tokenizer_config.json']) {
  copyFileSync(join(folder, 'embedded', name), join(folder, 'minilm', name));
}
const config = { model_type: 'bert', architectures: ['BertModel'], hidden_size: hidden, pad_token_id: 0 };
writeFileSync(join(folder, 'minilm', 'config.json'), JSON.stringify(config));
writeFileSync(join(folder, 'minilm', 'onnx', 'model.onnx'), onnxFile(encoder(model.scales.length)));

/** Devlin et al. 2019, from the look-up of the pieces to the last layer's vectors. */
function encoder(pieces: number): Graph {
  const constants: Constant[] = [];
  const nodes: Node[] = [];
  // Any numbers do for the time; those of one sine after another are small and never the same.
  const weights = (name: string, ...shape: number[]) => {
    const data = Float32Array.from(
      { length: shape.reduce((product, size) => product * size, 1) },
      (_, k) => Math.sin(k + 1) * 0.05,
    );
    constants.push({ name, type: 'float', shape, data });
    return name;
  };
  const sizes = (name: string, ...values: number[]) => {
    constants.push({ name, type: 'int64', shape: [values.length], data: BigInt64Array.from(values, BigInt) });
    return name;
  };
  const value = (name: string, number: number) => {
    constants.push({ name, type: 'float', shape: [], data: Float32Array.of(number) });
    return name;
  };
  const op = (operator: string, inputs: string[], attributes: NonNullable<Node['attributes']> = {}) => {
    const output = `${operator}_${nodes.length}`;
    nodes.push({ operator, inputs, output, attributes });
    return output;
  };
  const dense = (x: string, name: string, from: number, to: number) =>
    op('Add', [op('MatMul', [x, weights(`${name}_weight`, from, to)]), weights(`${name}_bias`, to)]);
  const norm = (x: string, name: string) =>
    op('LayerNormalization', [x, weights(`${name}_gain`, hidden), weights(`${name}_shift`, hidden)], { axis: -1 });

  const split = sizes('split', 0, 0, heads, hidden / heads);
  const whole = sizes('whole', 0, 0, hidden);
  const [one, half, root, far] = [value('one', 1), value('half', 0.5), value('root', Math.SQRT2), value('far', -1e9)];
  const shrink = value('shrink', 1 / Math.sqrt(hidden / heads));
  const absent = op('Sub', [one, op('Cast', ['attention_mask'], { to: 1 })]);
  const mask = op('Unsqueeze', [op('Mul', [absent, far]), sizes('axes', 1, 2)]);
  let x = norm(op('Gather', [weights('pieces', pieces, hidden), 'input_ids']), 'input');
  for (let layer = 0; layer < layers; layer++) {
    const part = (name: string, perm: number[]) =>
      op('Transpose', [op('Reshape', [dense(x, `${name}_${layer}`, hidden, hidden), split])], { perm });
    const similarity = op('MatMul', [part('query', [0, 2, 1, 3]), part('key', [0, 2, 3, 1])]);
    const attention = op('Softmax', [op('Add', [op('Mul', [similarity, shrink]), mask])], { axis: -1 });
    const heard = op('MatMul', [attention, part('value', [0, 2, 1, 3])]);
    const together = op('Reshape', [op('Transpose', [heard], { perm: [0, 2, 1, 3] }), whole]);
    x = norm(op('Add', [x, dense(together, `out_${layer}`, hidden, hidden)]), `attention_${layer}`);
    const wide = dense(x, `wide_${layer}`, hidden, inner);
    const gate = op('Add', [op('Erf', [op('Div', [wide, root])]), one]);
    const gelu = op('Mul', [op('Mul', [wide, half]), gate]);
    x = norm(op('Add', [x, dense(gelu, `narrow_${layer}`, inner, hidden)]), `layer_${layer}`);
  }
  nodes.push({ operator: 'Identity', inputs: [x], output: 'last_hidden_state' });
  const ids = (name: string) => ({ name, type: 'int64', shape: ['batch', 'length'] }) as const;
  return {
    name: 'minilm',
    inputs: [ids('input_ids'), ids('attention_mask')],
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'length', hidden] }],
    constants,
    nodes,
  };
}

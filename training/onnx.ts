/** A field of a protocol buffer message, encoded. */
type Field = readonly Uint8Array[];

/** Element types of ONNX tensors (onnx.proto3, TensorProto.DataType). */
export const elementTypes = { float: 1, uint8: 2, int32: 6, int64: 7 } as const;

/** A constant of a graph: little-endian bytes of the given type and shape. */
export interface Constant {
  name: string;
  type: keyof typeof elementTypes;
  shape: readonly number[];
  data: Uint8Array<ArrayBufferLike> | Float32Array | Int32Array | BigInt64Array;
}

/** An operator (default domain) with one output; attributes are whole numbers or lists of them. */
export interface Node {
  operator: string;
  inputs: readonly string[];
  output: string;
  attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** An input or output: a dimension is a size, or the name of one that varies. */
export interface Port {
  name: string;
  type: keyof typeof elementTypes;
  shape: readonly (number | string)[];
}

export interface Graph {
  name: string;
  inputs: readonly Port[];
  outputs: readonly Port[];
  constants: readonly Constant[];
  nodes: readonly Node[];
}

const irVersion = 8;
const operatorSet = 17;

/** An ONNX file (onnx.proto3, ModelProto) of one graph. The numbers below are the fields' tags there. */
export function onnxFile(graph: Graph): Uint8Array {
  const body = [
    ...graph.nodes.flatMap((node) => bytes(1, encodeNode(node))),
    ...text(2, graph.name),
    ...graph.constants.flatMap((constant) => bytes(5, encodeConstant(constant))),
    ...graph.inputs.flatMap((port) => bytes(11, encodePort(port))),
    ...graph.outputs.flatMap((port) => bytes(12, encodePort(port))),
  ];
  const opsets = joined([...text(1, ''), ...number(2, operatorSet)]);
  return joined([...number(1, irVersion), ...bytes(7, joined(body)), ...bytes(8, opsets)]);
}

function encodeNode({ operator, inputs, output, attributes = {} }: Node): Uint8Array {
  const [wholeNumber, wholeNumbers] = [2, 7];
  return joined([
    ...inputs.flatMap((name) => text(1, name)),
    ...text(2, output),
    ...text(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) => {
      const list = typeof value === 'number' ? undefined : value;
      const values = list?.flatMap((item) => number(8, item)) ?? number(3, value as number);
      return bytes(5, joined([...text(1, name), ...values, ...number(20, list ? wholeNumbers : wholeNumber)]));
    }),
  ]);
}

function encodeConstant({ name, type, shape, data }: Constant): Uint8Array {
  return joined([
    ...shape.flatMap((size) => number(1, size)),
    ...number(2, elementTypes[type]),
    ...text(8, name),
    ...bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

function encodePort({ name, type, shape }: Port): Uint8Array {
  const dimensions = shape.flatMap((size) =>
    bytes(1, joined(typeof size === 'number' ? number(1, size) : text(2, size))),
  );
  const tensor = joined([...number(1, elementTypes[type]), ...bytes(2, joined(dimensions))]);
  return joined([...text(1, name), ...bytes(2, joined(bytes(1, tensor)))]);
}

function number(tag: number, value: number): Field {
  return [varint(tag * 8), varint(value)];
}

function bytes(tag: number, value: Uint8Array): Field {
  return [varint(tag * 8 + 2), varint(value.length), value];
}

function text(tag: number, value: string): Field {
  return bytes(tag, new TextEncoder().encode(value));
}

/** Seven bits a byte, the lowest first; a negative number has the ten bytes of its 64 bits. */
function varint(value: number): Uint8Array {
  const result: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) result.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...result, Number(rest)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

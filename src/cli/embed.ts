import { AlignError, type ErrorCode } from '../core/errors.ts';
import { throwIfAborted } from '../core/progress.ts';
import type { Embedder } from '../embed/embedder.ts';
import { onlyFile, type Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { openSink } from './file-sink.ts';
import { openInput } from './files.ts';
import type { Io } from './io.ts';
import { readLines } from './lines.ts';
import { progressLine } from './progress.ts';

/** Texts embedded at a time. */
const BATCH = 512;

/** `align-translations embed`: a vector a line. */
export async function embed(given: Arguments, io: Io): Promise<number> {
  const input = onlyFile(given, 'lines');
  const output = given.value('output') ?? '-';
  if (output === '-' && io.stdout.isTTY === true)
    throw new AlignError('invalid-argument', 'Vectors are no text for a terminal.', 'Name a file with -o VECTORS.f32.');
  const lines = readLines(await openInput(input, io));
  const [{ loadStaticEmbedder }, { embeddedModelUrl }] = await Promise.all([
    import('../embed/static/static-embedder.ts'),
    import('../embedded-model.ts'),
  ]);
  const embedder = await loadStaticEmbedder({ model: embeddedModelUrl, signal: io.signal });
  const progress = progressLine(io, given.flag('quiet'));
  // A shorter file of vectors would pass for the vectors of fewer lines: it is written whole or not at all.
  const sink = await openSink(output, io, { whole: true });
  try {
    let done = 0;
    for await (const texts of groups(lines)) {
      if (!(await sink.write(await rows(embedder, texts, done, io.signal)))) break;
      done += texts.length;
      progress.show(`${done} lines`);
    }
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  } finally {
    progress.clear();
  }
  return EXIT.clean;
}

/** The texts in groups. @throws AlignError `empty-text` that names the first line without text */
async function* groups(lines: AsyncIterable<string | AlignError>): AsyncGenerator<string[]> {
  let group: string[] = [];
  let number = 0;
  for await (const line of lines) {
    number++;
    if (typeof line !== 'string') throw line;
    if (line.trim() === '')
      throw new AlignError('empty-text', `Line ${number} is empty.`, 'Every line needs a text, to have a vector.');
    group.push(line);
    if (group.length === BATCH) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

async function rows(embedder: Embedder, texts: string[], done: number, signal: AbortSignal): Promise<Uint8Array> {
  throwIfAborted(signal);
  const { data } = await embedder.embed(texts, { signal }).catch((error) => nameLine(error, embedder, texts, done));
  const bytes = new DataView(new ArrayBuffer(data.length * 4));
  data.forEach((value, i) => bytes.setFloat32(i * 4, value, true));
  return new Uint8Array(bytes.buffer);
}

/** What a text without a vector lacks, by the code of the error. */
const LACKS: Readonly<Partial<Record<ErrorCode, string>>> = {
  'missing-vector': 'has no vector: the model knows none of it',
  'unsupported-language': 'has no vector: it seems to be in a language that the model does not know',
};

/** An embedder counts the texts it was given; the user counts lines. */
async function nameLine(error: unknown, embedder: Embedder, texts: string[], done: number): Promise<never> {
  if (!(error instanceof AlignError) || LACKS[error.code] === undefined) throw error;
  for (const [i, text] of texts.entries()) {
    await embedder.embed([text]).catch((cause: unknown) => {
      const lacks = cause instanceof AlignError ? LACKS[cause.code] : undefined;
      if (!(cause instanceof AlignError) || lacks === undefined) throw cause;
      throw new AlignError(cause.code, `Line ${done + i + 1} ${lacks}.`, cause.hint, { cause });
    });
  }
  throw error;
}

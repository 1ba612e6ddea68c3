import { alignLinesByEmbedder, alignLinesByVectors, type AlignLinesOptions } from '../align-lines.ts';
import { MAX_GROUP } from '../align/group-norms.ts';
import { AlignError } from '../core/errors.ts';
import type { Bead } from '../core/result.ts';
import { splitLines } from '../core/split-lines.ts';
import type { Embedder } from '../embed/embedder.ts';
import { overlapRuns, readOverlaps } from '../embed/overlaps.ts';
import { loadStaticEmbedder } from '../embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../embedded-model.ts';
import { readInputs } from '../inputs.ts';
import { resolveOptions } from '../options.ts';
import { lineFormats } from '../report/line-formats.ts';
import { formatOfFile } from '../report/registry.ts';
import { languageOf } from './align-arguments.ts';
import { helpHint, oneOf, type Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { readAnyText, readBytes, writeReport } from './files.ts';
import type { Io } from './io.ts';
import { progressLine } from './progress.ts';

const FORMATS = Object.keys(lineFormats) as (keyof typeof lineFormats)[];
/** Overlaps hold each line some twenty times. */
const MAX_OVERLAP_BYTES = 400_000_000;
/** What a buffer may hold on every supported Node. */
const MAX_VECTOR_BYTES = 4_000_000_000;

/** `align-translations align`: beads over the lines of two files. */
export async function align(given: Arguments, io: Io): Promise<number> {
  const [sourcePath, renderingPath] = twoFiles(given);
  const output = given.value('output') ?? '-';
  const byFile = formatOfFile(output)?.name;
  // A .txt is a report for a terminal elsewhere; beads are plain text as well.
  const named = given.value('format') ?? (byFile === 'stylish' ? undefined : byFile);
  const format = oneOf('--format', named ?? 'vecalign', FORMATS);
  const [forSource, forRendering] = [given.values('source-embeddings'), given.values('target-embeddings')];
  if (forSource.length !== forRendering.length) {
    const absent = forSource.length === 0 ? '--source-embeddings' : '--target-embeddings';
    throw new AlignError(
      'invalid-argument',
      `${absent} is not given.`,
      'Give the embeddings of both sides, or of none.',
    );
  }
  const source = splitLines(await readAnyText(sourcePath, io));
  const rendering = splitLines(await readAnyText(renderingPath, io));
  const progress = progressLine(io, given.flag('quiet'));
  const options: AlignLinesOptions = {
    signal: io.signal,
    onProgress: ({ done, total }) => progress.show(`${done} of ${total} lines`),
  };
  let beads: Bead[];
  try {
    beads =
      forSource.length > 0
        ? await alignLinesByVectors(
            { lines: source, windows: await windowsOf(source, forSource, io) },
            { lines: rendering, windows: await windowsOf(rendering, forRendering, io) },
            options,
          )
        : await alignByModel(source, rendering, given, options);
  } finally {
    progress.clear();
  }
  await writeReport(output, lineFormats[format]({ source, rendering, beads }), io);
  return EXIT.clean;
}

function twoFiles({ command, positionals }: Arguments): [string, string] {
  const [source, rendering, another] = positionals;
  const hint = `Name the source, then its translation. ${helpHint(command)}`;
  const invalid = (message: string) => new AlignError('invalid-argument', message, hint);
  if (source === undefined) throw invalid('No files are given.');
  if (rendering === undefined) throw invalid(`No translation is given for ${source}.`);
  if (another !== undefined) throw invalid(`${another} is one file too many.`);
  if (source === '-' && rendering === '-') throw invalid('Only one text can come from standard input.');
  return [source, rendering];
}

async function windowsOf(lines: readonly string[], [overlaps, vectors]: readonly string[], io: Io) {
  const text = await readAnyText(overlaps!, io, MAX_OVERLAP_BYTES);
  return overlapRuns(readOverlaps(text, await readBytes(vectors!, io, MAX_VECTOR_BYTES)), lines, MAX_GROUP);
}

async function alignByModel(
  source: string[],
  rendering: string[],
  given: Arguments,
  options: AlignLinesOptions,
): Promise<Bead[]> {
  const embedder = await loadStaticEmbedder({ model: embeddedModelUrl, signal: options.signal });
  const languages = languagesOf(source, rendering, given, embedder);
  return alignLinesByEmbedder(
    embedder,
    { lines: source, language: languages.source },
    { lines: rendering, language: languages.rendering },
    options,
  );
}

function languagesOf(source: string[], rendering: string[], given: Arguments, embedder: Embedder) {
  try {
    const inputs = readInputs(
      { text: source.join('\n'), ...languageOf(given, 'source-language') },
      { text: rendering.join('\n'), ...languageOf(given, 'language') },
      embedder,
      resolveOptions(undefined, []).maxCharacters,
    );
    return { source: inputs.source.language, rendering: inputs.renderings[0]!.language };
  } catch (cause) {
    if (!(cause instanceof AlignError) || cause.code !== 'unsupported-language') throw cause;
    const hint =
      'Give vectors of your own, --source-embeddings and --target-embeddings; if the language was told wrong, say which it is: --source-language or --language.';
    throw new AlignError(cause.code, cause.message, hint, { cause });
  }
}

import { alignmentSteps } from './align/align-sentences.ts';
import { lengthRatio } from './align/length-ratio.ts';
import type { LongSearchProgress } from './align/long-search.ts';
import { runSimilaritySteps } from './align/run-similarity.ts';
import { MAX_GROUP } from './align/group-norms.ts';
import { windowSimilaritySteps } from './align/similarity.ts';
import { finishInTurns, visiting, type Steps } from './core/steps.ts';
import type { Matrix } from './core/matrix.ts';
import type { Bead, Language, Sentence } from './core/result.ts';
import { trim } from './core/span.ts';
import { pauses } from './core/turns.ts';
import type { Embedder } from './embed/embedder.ts';
import { embedWords } from './embed/side-words.ts';
import { embedRuns } from './embed/windows.ts';
import type { Document } from './text/document.ts';
import { WordLists } from './text/word-lists.ts';
import { readWords } from './text/words.ts';

/** The lines of one text with unit rows for their runs, as `windowSimilarity` takes them. */
export interface LinesWithVectors {
  readonly lines: readonly string[];
  readonly windows: readonly Matrix[];
}

export interface AlignLinesOptions {
  /** Ends the call with the signal's reason; a long search looks at it many times a second. */
  signal?: AbortSignal | undefined;
  /** Called while long texts are searched. */
  onProgress?: ((progress: LongSearchProgress) => void) | undefined;
}

/** Aligns two texts of a sentence a line, of any language, by vectors that were made before. */
export async function alignLinesByVectors(
  source: LinesWithVectors,
  rendering: LinesWithVectors,
  { signal, onProgress }: AlignLinesOptions = {},
): Promise<Bead[]> {
  signal?.throwIfAborted();
  const side = ({ lines }: LinesWithVectors) => ({
    lengths: lines.map((line) => line.trim().length),
  });
  const [a, b] = [side(source), side(rendering)];
  const total = ({ lengths }: { lengths: number[] }) => lengths.reduce((sum, length) => sum + length, 1);
  const turns = { signal, pause: pauses(signal) };
  const similarity = await finishInTurns(windowSimilaritySteps(source.windows, rendering.windows), turns);
  const steps = alignmentSteps(similarity, a, b, {
    lengthRatio: total(b) / total(a),
  });
  return finishInTurns(steps, { ...turns, onStep: onProgress });
}

/**
 * Aligns two texts of a sentence a line by an embedder of their languages. A blank line has nothing to compare: it
 * begins a new block, and is a gap, or part of the bead that the lines around it are in.
 */
export async function alignLinesByEmbedder(
  embedder: Embedder,
  source: LinesOfLanguage,
  rendering: LinesOfLanguage,
  { signal, onProgress }: AlignLinesOptions = {},
): Promise<Bead[]> {
  const turns = { signal, pause: pauses(signal) };
  const sides = [
    await finishInTurns(lineSteps(source), turns),
    await finishInTurns(lineSteps(rendering), turns),
  ] as const;
  const embed = async ({ document }: ReadLines) => ({
    runs: await embedRuns(embedder, document.text, document.sentences, MAX_GROUP, { signal }),
    words: await embedWords(embedder, document, { signal }),
    side: {
      lengths: document.sentences.map(({ start, end }) => end - start),
      blocks: document.sentences.map(({ block }) => block),
    },
  });
  const [from, to] = [await embed(sides[0]), await embed(sides[1])];
  const similarity = await finishInTurns(runSimilaritySteps(from.runs, to.runs), turns);
  const steps = alignmentSteps(similarity, from.side, to.side, {
    lengthRatio: lengthRatio(source.language, rendering.language),
    words: { source: from.words, rendering: to.words },
  });
  const beads = await finishInTurns(steps, { ...turns, onStep: onProgress });
  return withBlankLines(beads, sides[0], sides[1]);
}

/** The lines of one text, all in one language. */
export interface LinesOfLanguage {
  readonly lines: readonly string[];
  readonly language: Language;
}

/** The text of lines, its sentences those that are not blank. */
interface ReadLines {
  readonly document: Document;
  /** The line of each sentence. */
  readonly lineOf: readonly number[];
  readonly lineCount: number;
}

function* lineSteps({ lines, language }: LinesOfLanguage): Steps<ReadLines> {
  const text = lines.join('\n');
  const sentences: Sentence[] = [];
  const lineOf: number[] = [];
  let block = 0;
  let start = 0;
  yield* visiting(lines, (line, index) => {
    const span = trim(text, { start, end: start + line.length });
    start += line.length + 1;
    if (span.start === span.end) {
      block++;
      return;
    }
    sentences.push({ ...span, kind: 'body', block });
    lineOf.push(index);
  });
  const words = new WordLists();
  yield* visiting(sentences, (sentence) => words.add(readWords(text, sentence, language)));
  const none = {
    runOns: [],
    quotations: [],
    markFaults: [],
    numbers: [],
    dates: [],
  };
  return {
    document: { id: 'lines', text, language, sentences, words, ...none },
    lineOf,
    lineCount: lines.length,
  };
}

/** The beads over lines rather than over sentences; blank lines within a bead belong to it, others are gaps. */
function withBlankLines(beads: readonly Bead[], source: ReadLines, rendering: ReadLines): Bead[] {
  const over = (numbers: readonly number[], { lineOf }: ReadLines) =>
    numbers.length === 0 ? [] : range(lineOf[numbers[0]!]!, lineOf[numbers.at(-1)!]! + 1);
  const placed = beads.map((bead) => ({
    ...bead,
    source: over(bead.source, source),
    rendering: over(bead.rendering, rendering),
  }));
  const taken = (side: 'source' | 'rendering') => new Set(placed.flatMap((bead) => bead[side]));
  const [inSource, inRendering] = [taken('source'), taken('rendering')];
  const gaps = (afterSource = Infinity, afterRendering = Infinity): Bead[] => {
    const found: Bead[] = [];
    const blank = { similarity: 0, confidence: 1, cost: 0 };
    for (let line = afterSource + 1; line < source.lineCount && !inSource.has(line); line++)
      found.push({ source: [line], rendering: [], ...blank });
    for (let line = afterRendering + 1; line < rendering.lineCount && !inRendering.has(line); line++)
      found.push({ source: [], rendering: [line], ...blank });
    return found;
  };
  return [...gaps(-1, -1), ...placed.flatMap((bead) => [bead, ...gaps(bead.source.at(-1), bead.rendering.at(-1))])];
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

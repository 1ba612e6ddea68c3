import { alignmentSteps } from './align/align-sentences.ts';
import type { AlignSide } from './align/bead-model.ts';
import { commonRunOns } from './align/common-run-ons.ts';
import { loneRunOns } from './align/lone-run-ons.ts';
import { movedRunOns } from './align/moved-run-ons.ts';
import type { LongSearchProgress } from './align/long-search.ts';
import { lengthRatio } from './align/length-ratio.ts';
import { runSimilaritySteps } from './align/run-similarity.ts';
import { MAX_GROUP } from './align/group-norms.ts';
import { type GroupSimilarity } from './align/similarity.ts';
import { finishInTurns, visiting, type Steps } from './core/steps.ts';
import type { Bead, SentenceKind } from './core/result.ts';
import { throwIfAborted, type Progress } from './core/progress.ts';
import { pauses, type Pause } from './core/turns.ts';
import type { Embedder } from './embed/embedder.ts';
import { rememberingEmbedder } from './embed/remembering.ts';
import { embedWords, partedWords, type SideWords } from './embed/side-words.ts';
import { embedRuns, type RunVectors } from './embed/windows.ts';
import { partedSteps, type Document } from './text/document.ts';

/** One side with its vectors. */
interface EmbeddedSide {
  document: Document;
  runs: RunVectors;
  words: SideWords;
}

/** A source with its renderings, and for each rendering the beads and the similarity that they come from. */
export interface AlignedDocuments {
  source: EmbeddedSide;
  renderings: EmbeddedSide[];
  similarities: GroupSimilarity[];
  alignments: Bead[][];
}

interface Settings {
  signal?: AbortSignal | undefined;
  /** Between pieces of work an abort gets in. */
  pause: Pause;
  onProgress: (progress: Progress) => void;
}

/**
 * Embeds a source and its renderings and aligns each with the source. Where sentences run into each other, they are
 * parted and what that changed is aligned once more.
 */
export async function alignDocuments(
  embedder: Embedder,
  documents: readonly Document[],
  { signal, pause = pauses(signal), onProgress }: Omit<Settings, 'pause'> & Partial<Pick<Settings, 'pause'>>,
): Promise<AlignedDocuments> {
  const settings = { signal, pause, onProgress };
  // Run-on sentences are made of sentences, and of parts that become sentences.
  const sentences = rememberingEmbedder(embedder);
  const aligned = await alignOnce({ sentences, words: embedder }, documents, settings);
  const breaks = await findBreaks(sentences, aligned, settings);
  if (breaks.every(({ size }) => size === 0)) return aligned;
  const parted: Document[] = [];
  const kept = keptOf(aligned, breaks);
  for (const [x, document] of documents.entries()) {
    const places = breaks[x]!;
    parted.push(places.size > 0 ? await finishInTurns(partedSteps(document, places), settings) : document);
    if (places.size > 0) kept.words[x] = await finishInTurns(partedWords(parted[x]!, kept.words[x]!), settings);
  }
  return alignOnce({ sentences, words: embedder }, parted, { ...settings, onProgress: () => {} }, kept);
}

/** What embeds sentences, and what embeds words. */
interface Embedders {
  sentences: Embedder;
  words: Embedder;
}

/** What is left of an alignment once some of its documents were parted: a book's vectors are not to be there twice. */
interface Kept {
  /** The words of each document, where they are the same. */
  words: (SideWords | undefined)[];
  /** The sides that stayed. */
  sides: (EmbeddedSide | undefined)[];
  /** For each rendering, where both sides stayed, the similarity and the beads. */
  pairs: ({ similarity: GroupSimilarity; beads: Bead[] } | undefined)[];
}

function keptOf(
  { source, renderings, similarities, alignments }: AlignedDocuments,
  breaks: readonly ReadonlySet<number>[],
): Kept {
  const all = [source, ...renderings];
  const sides = all.map((side, x) => (breaks[x]!.size === 0 ? side : undefined));
  const pairs = alignments.map((beads, x) =>
    sides[0] && sides[x + 1] ? { similarity: similarities[x]!, beads } : undefined,
  );
  return { words: all.map(({ words }) => words), sides, pairs };
}

async function alignOnce(
  embedders: Embedders,
  documents: readonly Document[],
  { signal, pause, onProgress }: Settings,
  kept?: Kept,
): Promise<AlignedDocuments> {
  const sides: EmbeddedSide[] = [];
  for (const [x, document] of documents.entries()) {
    sides.push(kept?.sides[x] ?? (await embedSide(embedders, document, { signal, pause }, kept?.words[x])));
    onProgress({ stage: 'embed', done: sides.length, total: documents.length });
  }
  const [source, ...renderings] = sides as [EmbeddedSide, ...EmbeddedSide[]];
  const similarities: GroupSimilarity[] = [];
  const alignments: Bead[][] = [];
  for (const [x, rendering] of renderings.entries()) {
    const pair = kept?.pairs[x];
    if (pair) {
      similarities.push(pair.similarity);
      alignments.push(pair.beads);
      continue;
    }
    const similarity = await finishInTurns(runSimilaritySteps(source.runs, rendering.runs), { signal, pause });
    similarities.push(similarity);
    alignments.push(await finishInTurns(sideSteps(source, rendering, similarity), { signal, pause }));
    onProgress({
      stage: 'align',
      done: alignments.length,
      total: renderings.length,
    });
  }
  return { source, renderings, similarities, alignments };
}

/** Where sentences begin that are none yet, for the source and each rendering. */
async function findBreaks(
  embedder: Embedder,
  { source, renderings, similarities, alignments }: AlignedDocuments,
  { signal, pause }: Settings,
): Promise<Set<number>[]> {
  const own = new Set<number>();
  const others: Set<number>[] = [];
  for (const [x, { document }] of renderings.entries()) {
    const turns = { signal, pause };
    const common = await commonRunOns(embedder, source.document, document, alignments[x]!, turns);
    const lone = await loneRunOns(embedder, source.document, document, alignments[x]!, turns);
    const moved = await movedRunOns(embedder, source.document, document, alignments[x]!, similarities[x]!, turns);
    for (const start of [...common.source, ...lone.source, ...moved.source]) own.add(start);
    others.push(new Set([...common.rendering, ...lone.rendering, ...moved.rendering]));
    await pause();
  }
  return [own, ...others];
}

async function embedSide(
  embedders: Embedders,
  document: Document,
  { signal, pause }: Pick<Settings, 'signal' | 'pause'>,
  known?: SideWords,
): Promise<EmbeddedSide> {
  throwIfAborted(signal);
  const runs = await embedRuns(embedders.sentences, document.text, document.sentences, MAX_GROUP, { signal });
  await pause();
  const words = known ?? (await embedWords(embedders.words, document, { signal }));
  await pause();
  return { document, runs, words };
}

function* sideSteps(
  source: EmbeddedSide,
  rendering: EmbeddedSide,
  similarity: GroupSimilarity,
): Steps<Bead[], LongSearchProgress | void> {
  const own = yield* sideOf(source.document);
  const other = yield* sideOf(rendering.document);
  return yield* alignmentSteps(similarity, own, other, {
    lengthRatio: lengthRatio(source.document.language, rendering.document.language),
    words: { source: source.words, rendering: rendering.words },
  });
}

/** What the aligner asks of the sentences of one side. */
function* sideOf({ sentences }: Document): Steps<Required<AlignSide>> {
  const side = { lengths: [] as number[], kinds: [] as SentenceKind[], blocks: [] as number[] };
  yield* visiting(sentences, ({ start, end, kind, block }) => {
    side.lengths.push(end - start);
    side.kinds.push(kind);
    side.blocks.push(block);
  });
  return side;
}

import { alignmentSteps } from './align/align-sentences.ts';
import { wordCoverage } from './align/coverage.ts';
import { lengthRatio } from './align/length-ratio.ts';
import { relate } from './align/relation.ts';
import { runSimilarity } from './align/run-similarity.ts';
import { MAX_GROUP, type GroupSimilarity } from './align/similarity.ts';
import { finishInTurns } from './align/steps.ts';
import type { AlignmentResult, Bead } from './core/result.ts';
import { throwIfAborted } from './core/progress.ts';
import { assemble } from './assemble.ts';
import { detect, detectDocument } from './detect/detect.ts';
import type { RenderingContext } from './detect/rule.ts';
import { ruleIds, rules } from './detect/rules.ts';
import { withSiblings } from './detect/siblings.ts';
import { suppress } from './detect/suppress.ts';
import { markUnrelated } from './detect/unrelated.ts';
import type { Embedder } from './embed/embedder.ts';
import { embedWords, type SideWords } from './embed/side-words.ts';
import { loadStaticEmbedder } from './embed/static/static-embedder.ts';
import { embedRuns, type RunVectors } from './embed/windows.ts';
import { embeddedModelUrl } from './embedded-model.ts';
import { readInputs, type TextInput } from './inputs.ts';
import { resolveOptions, type AlignOptions } from './options.ts';
import { readDocument, type Document } from './text/document.ts';

/** One side with its vectors. */
interface EmbeddedSide {
  document: Document;
  runs: RunVectors;
  words: SideWords;
}

let embedded: Promise<Embedder> | undefined;

/** The embedded model, read once; a failed read is tried again by the next call. */
function embeddedModel(): Promise<Embedder> {
  embedded ??= loadStaticEmbedder({ model: embeddedModelUrl }).catch((error: unknown) => {
    embedded = undefined;
    throw error;
  });
  return embedded;
}

/**
 * Aligns a source with its renderings sentence by sentence and reports what went missing, was added or was damaged.
 *
 * The stages: text (blocks, sentences, quotations, numbers, dates) -> embed (a vector a sentence and a word) ->
 * align (beads, word coverage, relation) -> detect (findings). Same input, same output.
 *
 * @param source the article: its text, or `{ text, id?, language? }`
 * @param renderings one translation of it, or several
 * @throws AlignError for input, options or models that do not fit; `code` says which. An aborted call rejects with the
 * signal's reason.
 */
export async function alignTranslations(
  source: TextInput,
  renderings: TextInput | readonly TextInput[],
  options?: AlignOptions<Embedder>,
): Promise<AlignmentResult> {
  const settings = resolveOptions(options, ruleIds);
  const { signal, onProgress } = settings;
  throwIfAborted(signal);
  const embedder = settings.embedder ?? (await embeddedModel());
  const inputs = readInputs(source, renderings, embedder, settings.maxCharacters);

  const documents = [inputs.source, ...inputs.renderings].map(readDocument);
  const total = documents.length;
  onProgress({ stage: 'text', done: total, total });
  const sides: EmbeddedSide[] = [];
  for (const document of documents) {
    sides.push(await embedSide(embedder, document, signal));
    onProgress({ stage: 'embed', done: sides.length, total });
  }
  const [original, ...others] = sides as [EmbeddedSide, ...EmbeddedSide[]];

  const similarities = others.map((other) => runSimilarity(original.runs, other.runs));
  const alignments: Bead[][] = [];
  for (const [index, other] of others.entries()) {
    throwIfAborted(signal);
    alignments.push(await alignSides(original, other, similarities[index]!, signal));
    onProgress({ stage: 'align', done: alignments.length, total: others.length });
  }

  const marked = markUnrelated(original, others, alignments);
  const { glossary } = settings;
  const alone: RenderingContext[] = others.map((other, index) => {
    const beads = alignments[index]!;
    const rendering = marked.renderings[index]!;
    const coverage = wordCoverage(original.words, other.words, beads);
    const similarity = similarities[index]!;
    const texts = { source: marked.source, rendering, beads, coverage };
    return { ...texts, similarity, ...relate(texts, similarity, settings.thresholds), glossary };
  });
  const contexts = withSiblings(alone);

  const detectOptions = { rules, profile: settings.profile, severities: settings.rules };
  const findings = contexts.map((context, index) => {
    throwIfAborted(signal);
    const found = detect(context, detectOptions);
    onProgress({ stage: 'detect', done: index + 1, total: contexts.length });
    return found;
  });
  const whole = { source: marked.source, renderings: contexts };
  const between = detectDocument(whole, detectOptions);
  return assemble(embedder, contexts, suppress({ renderings: findings, between }, whole, settings));
}

async function embedSide(
  embedder: Embedder,
  document: Document,
  signal: AbortSignal | undefined,
): Promise<EmbeddedSide> {
  throwIfAborted(signal);
  const runs = await embedRuns(embedder, document.text, document.sentences, MAX_GROUP, { signal });
  const words = await embedWords(embedder, document, { signal });
  return { document, runs, words };
}

function alignSides(
  source: EmbeddedSide,
  rendering: EmbeddedSide,
  similarity: GroupSimilarity,
  signal: AbortSignal | undefined,
): Promise<Bead[]> {
  const side = ({ document }: EmbeddedSide) => ({
    lengths: document.sentences.map((s) => s.end - s.start),
    kinds: document.sentences.map((s) => s.kind),
    blocks: document.sentences.map((s) => s.block),
  });
  const steps = alignmentSteps(similarity, side(source), side(rendering), {
    lengthRatio: lengthRatio(source.document.language, rendering.document.language),
    words: { source: source.words, rendering: rendering.words },
  });
  return finishInTurns(steps, { signal });
}

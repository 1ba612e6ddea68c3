import { coverageSteps } from './align/coverage.ts';
import { relationSteps } from './align/relation.ts';
import { finishInTurns } from './core/steps.ts';
import type { AlignmentResult, Finding } from './core/result.ts';
import { throwIfAborted } from './core/progress.ts';
import { pauses } from './core/turns.ts';
import { alignDocuments } from './align-documents.ts';
import { assembleSteps } from './assemble.ts';
import { detecting, detectingDocument } from './detect/detect.ts';
import type { RenderingContext } from './detect/rule.ts';
import { ruleIds, rules } from './detect/rules.ts';
import { withSiblings } from './detect/siblings.ts';
import { suppressSteps } from './detect/suppress.ts';
import { unrelatedSteps } from './detect/unrelated.ts';
import type { Embedder } from './embed/embedder.ts';
import { loadStaticEmbedder } from './embed/static/static-embedder.ts';
import { embeddedModelUrl } from './embedded-model.ts';
import { readInputs, type TextInput } from './inputs.ts';
import { resolveOptions, type AlignOptions } from './options.ts';
import { documentSteps, type Document } from './text/document.ts';

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
  // Between pieces of work an abort gets in.
  const pause = pauses(signal);
  const turns = { signal, pause };
  const embedder = settings.embedder ?? (await embeddedModel());
  await pause();
  const inputs = readInputs(source, renderings, embedder, settings.maxCharacters);
  await pause();
  const read = async (): Promise<Document[]> => {
    const documents: Document[] = [];
    for (const input of [inputs.source, ...inputs.renderings])
      documents.push(await finishInTurns(documentSteps(input), turns));
    const total = documents.length;
    onProgress({ stage: 'text', done: total, total });
    return documents;
  };
  // Not held here: sentences may be parted, and a book is not to be there twice.
  const {
    source: original,
    renderings: others,
    similarities,
    alignments,
  } = await alignDocuments(embedder, await read(), { signal, pause, onProgress });

  const marked = await finishInTurns(unrelatedSteps(original, others, alignments), turns);
  const { glossary } = settings;
  const alone: RenderingContext[] = [];
  for (const [index, other] of others.entries()) {
    const beads = alignments[index]!;
    const rendering = marked.renderings[index]!;
    const coverage = await finishInTurns(coverageSteps(original.words, other.words, beads), turns);
    const similarity = similarities[index]!;
    const texts = { source: marked.source, rendering, beads, coverage };
    alone.push({
      ...texts,
      similarity,
      ...(await finishInTurns(relationSteps(texts, similarity, settings.thresholds), turns)),
      glossary,
    });
  }
  await pause();
  const contexts = withSiblings(alone);

  const detectOptions = {
    rules,
    profile: settings.profile,
    severities: settings.rules,
  };
  const findings: Finding[][] = [];
  for (const context of contexts) {
    findings.push(await finishInTurns(detecting(context, detectOptions), turns));
    onProgress({
      stage: 'detect',
      done: findings.length,
      total: contexts.length,
    });
    await pause();
  }
  const whole = { source: marked.source, renderings: contexts };
  const between = await finishInTurns(detectingDocument(whole, detectOptions), turns);
  const sifted = await finishInTurns(suppressSteps({ renderings: findings, between }, whole, settings), turns);
  const off = ruleIds.filter((id) => settings.rules[id] === 'off');
  return finishInTurns(assembleSteps(embedder, contexts, sifted, off), turns);
}

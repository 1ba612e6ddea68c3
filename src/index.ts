export { alignTranslations } from './align-translations.ts';
export { alignMany } from './batch/align-many.ts';
export type { AlignManyOptions, AlignRecord } from './batch/align-many.ts';
export type { AlignCase } from './batch/aligner.ts';
export type { RecordError } from './batch/record.ts';
export { AlignError } from './core/errors.ts';
export type { ErrorCode } from './core/errors.ts';
export type { GlossaryTerm } from './core/glossary.ts';
export type { Matrix } from './core/matrix.ts';
export type { Progress, Stage } from './core/progress.ts';
export type {
  AlignmentResult,
  Bead,
  Coverage,
  DocumentFinding,
  Finding,
  Language,
  Place,
  Profile,
  Relation,
  RelationKind,
  RenderingResult,
  Sentence,
  SentenceKind,
  Severity,
  SourceResult,
  SuppressedFinding,
} from './core/result.ts';
export type { Span } from './core/span.ts';
export type { BaselineEntry, IgnoreEntry } from './core/suppression.ts';
export { tool } from './core/tool.ts';
export { ruleIds } from './detect/rules.ts';
export { cachedEmbedder } from './embed/cache.ts';
export type { CacheOptions, CacheProblem } from './embed/cache.ts';
export type { EmbedOptions, Embedder } from './embed/embedder.ts';
export { precomputedEmbedder } from './embed/precomputed.ts';
export type { PrecomputedOptions } from './embed/precomputed.ts';
export { loadStaticEmbedder } from './embed/static/static-embedder.ts';
export type { StaticEmbedderOptions } from './embed/static/static-embedder.ts';
export { loadTransformersEmbedder } from './embed/transformers.ts';
export type { ModelProgress, TransformersOptions } from './embed/transformers.ts';
export { embeddedModelUrl } from './embedded-model.ts';
export type { TextInput } from './inputs.ts';
export { DEFAULT_THRESHOLDS } from './options.ts';
export type { AlignOptions, Thresholds } from './options.ts';
export { display } from './report/display.ts';
export type { DisplayedResult } from './report/display.ts';
export { formats, render } from './report/registry.ts';
export type { Format, RenderOptions } from './report/format.ts';
export { decodeText } from './text/decode.ts';
export type { DecodedText, TextEncoding } from './text/decode.ts';

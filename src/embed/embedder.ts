import type { Matrix } from '../core/matrix.ts';
import type { Language } from '../core/result.ts';

/** What a call of an embedder may be told. */
export interface EmbedOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Turns texts into vectors that are close where the texts mean the same, across languages. */
export interface Embedder {
  /** Names the model; part of every result. */
  readonly id: string;
  /** Names the exact version of the model's weights, for example `sha256:...`. */
  readonly revision: string;
  /** The length of every vector. */
  readonly dimensions: number;
  /** ISO 639-1 codes of the languages the model knows; `['*']` where it is not bound to any. */
  readonly languages: readonly Language[];
  /**
   * One unit row a text, shape `[texts.length, dimensions]`. A text that has no vector is an error
   * (`missing-vector`, or `unsupported-language` where the model can tell), never a zero or random row.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Matrix>;
  /**
   * Only where the model is additive: rows before normalization, so that the row of texts joined by
   * a space is the sum of their rows and a row's length says how much its text weighs. A text without
   * a known piece is a zero row here, because a sum with it is still right.
   */
  sums?(texts: readonly string[], options?: EmbedOptions): Promise<Matrix>;
}

import { requireKnownNames } from '../../core/known-names.ts';
import { normalizingRows, zeros } from '../../core/matrix.ts';
import type { Matrix } from '../../core/matrix.ts';
import { throwIfAborted } from '../../core/progress.ts';
import type { Language } from '../../core/result.ts';
import { finishInTurns } from '../../core/steps.ts';
import { pauses } from '../../core/turns.ts';
import type { EmbedOptions, Embedder } from '../embedder.ts';
import { missingVector, requireTexts } from '../checks.ts';
import { requireKnownLanguage } from './known-language.ts';
import { readBytes } from './model-bytes.ts';
import type { ModelLocation } from './model-bytes.ts';
import { readModelFile } from './model-file.ts';
import type { StaticModel } from './model-file.ts';
import { RowSums } from './row-sums.ts';
import { UnigramTokenizer } from './tokenizer.ts';
import { WordPieces } from './word-pieces.ts';

/**
 * An embedder whose vectors are sums over words, without regard to their order: no network, no threads, and the same
 * result on every machine. Safe to use from several calls at once.
 */
export class StaticEmbedder implements Embedder {
  readonly id: string;
  readonly revision: string;
  readonly dimensions: number;
  readonly languages: readonly Language[];
  readonly #pieces: WordPieces;
  readonly #sums: RowSums;

  constructor(model: StaticModel) {
    this.id = model.id;
    this.revision = model.revision;
    this.dimensions = model.dimensions;
    this.languages = model.languages;
    this.#pieces = new WordPieces(new UnigramTokenizer(model.text, model.starts, model.logProbabilities));
    this.#sums = new RowSums(model);
  }

  /** @throws AlignError `missing-vector`; `unsupported-language` for a text of a language that the model does not know */
  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Matrix> {
    const matrix = await this.#matrix(texts, options, (text, index, found) => {
      if (found.count === 0) throw missingVector(text, index, 'no character of it is known to the model');
      requireKnownLanguage(text, index, found, this.languages);
    });
    return finishInTurns(normalizingRows(matrix), options);
  }

  async sums(texts: readonly string[], options: EmbedOptions = {}): Promise<Matrix> {
    return this.#matrix(texts, options, () => {});
  }

  /** The ids of a text's pieces, in order; characters without a piece have none. */
  pieceIds(text: string): number[] {
    const { ids, count } = this.#pieces.of(text);
    return Array.from(ids.subarray(0, count));
  }

  async #matrix(
    texts: readonly string[],
    { signal }: EmbedOptions,
    check: (text: string, index: number, found: { words: number; count: number }) => void,
  ): Promise<Matrix> {
    throwIfAborted(signal);
    requireTexts(texts);
    const matrix = zeros(texts.length, this.dimensions);
    const pause = pauses(signal);
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index]!;
      const found = this.#pieces.of(text);
      check(text, index, found);
      this.#sums.write(found.ids, found.count, matrix.data, index * this.dimensions);
      if (pause.isDue()) await pause();
    }
    return matrix;
  }
}

/** Where the packed model lies. */
export interface StaticEmbedderOptions {
  /** The packed model: its URL, its path, or its bytes; `embeddedModelUrl` is the one that ships with the package. */
  model: ModelLocation;
  /** Aborts the loading; the call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Loads a packed static model; bytes that are given are not copied and must not change.
 *
 * @throws AlignError `model-failed` where the model cannot be read, `model-damaged` where it is not whole,
 *   `invalid-argument` where `model` is none of the above, `unknown-option`.
 */
export async function loadStaticEmbedder(options: StaticEmbedderOptions): Promise<StaticEmbedder> {
  requireKnownNames('options', options, ['model', 'signal']);
  throwIfAborted(options.signal);
  return new StaticEmbedder(readModelFile(await readBytes(options.model, options.signal)));
}

import { alignTranslations } from '../align-translations.ts';
import type { AlignmentResult } from '../core/result.ts';
import { turn } from '../core/turns.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { TextInput } from '../inputs.ts';
import type { AlignOptions } from '../options.ts';

/** One document of many: a source and its renderings, with an id of the caller's that its record carries. */
export interface AlignCase {
  /** Names the document in its record. */
  id: string | number;
  /** The article; its id is the case's where it has none. */
  source: TextInput;
  /** What is compared with it: one text or several. */
  renderings: TextInput | readonly TextInput[];
}

/** The result of one document, in the form it came in; the other is made when it is asked for. */
export interface Aligned {
  readonly summary: AlignmentResult['summary'];
  result(): AlignmentResult;
  json(): string;
}

/** Aligns documents, in this thread or in others. */
export interface Aligner {
  /** How many documents it is worth to hand over ahead. */
  readonly window: number;
  /** Rejects as `alignTranslations` does. */
  align(document: AlignCase): Promise<Aligned>;
  /** Ends its threads, also amid their work, whose promises then stay open. */
  close(): Promise<void>;
}

/** After so long without a turn of the event loop one is taken, or no abort and no timer would get in. */
const TURN_EVERY_MS = 20;

/** Aligns in the calling thread, one document after the other; runs in browsers. */
export function alignerHere(options: AlignOptions<Embedder>): Aligner {
  let lastTurn = performance.now();
  return {
    window: 1,
    async align(document) {
      if (performance.now() - lastTurn > TURN_EVERY_MS) {
        await turn();
        lastTurn = performance.now();
        options.signal?.throwIfAborted();
      }
      const result = await alignCase(document, options);
      return { summary: result.summary, result: () => result, json: () => JSON.stringify(result) };
    },
    close: async () => {},
  };
}

/** `alignTranslations` for a case. */
export function alignCase(
  { id, source, renderings }: AlignCase,
  options: AlignOptions<Embedder>,
): Promise<AlignmentResult> {
  return alignTranslations(named(source, String(id)), renderings, options);
}

function named(source: TextInput, id: string): TextInput {
  if (typeof source === 'string') return { id, text: source };
  return typeof source === 'object' && source !== null ? { id, ...source } : source;
}

import type { Span } from '../core/span.ts';
import type { Pause } from '../core/turns.ts';
import type { EmbedOptions } from '../embed/embedder.ts';
import type { Document } from '../text/document.ts';

/** Where sentences begin that are none yet. */
export interface Breaks {
  source: number[];
  rendering: number[];
}

/** Of an embedder's calls, and of the work between them. */
export type TurnOptions = EmbedOptions & { pause?: Pause };

/** The span of a group of sentences. */
export function spanOf({ sentences }: Document, group: readonly number[]): Span {
  return { start: sentences[group[0]!]!.start, end: sentences[group.at(-1)!]!.end };
}

export function length({ start, end }: Span): number {
  return end - start;
}

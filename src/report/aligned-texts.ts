import { AlignError } from '../core/errors.ts';
import type { AlignmentResult, Bead } from '../core/result.ts';

/** The sentences of two texts and the beads over them: what formats of one source and one rendering hold. */
export interface AlignedTexts {
  readonly source: readonly string[];
  readonly rendering: readonly string[];
  readonly beads: readonly Bead[];
}

/** The texts of a result's only rendering. @throws AlignError `invalid-argument` where it has several */
export function alignedTexts(result: AlignmentResult, format: string): AlignedTexts {
  const { source, renderings } = result;
  const rendering = renderings[0];
  if (rendering === undefined || renderings.length > 1)
    throw new AlignError(
      'invalid-argument',
      `The format ${format} holds one rendering, the result has ${renderings.length}.`,
      'Write each rendering by itself, or use json or tsv.',
    );
  const sentences = (side: typeof source | typeof rendering) =>
    side.sentences.map(({ start, end }) => side.text.slice(start, end));
  return { source: sentences(source), rendering: sentences(rendering), beads: rendering.beads };
}

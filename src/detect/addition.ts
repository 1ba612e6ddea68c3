import { excerpt, gapRuns, isAside, isMinor, spanOf } from './gaps.ts';
import type { Rule } from './rule.ts';

/** Rendering sentences without counterpart. */
export const additionRule: Rule = {
  id: 'addition',
  category: 'accuracy/addition',
  summary: 'A sentence of the rendering has no counterpart in the source.',
  severity: { literal: 'warning', wire: 'info' },
  comparesBeads: true,
  yieldsTo: ['untranslated', 'duplication'],
  check({ rendering, beads }) {
    return gapRuns(beads, rendering.sentences, 'rendering').map((run) => {
      const first = rendering.sentences[run.sentences[0]!]!;
      const confidence = run.beads.reduce((most, b) => Math.max(most, beads[b]!.confidence), 0);
      const words = excerpt(rendering.text, first);
      return {
        confidence,
        message: isAside(first)
          ? `The ${first.kind} ${words} is the rendering’s own.`
          : run.sentences.length === 1
            ? `The sentence ${words} is not in the source.`
            : `${run.sentences.length} sentences are not in the source, from ${words} on.`,
        source: [],
        rendering: run.sentences.map((index) => spanOf(rendering.sentences[index]!)),
        beads: run.beads,
        ...(isMinor(run, rendering, confidence) ? { severity: 'info' as const } : {}),
      };
    });
  },
};

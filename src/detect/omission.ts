import { excerpt, gapRuns, holdsFacts, isAside, isMinor, spanOf } from './gaps.ts';
import type { Rule } from './rule.ts';

/** Source sentences without counterpart. */
export const omissionRule: Rule = {
  id: 'omission',
  category: 'accuracy/omission',
  summary: 'A sentence of the source has no counterpart in the rendering.',
  severity: { literal: 'error', wire: 'warning' },
  comparesBeads: true,
  yieldsTo: ['untranslated'],
  check({ source, beads }) {
    return gapRuns(beads, source.sentences, 'source').map((run) => {
      const first = source.sentences[run.sentences[0]!]!;
      const confidence = run.beads.reduce((most, b) => Math.max(most, beads[b]!.confidence), 0);
      const words = excerpt(source.text, first);
      const spans = run.sentences.map((index) => spanOf(source.sentences[index]!));
      return {
        confidence,
        message: isAside(first)
          ? `The ${first.kind} ${words} is not carried.`
          : run.sentences.length === 1
            ? `The sentence ${words} is missing.`
            : `${run.sentences.length} sentences are missing, from ${words} on.`,
        source: spans,
        rendering: [],
        beads: run.beads,
        ...(isMinor(run, source, confidence)
          ? { severity: 'info' as const }
          : holdsFacts(source, spans)
            ? { severity: { wire: 'error' as const } }
            : {}),
      };
    });
  },
};

import type { Rule } from './rule.ts';
import { missingPhrases } from './missing-phrases.ts';
import { excerpt } from './gaps.ts';

/** A clause or phrase of a source sentence that its bead lacks. */
export const partialOmissionRule: Rule = {
  id: 'partial-omission',
  category: 'accuracy/omission',
  summary: 'A clause or phrase of a source sentence has no counterpart in the rendering.',
  severity: { literal: 'warning', wire: 'info' },
  check(context) {
    return missingPhrases(context).map(({ bead, span, confidence }) => ({
      confidence,
      message: `${excerpt(context.source.text, span)} is missing from the sentence.`,
      source: [span],
      rendering: [],
      beads: [bead],
    }));
  },
};

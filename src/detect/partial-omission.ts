import { missingPhrases } from '../align/missing-phrases.ts';
import { excerpt, holdsFacts } from './gaps.ts';
import type { Rule } from './rule.ts';

/** Below this the finding would be wrong more often than right (bench:planted). */
const LEAST_CONFIDENCE = 0.45;
const LEAST_CONTENT_WORDS = 2;

/** A clause or phrase of a source sentence that its bead lacks. */
export const partialOmissionRule: Rule = {
  id: 'partial-omission',
  category: 'accuracy/omission',
  summary: 'A clause or phrase of a source sentence has no counterpart in the rendering.',
  severity: { literal: 'warning', wire: 'info' },
  comparesBeads: true,
  yieldsTo: ['garbled-quote', 'untranslated'],
  check(context) {
    const { source } = context;
    return missingPhrases(context, 'source')
      .filter(({ confidence, content }) => confidence >= LEAST_CONFIDENCE && content >= LEAST_CONTENT_WORDS)
      .map(({ bead, span, confidence }) => ({
        confidence,
        message: `${excerpt(source.text, span)} is missing from the sentence.`,
        source: [span],
        rendering: [],
        beads: [bead],
        ...(holdsFacts(source, [span]) ? { severity: { wire: 'warning' as const } } : {}),
      }));
  },
};

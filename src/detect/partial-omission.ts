import { mapping, type Steps } from '../core/steps.ts';
import { excerpt, holdsFacts } from './gaps.ts';
import { lackingPhrases } from './lacking-phrases.ts';
import type { Draft, Rule } from './rule.ts';

/** A clause or phrase of a source sentence that its bead lacks. */
export const partialOmissionRule: Rule = {
  id: 'partial-omission',
  category: 'accuracy/omission',
  summary: 'A clause or phrase of a source sentence has no counterpart in the rendering.',
  severity: { literal: 'warning', wire: 'info' },
  comparesBeads: true,
  yieldsTo: ['garbled-quote', 'untranslated', 'name'],
  *check(context): Steps<Draft[]> {
    const { source } = context;
    const lacking = yield* lackingPhrases(context, 'source');
    const phrases = lacking.filter(({ whole }) => whole === undefined);
    return yield* mapping(phrases, ({ bead, span, confidence, others, apart }) => ({
      confidence,
      message: `${excerpt(source.text, span)} is missing from the sentence${others}.`,
      source: [span],
      rendering: [],
      beads: [bead],
      ...(apart
        ? { severity: 'info' as const }
        : holdsFacts(source, [span])
          ? { severity: { wire: 'warning' as const } }
          : {}),
    }));
  },
};

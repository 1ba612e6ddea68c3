import { mapping, type Steps } from '../core/steps.ts';
import { gapAccount } from './gap-account.ts';
import { excerpt, gapRuns, asideOf, isMinor, spanOf } from './gaps.ts';
import { lackingPhrases } from './lacking-phrases.ts';
import type { Draft, Rule } from './rule.ts';

/** Rendering sentences without counterpart. */
export const additionRule: Rule = {
  id: 'addition',
  category: 'accuracy/addition',
  summary: 'A sentence of the rendering has no counterpart in the source.',
  severity: { literal: 'warning', wire: 'info' },
  comparesBeads: true,
  yieldsTo: ['untranslated', 'duplication'],
  *check(context): Steps<Draft[]> {
    const { rendering, beads } = context;
    const drafts = yield* mapping(gapRuns(beads, rendering.sentences, 'rendering'), (run) => {
      const confidence = run.beads.reduce((most, b) => Math.max(most, beads[b]!.confidence), 0);
      const { subject, from, plural } = gapAccount(run, rendering);
      const verb = asideOf(rendering, run.sentences[0]!)
        ? 'is the rendering’s own'
        : `${plural ? 'are' : 'is'} not in the source`;
      return {
        confidence,
        message: `${subject} ${verb}${from}.`,
        source: [],
        rendering: run.sentences.map((index) => spanOf(rendering.sentences[index]!)),
        beads: run.beads,
        ...(isMinor(run, rendering, confidence) ? { severity: 'info' as const } : {}),
      };
    });
    const lacking = yield* lackingPhrases(context, 'rendering');
    return [
      ...drafts,
      ...lacking.flatMap(({ whole, apart, bead, confidence }) =>
        whole === undefined
          ? []
          : [
              {
                confidence,
                message: `The sentence ${excerpt(rendering.text, whole)} is not in the source.`,
                source: [],
                rendering: [whole],
                beads: [bead],
                ...(apart ? { severity: 'info' as const } : {}),
              },
            ],
      ),
    ];
  },
};

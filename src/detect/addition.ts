import type { Bead } from '../core/result.ts';
import { mapping, type Steps } from '../core/steps.ts';
import { gapAccount } from './gap-account.ts';
import { excerpt, gapRuns, asideOf, isMinor, spanOf, type GapRun } from './gaps.ts';
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
        ...(isMinor(run, rendering, confidence) || mayRender(beads, run) ? { severity: 'info' as const } : {}),
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

/** A gap as sure as this is none because of the gap beside it. */
const DOUBTFUL = 0.9;
/** Two gaps that are one doubt are as sure as each other but for rounding. */
const SAME = 0.02;

/**
 * Whether a lone sentence stands beside one that the rendering lacks, and each is in doubt for the sake of the other: a
 * free translation, perhaps. The omission tells it once.
 */
function mayRender(beads: readonly Bead[], run: GapRun): boolean {
  if (run.beads.length > 1) return false;
  const at = run.beads[0]!;
  const { confidence } = beads[at]!;
  return [beads[at - 1], beads[at + 1]].some(
    (beside) =>
      beside?.rendering.length === 0 &&
      Math.max(confidence, beside.confidence) < DOUBTFUL &&
      Math.abs(confidence - beside.confidence) < SAME,
  );
}

import { excerpt, gapRuns, isAside } from './gaps.ts';
import type { Rule } from './rule.ts';

/** Source sentences without counterpart. */
export const omissionRule: Rule = {
  id: 'omission',
  category: 'accuracy/omission',
  summary: 'A sentence of the source has no counterpart in the rendering.',
  severity: { literal: 'error', wire: 'warning' },
  check({ source, beads }) {
    return gapRuns(beads, source.sentences, 'source').map((run) => {
      const first = source.sentences[run.sentences[0]!]!;
      const words = excerpt(source.text, first);
      return {
        confidence: Math.max(...run.beads.map((b) => beads[b]!.confidence)),
        message: isAside(first)
          ? `The ${first.kind} ${words} is not carried.`
          : run.sentences.length === 1
            ? `The sentence ${words} is missing.`
            : `${run.sentences.length} sentences are missing, from ${words} on.`,
        source: run.sentences.map((index) => ({
          start: source.sentences[index]!.start,
          end: source.sentences[index]!.end,
        })),
        rendering: [],
        beads: run.beads,
        ...(isAside(first) ? { severity: 'info' as const } : {}),
      };
    });
  },
};

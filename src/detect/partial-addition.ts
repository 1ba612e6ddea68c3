import type { Steps } from '../core/steps.ts';
import { excerpt } from './gaps.ts';
import type { Document } from '../text/document.ts';
import { lackingPhrases, type LackingPhrase } from './lacking-phrases.ts';
import type { Draft, Rule } from './rule.ts';

/** Translators add a word here and there on their own: .95 tells twice as many phrases of news of 2020 (bench:faithful). */
const LEAST_CONFIDENCE = 0.97;

/** A phrase with so large a part of its content words in capitals is a name, told in full where the source has it short. */
const NAME_SHARE = 0.6;

function isName({ text, words: lists }: Document, { sentence, words: [from, to], content }: LackingPhrase): boolean {
  const words = lists
    .of(sentence)
    .slice(from, to)
    .filter((word) => !word.function);
  return words.filter(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2))).length >= NAME_SHARE * content;
}

/** A clause or phrase of a rendering sentence that its bead's source lacks. */
export const partialAdditionRule: Rule = {
  id: 'partial-addition',
  category: 'accuracy/addition',
  summary: 'A clause or phrase of a rendering sentence has no counterpart in the source.',
  severity: { literal: 'warning', wire: 'info' },
  comparesBeads: true,
  yieldsTo: ['garbled-quote', 'untranslated', 'duplication', 'name'],
  *check(context): Steps<Draft[]> {
    const { rendering } = context;
    const lacking = yield* lackingPhrases(context, 'rendering');
    return lacking
      .filter((phrase) => phrase.whole === undefined && phrase.confidence >= LEAST_CONFIDENCE)
      .filter((phrase) => !isName(rendering, phrase))
      .map(({ bead, span, confidence, apart }) => ({
        confidence,
        message: `${excerpt(rendering.text, span)} has no counterpart in the source’s sentence.`,
        source: [],
        rendering: [span],
        beads: [bead],
        ...(apart ? { severity: 'info' as const } : {}),
      }));
  },
};

import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { mapping, type Steps } from '../core/steps.ts';
import { gapAccount, MILD } from './gap-account.ts';
import { excerpt, gapRuns, holdsFacts, asideOf, isMinor, spanOf, type GapRun } from './gaps.ts';
import { lackingPhrases, type LackingPhrase } from './lacking-phrases.ts';
import { retoldBy } from './retold.ts';
import { ALONE, othersOf, withOdds, type Others } from './other-renderings.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Source sentences without counterpart. */
export const omissionRule: Rule = {
  id: 'omission',
  category: 'accuracy/omission',
  summary: 'A sentence of the source has no counterpart in the rendering.',
  severity: { literal: 'error', wire: 'warning' },
  comparesBeads: true,
  yieldsTo: ['untranslated'],
  *check(context): Steps<Draft[]> {
    const { source, beads } = context;
    const carriers = new Map<number, Bead>();
    for (const bead of beads) if (bead.rendering.length > 0) for (const index of bead.source) carriers.set(index, bead);
    const isRetold = (sentence: number, part?: Span) =>
      retoldBy(context, sentence, (other) => carriers.get(other), part) !== undefined;
    const drafts = yield* mapping(gapRuns(beads, source.sentences, 'source'), (run) => {
      const retold = run.sentences.map((sentence) => isRetold(sentence));
      const part = (is: boolean): GapRun => ({
        sentences: run.sentences.filter((_, x) => retold[x] === is),
        beads: run.beads.filter((_, x) => retold[x] === is),
      });
      return [false, true].flatMap((is) => (retold.includes(is) ? [gap(context, part(is), is)] : []));
    });
    const lacking = yield* lackingPhrases(context, 'source');
    return [...drafts.flat(), ...lacking.flatMap((phrase) => inside(context, phrase, isRetold))];
  },
};

/** The finding of gaps in a row, as sure as the surest of them. */
function gap(context: RenderingContext, run: GapRun, isRetold: boolean): Draft {
  const confidence = run.beads.reduce((most, b) => Math.max(most, context.beads[b]!.confidence), 0);
  return draft(context, run, isRetold, confidence, othersOf(context.siblings, run.sentences));
}

/** A sentence that ran into one which is carried, or stands beside one in its bead; or none. */
function inside(
  context: RenderingContext,
  { whole, sentence, bead, confidence, others }: LackingPhrase,
  isRetold: (sentence: number, part?: Span) => boolean,
): Draft[] {
  if (whole === undefined) return [];
  const { source } = context;
  const own = source.sentences[sentence]!;
  if (whole.start === own.start && whole.end === own.end) {
    const run = { sentences: [sentence], beads: [bead] };
    // The odds of the phrase have the other renderings in them.
    return [draft(context, run, isRetold(sentence), confidence, { words: others, odds: 1 })];
  }
  const again = isRetold(sentence, whole);
  return [
    {
      confidence,
      message: `The sentence ${excerpt(source.text, whole)} is missing${again ? REPEATED : ''}${others}.`,
      source: [whole],
      rendering: [],
      beads: [bead],
      ...severityOf(again, false, holdsFacts(source, [whole])),
    },
  ];
}

const REPEATED = '; what it repeats in other words is carried';

/** Retold sentences are told as info: another wording of them is carried, and nothing is lost. */
function draft(
  { source }: RenderingContext,
  run: GapRun,
  isRetold: boolean,
  confidence: number,
  witnesses: Others,
): Draft {
  const spans = run.sentences.map((index) => spanOf(source.sentences[index]!));
  const { subject, from, plural, role } = gapAccount(run, source);
  const aside = asideOf(source, run.sentences[0]!) !== undefined;
  const others = aside ? ALONE : witnesses;
  const verb = aside ? 'not carried' : 'missing';
  const repeats = !isRetold ? '' : plural ? '; what they repeat in other words is carried' : REPEATED;
  return {
    confidence: withOdds(confidence, others.odds),
    message: `${subject} ${plural ? 'are' : 'is'} ${verb}${from}${repeats}${others.words}.`,
    source: spans,
    rendering: [],
    beads: run.beads,
    ...severityOf(
      isRetold || isMinor(run, source, confidence),
      role !== undefined || others.odds < 1,
      holdsFacts(source, spans),
    ),
  };
}

/** A minor gap is info; one that was hardly lost by accident is mild; a quotation or a number is lost in no profile. */
function severityOf(isMinor: boolean, isMild: boolean, hasFacts: boolean): Pick<Draft, 'severity'> {
  if (isMinor) return { severity: 'info' };
  if (isMild) return { severity: hasFacts ? { ...MILD, wire: 'warning' } : MILD };
  return hasFacts ? { severity: { wire: 'error' } } : {};
}

import { mapping, type Steps } from '../core/steps.ts';
import { gapAccount, MILD } from './gap-account.ts';
import { excerpt, gapRuns, holdsFacts, asideOf, isMinor, spanOf, type GapRun } from './gaps.ts';
import { lackingPhrases, type LackingPhrase } from './lacking-phrases.ts';
import { retoldBy } from './retold.ts';
import { ALONE, othersOf, withOdds } from './other-renderings.ts';
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
    const carried = new Set(beads.flatMap((bead) => (bead.rendering.length > 0 ? bead.source : [])));
    const isRetold = (sentence: number) => retoldBy(source, sentence, (other) => carried.has(other)) !== undefined;
    const drafts = yield* mapping(gapRuns(beads, source.sentences, 'source'), (run) => {
      const retold = run.sentences.map(isRetold);
      const part = (is: boolean): GapRun => ({
        sentences: run.sentences.filter((_, x) => retold[x] === is),
        beads: run.beads.filter((_, x) => retold[x] === is),
      });
      return [false, true].flatMap((is) => (retold.includes(is) ? [draft(context, part(is), is)] : []));
    });
    const lacking = yield* lackingPhrases(context, 'source');
    return [...drafts.flat(), ...lacking.flatMap((phrase) => inside(context, phrase, isRetold))];
  },
};

/** A sentence that ran into one which is carried, or stands beside one in its bead; or none. */
function inside(
  { source }: RenderingContext,
  { whole, sentence, bead, confidence, others }: LackingPhrase,
  isRetold: (sentence: number) => boolean,
): Draft[] {
  if (whole === undefined) return [];
  const own = source.sentences[sentence]!;
  const run = { sentences: [sentence], beads: [bead] };
  const isSentence = whole.start === own.start && whole.end === own.end;
  const retold = isSentence && isRetold(sentence);
  const account = isSentence ? gapAccount(run, source) : undefined;
  const subject = account?.subject ?? `The sentence ${excerpt(source.text, whole)}`;
  return [
    {
      confidence,
      message: `${subject} is missing${retold ? REPEATS.it : ''}${others}.`,
      source: [whole],
      rendering: [],
      beads: [bead],
      ...severityOf(
        retold || (isSentence && isMinor(run, source, confidence)),
        account?.role !== undefined,
        holdsFacts(source, [whole]),
      ),
    },
  ];
}

const REPEATS = {
  it: '; what it repeats in other words is carried',
  them: '; what they repeat in other words is carried',
} as const;

/** Retold sentences are told as info: another wording of them is carried, and nothing is lost. */
function draft(context: RenderingContext, run: GapRun, isRetold: boolean): Draft {
  const { source, beads } = context;
  const confidence = run.beads.reduce((most, b) => Math.max(most, beads[b]!.confidence), 0);
  const spans = run.sentences.map((index) => spanOf(source.sentences[index]!));
  const account = gapAccount(run, source);
  const { subject, from, plural } = account;
  const aside = asideOf(source, run.sentences[0]!) !== undefined;
  const others = aside ? ALONE : othersOf(context.siblings, run.sentences);
  const verb = aside ? 'not carried' : 'missing';
  const repeats = isRetold ? REPEATS[plural ? 'them' : 'it'] : '';
  return {
    confidence: withOdds(confidence, others.odds),
    message: `${subject} ${plural ? 'are' : 'is'} ${verb}${from}${repeats}${others.words}.`,
    source: spans,
    rendering: [],
    beads: run.beads,
    ...severityOf(
      isRetold || isMinor(run, source, confidence),
      account.role !== undefined || others.odds < 1,
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

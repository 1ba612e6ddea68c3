import { formsOf, type GlossaryTerm } from '../core/glossary.ts';
import type { Span } from '../core/span.ts';
import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { findPhrases, type Occurrence, type PhraseOptions } from '../text/phrases.ts';
import { isPersonalPronoun } from '../text/pronouns.ts';
import { WordLists } from '../text/word-lists.ts';
import { excerpt, spanOf } from './gaps.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Beads below this confidence may pair sentences that do not belong together; their terms are not judged. */
const LEAST_BEAD_CONFIDENCE = 0.5;

/** Set by hand: a form that the glossary rules out is there for all to see; one that is absent may be paraphrased. */
const AVOIDED_CONFIDENCE = 0.95;
const ABSENT_CONFIDENCE = 0.85;
/** Where the rendering has named it before, a later mention may be told in other words (the ministry). */
const LATER_CONFIDENCE = 0.6;

/** What a bead makes of a term of its source sentences. */
interface Judgement {
  term: GlossaryTerm;
  bead: number;
  /** Where the term stands in the source. */
  source: Span[];
  /** Forms of the bead's rendering that are right, or that are ruled out. */
  rendering: Span[];
  /** `later`: absent here, but named as wanted before. */
  verdict: 'right' | 'avoided' | 'absent' | 'later';
}

/** Terms and names that the caller's glossary wants rendered in another way. */
export const glossaryRule: Rule = {
  id: 'glossary',
  category: 'terminology/inconsistent-with-terminology-resource',
  summary: 'A term of the glossary that the rendering has in another form, or not at all.',
  severity: { literal: 'error', wire: 'warning' },
  comparesBeads: true,
  yieldsTo: ['untranslated'],
  *check(context): Steps<Draft[]> {
    const drafts = yield* mapping(yield* judgeTerms(context), (judgement) => told(context, judgement));
    return drafts.flat();
  },
};

/** Places where the glossary has the say, so that rules which guess about names and phrases keep silent. */
export function* glossaryPlaceSteps(context: RenderingContext): Steps<{ source: Span[]; rendering: Span[] }> {
  const judgements = yield* judgeTerms(context);
  return {
    source: judgements.flatMap(({ source }) => source),
    rendering: judgements.flatMap(({ rendering }) => rendering),
  };
}

function told({ source, rendering, beads }: RenderingContext, { term, bead, ...judged }: Judgement): Draft[] {
  const { verdict } = judged;
  if (verdict === 'right') return [];
  const words = excerpt(source.text, judged.source[0]!);
  const forms = formsOf(term.rendering).map((form) => `“${form}”`);
  const wanted = [forms.slice(0, -1).join(', '), ...forms.slice(-1)].filter(Boolean).join(' or ');
  const avoided = judged.rendering[0];
  const message =
    verdict === 'avoided' && avoided !== undefined
      ? `${words} is rendered as ${excerpt(rendering.text, avoided)}, which the glossary rules out${wanted === '' ? '' : ` for ${wanted}`}.`
      : `${words} is not rendered as ${wanted}, as the glossary wants it.`;
  const place = { source: judged.source, rendering: judged.rendering, beads: [bead] };
  const confidence = { avoided: AVOIDED_CONFIDENCE, absent: ABSENT_CONFIDENCE, later: LATER_CONFIDENCE }[verdict];
  return [
    {
      ...place,
      confidence: Math.min(confidence, beads[bead]!.confidence),
      message,
      ...(verdict === 'avoided' ? { severity: 'error' as const } : {}),
      ...(verdict === 'later' ? { severity: { literal: 'warning' as const, wire: 'info' as const } } : {}),
    },
  ];
}

const judged = new WeakMap<RenderingContext, readonly Judgement[]>();

/** What `judge` tells, once for the same rendering. */
function* judgeTerms(context: RenderingContext): Steps<readonly Judgement[]> {
  const known = judged.get(context) ?? (yield* judge(context));
  judged.set(context, known);
  return known;
}

/**
 * What each bead makes of each term that stands in its source sentences, ordered by bead. A term within a longer one is
 * not judged. It is right where a wanted form stands in the bead's rendering sentences or right beside them, where it is
 * optional, and where a pronoun stands for what the rendering has named before. O(words + terms).
 */
function* judge(context: RenderingContext): Steps<Judgement[]> {
  const { source, rendering, beads, glossary = [] } = context;
  if (glossary.length === 0) return [];
  const sought = glossary.map((term) => term.source);
  const bySentence = standing(outermost(yield* occurrences(sought, source, { capitals: true })));
  if (bySentence.size === 0) return [];
  const terms = [...new Set([...bySentence.values()].flatMap((row) => row.map(({ phrase }) => phrase)))];
  const forms = {
    wanted: yield* formsBy(context, terms, 'rendering'),
    avoid: yield* formsBy(context, terms, 'avoid'),
  };
  const named = new Set<number>();
  const order = beads
    .map((_, index) => index)
    .filter((index) => beads[index]!.rendering.length > 0)
    .sort((a, b) => beads[a]!.rendering[0]! - beads[b]!.rendering[0]!);
  const out: Judgement[] = [];
  yield* visiting(order, (index) => {
    const bead = beads[index]!;
    const near = new Set(bead.rendering.flatMap((sentence) => [sentence - 1, sentence, sentence + 1]));
    const places = new Map<number, Span[]>();
    if (bead.confidence >= LEAST_BEAD_CONFIDENCE)
      for (const { phrase, ...place } of bead.source.flatMap((sentence) => bySentence.get(sentence) ?? []))
        listOf(places, phrase).push(spanOf(place));
    for (const [number, at] of places) {
      const term = glossary[number]!;
      const right = bead.rendering.flatMap((sentence) => forms.wanted.at(number, sentence));
      const wrong = outside(
        bead.rendering.flatMap((sentence) => forms.avoid.at(number, sentence)),
        right,
      );
      const isRight =
        right.length > 0 || term.optional === true || [...near].some((s) => forms.wanted.at(number, s).length > 0);
      const isLater = named.has(number);
      const verdict =
        wrong.length > 0
          ? 'avoided'
          : isRight || (isLater && hasPronoun(rendering, bead.rendering))
            ? 'right'
            : isLater
              ? 'later'
              : 'absent';
      out.push({ term, bead: index, source: at, rendering: wrong.length > 0 ? wrong : right, verdict });
      if (right.length > 0) named.add(number);
    }
  });
  return out.sort((a, b) => a.bead - b.bead);
}

/** Phrases are sought in so many sentences at once: each time they are read anew. */
const SENTENCES_A_STEP = 512;

/** What `findPhrases` gives, in steps. */
function* occurrences(phrases: readonly string[], document: Document, options: PhraseOptions): Steps<Occurrence[]> {
  const found: Occurrence[] = [];
  for (let first = 0; first < document.sentences.length; first += SENTENCES_A_STEP) {
    if (first > 0) yield;
    const sentences = document.sentences.slice(first, first + SENTENCES_A_STEP);
    const words = new WordLists(sentences.map((_, sentence) => document.words.of(first + sentence)));
    const part = { ...document, sentences, words };
    for (const one of findPhrases(phrases, part, options)) found.push({ ...one, sentence: first + one.sentence });
  }
  return found;
}

/** The forms of terms that stand in the rendering, by term and sentence. */
function* formsBy(
  { rendering, glossary = [] }: RenderingContext,
  terms: readonly number[],
  which: 'rendering' | 'avoid',
): Steps<{ at(term: number, sentence: number): readonly Span[] }> {
  const owners: number[] = [];
  const phrases = terms.flatMap((number) => {
    const forms = formsOf(glossary[number]![which]);
    owners.push(...forms.map(() => number));
    return forms;
  });
  const found = new Map<string, Span[]>();
  for (const { phrase, sentence, ...place } of yield* occurrences(phrases, rendering, { capitals: false }))
    listOf(found, `${owners[phrase]!} ${sentence}`).push(spanOf(place));
  return { at: (term: number, sentence: number): readonly Span[] => found.get(`${term} ${sentence}`) ?? [] };
}

/** Leaves out what lies within, or begins within, one that stands before it or is longer. */
function outermost(occurrences: readonly Occurrence[]): Occurrence[] {
  let end = 0;
  return occurrences.filter((occurrence) => {
    if (occurrence.start < end) return false;
    end = occurrence.end;
    return true;
  });
}

function standing(occurrences: readonly Occurrence[]): Map<number, Occurrence[]> {
  const rows = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) listOf(rows, occurrence.sentence).push(occurrence);
  return rows;
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The spans that lie in none of the others, which like them are ordered by start. O(both). */
function outside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  let end = 0;
  return spans.filter((span) => {
    while (next < others.length && others[next]!.start <= span.start) end = Math.max(end, others[next++]!.end);
    return span.end > end;
  });
}

function hasPronoun({ text, words, language }: RenderingContext['rendering'], sentences: readonly number[]): boolean {
  return sentences.some((sentence) =>
    words.of(sentence).some((word) => word.function && isPersonalPronoun(text.slice(word.start, word.end), language)),
  );
}

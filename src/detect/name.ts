import { logistic, logOdds } from '../core/logistic.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { spanOf } from './gaps.ts';
import { isNamed, nameRivalSteps, type NameRivals, type NameRun } from './name-rivals.ts';
import { nameVariants } from './name-variants.ts';
import { NAME_WEIGHTS } from './name-weights.ts';
import { bestAgreement, capitalNameWords, type NameWord } from './name-words.ts';
import { beadBySentence } from './places.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';

/** Beads below this confidence may pair sentences that do not belong together; their names are not compared. */
const LEAST_BEAD_CONFIDENCE = 0.5;
/** Tuned on one half of the planted cases (docs/rules/name.md); more where the source has no name in that place. */
const LEAST_CONFIDENCE = 0.73;
const LEAST_CONFIDENCE_UNNAMED = 0.88;
/** Less is enough for a word about renderings that differ among themselves. */
const LEAST_CONFIDENCE_BETWEEN = 0.4;
/** Another rendering has the name as surely as this. */
const SURELY_NAMED = 0.9;

/** A pair of rivals with how sure it is that they stand for each other. */
interface Judged extends NameRivals {
  confidence: number;
}

const judged = new WeakMap<RenderingContext, Judged[]>();

/** The rivals of a rendering; computed once for both checks. */
function* judge(context: RenderingContext): Steps<Judged[]> {
  let known = judged.get(context);
  if (!known) {
    const rivals = yield* nameRivalSteps(context);
    known = rivals
      .filter(({ bead }) => context.beads[bead]!.confidence >= LEAST_BEAD_CONFIDENCE)
      .map((both) => ({ ...both, confidence: logistic(logOdds(NAME_WEIGHTS, both.signals)) }));
    judged.set(context, known);
  }
  return known;
}

function* check(context: RenderingContext): Steps<Draft[]> {
  const found: { rivals: NameRivals; draft: Draft }[] = [];
  const surestFirst = [...(yield* judge(context))].sort((a, b) => b.confidence - a.confidence);
  yield* visiting(surestFirst, (rivals) => {
    const named = isNamed(rivals.source);
    if (rivals.confidence < (named ? LEAST_CONFIDENCE : LEAST_CONFIDENCE_UNNAMED)) return;
    const other = found.find((one) => isOneDefect(one.rivals, rivals));
    if (other) addPlace(other.draft, rivals);
    else found.push({ rivals, draft: named ? anotherName(context, rivals) : addedName(context, rivals) });
  });
  const drafts = found.map(({ draft }) => draft).sort((a, b) => a.rendering[0]!.start - b.rendering[0]!.start);
  return [...drafts, ...(yield* nameVariants(context))];
}

/** Two names in the place of one, or the same other name wherever the name stands. */
function isOneDefect(a: NameRivals, b: NameRivals): boolean {
  if (a.source.words[0] === b.source.words[0]) return true;
  return isNamed(a.source) && isSameName(a.source, b.source) && isSameName(a.rendering, b.rendering);
}

function isSameName(a: NameRun, b: NameRun): boolean {
  return a.words.some((word) => word.capital && bestAgreement(word, b.words) >= SURELY_NAMED);
}

function addPlace({ source, rendering, beads }: Draft, { source: name, rendering: other, bead }: NameRivals): void {
  if (isNamed(name) && !source.some(({ start, end }) => start < name.end && name.start < end)) {
    source.push(spanOf(name));
    source.sort((a, b) => a.start - b.start);
  }
  rendering.push(spanOf(other));
  rendering.sort((a, b) => a.start - b.start);
  if (!beads.includes(bead)) beads.push(bead);
}

function anotherName(context: RenderingContext, { source, rendering, bead, confidence }: Judged): Draft {
  const [name, other] = [told(context.source, source), told(context.rendering, rendering)];
  return {
    confidence,
    message: `${name} is rendered as ${other}, which is another name.`,
    source: [spanOf(source)],
    rendering: [spanOf(rendering)],
    beads: [bead],
  };
}

function addedName({ source, rendering, beads }: RenderingContext, rivals: Judged): Draft {
  return {
    confidence: rivals.confidence,
    message: `The rendering has the name ${told(rendering, rivals.rendering)}, which the source does not have here.`,
    source: beads[rivals.bead]!.source.map((sentence) => spanOf(source.sentences[sentence]!)),
    rendering: [spanOf(rivals.rendering)],
    beads: [rivals.bead],
    severity: 'warning',
  };
}

function told({ text }: Document, { start, end }: NameRun): string {
  return text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/['’]s?$/, '');
}

/** Names that one rendering has and another does not, where that alone is too little to call it an error. */
function* checkDocument({ source, renderings }: DocumentContext): Steps<DocumentDraft[]> {
  if (renderings.length < 2) return [];
  const sides: NamedSide[] = [];
  for (const { rendering, beads } of renderings) {
    yield;
    sides.push({ rendering, beads, beadOf: beadBySentence(beads, 'source', source.sentences.length) });
  }
  const drafts: DocumentDraft[] = [];
  for (const [k, context] of renderings.entries()) {
    if (context.relation.kind !== 'translation' && context.relation.kind !== 'partial-translation') continue;
    yield* visiting(yield* judge(context), (rivals) => {
      if (rivals.confidence < LEAST_CONFIDENCE_BETWEEN || rivals.confidence >= LEAST_CONFIDENCE) return;
      const witnesses = sides.flatMap((other, o) => (o === k ? [] : (witness(rivals, other) ?? [])));
      if (witnesses.length > 0) drafts.push(disagreement(context, rivals, witnesses));
    });
  }
  return drafts;
}

/** A rendering, and where its beads are. */
interface NamedSide extends Pick<RenderingContext, 'rendering' | 'beads'> {
  /** The bead of each source sentence. */
  beadOf: Int32Array;
}

interface Witness {
  rendering: Document;
  word: NameWord;
}

/** The word by which another rendering names what the source names; null where it has none. */
function witness({ source }: NameRivals, { rendering, beads, beadOf }: NamedSide): Witness | null {
  const name = source.words.find((word) => word.capital);
  if (!name) return null;
  const word = beads[beadOf[name.sentence]!]?.rendering
    .flatMap((sentence) => capitalNameWords(rendering, sentence))
    .find((other) => bestAgreement(other, source.words) >= SURELY_NAMED);
  return word ? { rendering, word } : null;
}

function disagreement(
  { source, rendering }: RenderingContext,
  { source: name, rendering: other, confidence }: Judged,
  witnesses: readonly Witness[],
): DocumentDraft {
  const first = witnesses[0]!;
  const theirs = first.rendering.text.slice(first.word.start, first.word.end).replace(/['’]s?$/, '');
  return {
    confidence,
    severity: 'info',
    message: `Renderings name ${told(source, name)} differently: ${first.rendering.id} says ${theirs}, ${rendering.id} ${told(rendering, other)}.`,
    source: [{ start: name.start, end: name.end }],
    places: [
      { rendering: rendering.id, start: other.start, end: other.end },
      ...witnesses.map(({ rendering: { id }, word: { start, end } }) => ({ rendering: id, start, end })),
    ],
  };
}

/** A name of the source that stands as another name in the rendering; a name that a rendering spells in several ways. */
export const nameRule: Rule = {
  id: 'name',
  category: 'accuracy/mistranslation',
  summary: 'A name of the source that the rendering gives as another name.',
  severity: { literal: 'error', wire: 'error' },
  comparesBeads: true,
  yieldsTo: ['untranslated', 'addition'],
  check,
  checkDocument,
};

import { logistic, logOdds } from '../core/logistic.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { spanOf } from './gaps.ts';
import { isNamed, nameRivalSteps, type NameRivals, type NameRun } from './name-rivals.ts';
import { nameVariants } from './name-variants.ts';
import { NAME_WEIGHTS } from './name-weights.ts';
import { bestAgreement, nameWordSteps, type NameWord } from './name-words.ts';
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
    const found = yield* nameRivalSteps(context);
    known = found
      .filter(({ bead }) => context.beads[bead]!.confidence >= LEAST_BEAD_CONFIDENCE)
      .map((rivals) => ({
        ...rivals,
        confidence: logistic(logOdds(NAME_WEIGHTS, rivals.signals)),
      }));
    judged.set(context, known);
  }
  return known;
}

function* check(context: RenderingContext): Steps<Draft[]> {
  const bySource = new Map<NameWord, Draft>();
  const surestFirst = (yield* judge(context)).sort((a, b) => b.confidence - a.confidence);
  yield* visiting(surestFirst, ({ source, rendering, bead, confidence }) => {
    const [first] = source.words;
    const named = isNamed(source);
    if (confidence < (named ? LEAST_CONFIDENCE : LEAST_CONFIDENCE_UNNAMED)) return;
    const other = bySource.get(first!);
    if (other) {
      other.rendering.push({ start: rendering.start, end: rendering.end });
      other.rendering.sort((a, b) => a.start - b.start);
      return;
    }
    const place = { rendering: [{ start: rendering.start, end: rendering.end }], beads: [bead], confidence };
    const name = told(context.rendering, rendering);
    bySource.set(
      first!,
      named
        ? {
            ...place,
            source: [{ start: source.start, end: source.end }],
            message: `${told(context.source, source)} is rendered as ${name}, which is another name.`,
          }
        : {
            ...place,
            source: context.beads[bead]!.source.map((sentence) => spanOf(context.source.sentences[sentence]!)),
            message: `The rendering has the name ${name}, which the source does not have here.`,
            severity: 'warning',
          },
    );
  });
  const drafts = [...bySource.values()].sort((a, b) => a.rendering[0]!.start - b.rendering[0]!.start);
  return [...drafts, ...(yield* nameVariants(context))];
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
    const rows = yield* nameWordSteps(rendering);
    sides.push({ rendering, beads, rows, beadOf: beadBySentence(beads, 'source', source.sentences.length) });
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

/** A rendering with its words, and where its beads are. */
interface NamedSide extends Pick<RenderingContext, 'rendering' | 'beads'> {
  rows: readonly (readonly NameWord[])[];
  /** The bead of each source sentence. */
  beadOf: Int32Array;
}

interface Witness {
  rendering: Document;
  word: NameWord;
}

/** The word by which another rendering names what the source names; null where it has none. */
function witness({ source }: NameRivals, { rendering, beads, rows, beadOf }: NamedSide): Witness | null {
  const name = source.words.find((word) => word.capital);
  if (!name) return null;
  const word = beads[beadOf[name.sentence]!]?.rendering
    .flatMap((sentence) => rows[sentence]!)
    .find((other) => other.capital && bestAgreement(other, source.words) >= SURELY_NAMED);
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
  yieldsTo: ['untranslated'],
  check,
  checkDocument,
};

import type { Bead, Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import { contentStems } from './retold.ts';
import { merged, touches } from './span-sets.ts';

/** Consecutive sentences of one side that lie in gaps and are told as one finding. */
export interface GapRun {
  sentences: number[];
  /** Indices of their beads. */
  beads: number[];
}

/** What may be left out or added without harm. */
export type Aside = 'headline' | 'heading' | 'dateline' | 'metadata';

/** What a sentence is, if the article lacks nothing without it; else undefined. */
export function asideOf(document: Document, sentence: number): Aside | undefined {
  const { kind } = document.sentences[sentence]!;
  if (kind === 'dateline' || kind === 'metadata') return kind;
  if (kind === 'headline' && sentence < firstBody(document)) return kind;
  const isLine = kind === 'headline' || isBareLine(document, sentence);
  const isShort = kind === 'headline' && document.words.count(sentence) <= SHORT_HEADING;
  return isShort || (isLine && comesAgain(document, sentence)) ? 'heading' : undefined;
}

/** Amid the text a line without a full stop is a heading if it has no more words than these, */
const SHORT_HEADING = 5;
/** or if so many of its content words come again in so many sentences behind it. */
const SHARED = 1 / 3;
const REACH = 4;

/** A block of one sentence of the body without a final mark, and not the last: a heading before a short paragraph. */
function isBareLine({ text, sentences }: Document, sentence: number): boolean {
  const { block, end, kind } = sentences[sentence]!;
  const next = sentences[sentence + 1];
  if (kind !== 'body' || !next || next.block === block || sentences[sentence - 1]?.block === block) return false;
  return !/[.!?…:;,"»”)]/.test(text[end - 1]!);
}

function comesAgain(document: Document, sentence: number): boolean {
  const own = contentStems(document, sentence);
  const last = Math.min(document.sentences.length - 1, sentence + REACH);
  const behind = new Set<string>();
  for (let next = sentence + 1; next <= last; next++) for (const stem of contentStems(document, next)) behind.add(stem);
  return own.filter((stem) => behind.has(stem)).length >= SHARED * own.length;
}

const bodies = new WeakMap<Document, number>();

/** Where the text begins behind its headlines; behind the first of them where it has nothing else. */
function firstBody(document: Document): number {
  let first = bodies.get(document);
  if (first === undefined) {
    const found = document.sentences.findIndex(({ kind }) => kind === 'body');
    first = found < 0 ? 1 : found;
    bodies.set(document, first);
  }
  return first;
}

/**
 * The gaps of one side, joined where sentences follow each other and are of one sort. Datelines, metadata and
 * unrelated blocks are left out: they are expected to have no counterpart. O(beads log beads).
 */
export function gapRuns(
  beads: readonly Bead[],
  sentences: readonly Sentence[],
  side: 'source' | 'rendering',
): GapRun[] {
  const other = side === 'source' ? 'rendering' : 'source';
  const gaps: { sentence: number; bead: number }[] = [];
  beads.forEach((bead, index) => {
    if (bead[other].length === 0) for (const sentence of bead[side]) gaps.push({ sentence, bead: index });
  });
  gaps.sort((a, b) => a.sentence - b.sentence);
  const runs: GapRun[] = [];
  let last = -2;
  for (const { sentence, bead } of gaps) {
    const { kind } = sentences[sentence]!;
    if (kind === 'dateline' || kind === 'metadata' || kind === 'unrelated') continue;
    const run = runs.at(-1);
    if (run && last === sentence - 1 && kind !== 'headline' && sentences[last]!.kind !== 'headline') {
      run.sentences.push(sentence);
      run.beads.push(bead);
    } else {
      runs.push({ sentences: [sentence], beads: [bead] });
    }
    last = sentence;
  }
  return runs;
}

/** A gap less probable than this is told as info. */
const LEAST_CONFIDENCE = 0.5;

/** Whether the gaps of a run are told as info: text around the article, a label, or a doubtful gap. */
export function isMinor({ sentences }: GapRun, document: Document, confidence: number): boolean {
  return (
    confidence < LEAST_CONFIDENCE ||
    asideOf(document, sentences[0]!) !== undefined ||
    sentences.every((sentence) => isSlight(document, sentence))
  );
}

/** A label or an exclamation: too few words to lose anything by. */
function isSlight(document: Document, sentence: number): boolean {
  const words = document.words.of(sentence);
  return words.length < LEAST_WORDS && words.filter((word) => !word.function).length < LEAST_CONTENT_WORDS;
}

const LEAST_WORDS = 4;
const LEAST_CONTENT_WORDS = 2;

/** The span alone of a sentence. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

const facts = new WeakMap<Document, Span[]>();

/** Whether the spans hold a quotation or a number, which no profile lets go. O(log facts) a span, but for the first call. */
export function holdsFacts(document: Document, spans: readonly Span[]): boolean {
  const all = facts.get(document) ?? merged([...document.quotations, ...document.numbers]);
  facts.set(document, all);
  return spans.some((span) => touches(all, span));
}

const EXCERPT_LENGTH = 80;

/** The beginning of a span in quotation marks, its own marks at the ends left out, cut at a word. */
export function excerpt(text: string, span: Span): string {
  const whole = text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^["“”„«»]|["“”„«»]$/g, '');
  if (whole.length <= EXCERPT_LENGTH) return `“${whole}”`;
  const cut = whole.lastIndexOf(' ', EXCERPT_LENGTH);
  return `“${whole.slice(0, cut > EXCERPT_LENGTH / 2 ? cut : EXCERPT_LENGTH)}…”`;
}

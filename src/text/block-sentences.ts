import type { Language, Sentence, SentenceKind } from '../core/result.ts';
import { trim, type Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import type { Block } from './blocks.ts';
import { readDateline, readLeadingDate } from './datelines.ts';
import { RunInHeadlines } from './run-in-headline.ts';
import { RunOns } from './run-on.ts';
import { splitSentences } from './sentences.ts';

/** A headline and a line below it may run into the text. */
const MOST_RUN_IN = 2;

const NO_BREAKS: ReadonlySet<number> = new Set();

/** Log odds from which on a sentence ends where no mark says so, without a look at the other side (bench:planted, half a). */
const SURE = 2;
/** The same in a headline or a line of metadata, which is one sentence as a rule and may have capitals anywhere: 86 in 125,000 lines without a final mark reach it. */
const SURE_IN_LINE = 4;

/**
 * The sentences of all blocks. Sentences that run into each other are parted where that is all but sure, and where
 * `breaks` has the beginning of the second one. A date and a dateline before the first paragraph of the body are
 * sentences of their own, and so is a headline that runs into it. O(length).
 */
export function readSentences(
  text: string,
  blocks: readonly Block[],
  language: Language,
  breaks: ReadonlySet<number> = NO_BREAKS,
  runOns = new RunOns(text, language),
): Sentence[] {
  return finish(sentenceSteps(text, blocks, language, breaks, runOns));
}

/** What `readSentences` does, in steps: one a block, and one a sentence of it. */
export function* sentenceSteps(
  text: string,
  blocks: readonly Block[],
  language: Language,
  breaks: ReadonlySet<number> = NO_BREAKS,
  runOns = new RunOns(text, language),
): Steps<Sentence[]> {
  const sentences: Sentence[] = [];
  // Headlines and metadata may stand before the paragraph with the dateline; list items and body may not.
  const firstBody = blocks.findIndex((block) => block.kind === 'body' || block.kind === 'list-item');
  const hasHeadline = blocks.some((block) => block.kind === 'headline');
  for (const [i, block] of blocks.entries()) {
    yield;
    let rest: Span = block;
    const peel = (head: Span | null, kind: SentenceKind): void => {
      if (!head) return;
      sentences.push({ ...trim(text, head), kind, block: i });
      rest = trim(text, { start: head.end, end: block.end });
    };
    if (i <= firstBody && block.kind !== 'metadata') {
      if (i === 0) peel(readLeadingDate(text, rest), 'metadata');
      peel(readDateline(text, rest), 'dateline');
    }
    let spans = splitSentences(text, rest);
    // Behind a date or a dateline the text has begun.
    if (i === firstBody && block.kind === 'body' && !hasHeadline && rest.start === block.start) {
      const headlines = new RunInHeadlines(text, language, runOns);
      for (let lines = 0; lines < MOST_RUN_IN && spans.length > 0; lines++) {
        const headline = headlines.find(spans[0]!) ?? runOns.places(spans[0]!).find(({ start }) => breaks.has(start));
        if (!headline) break;
        peel({ start: spans[0]!.start, end: headline.end }, 'headline');
        spans = [{ start: headline.start, end: spans[0]!.end }, ...spans.slice(1)];
      }
    }
    const sure = block.kind === 'headline' || block.kind === 'metadata' ? SURE_IN_LINE : SURE;
    const parted: Span[] = [];
    for (const span of spans) {
      yield;
      for (const part of partAt(span, runOns, sure, breaks)) parted.push(part);
    }
    // A headline is one sentence at most: several are text, whatever the last of them ends with.
    const kind = block.kind === 'headline' && parted.length > 1 ? 'body' : block.kind;
    for (const { start, end } of parted) sentences.push({ start, end, kind, block: i });
  }
  return sentences;
}

/** A sentence, parted where another begins in it. */
function partAt(span: Span, runOns: RunOns, sure: number, breaks: ReadonlySet<number>): Span[] {
  const places = runOns.places(span).filter(({ logOdds, start }) => logOdds >= sure || breaks.has(start));
  const starts = [span.start, ...places.map(({ start }) => start)];
  return starts.map((start, x) => ({ start, end: places[x]?.end ?? span.end }));
}

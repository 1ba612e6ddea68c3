import { coveredShare } from '../align/coverage.ts';
import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { negationWords } from '../text/negation-words.ts';
import { perForm, wordForm, type WordForm } from '../text/word-forms.ts';
import type { Word } from '../text/words.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Beads below this confidence may pair sentences that do not belong together. */
const LEAST_BEAD_CONFIDENCE = 0.8;
/**
 * A denial is told where its word has little of a counterpart and what it denies has one; else the whole phrase is
 * missing, or was told in other words. Russian denies more loosely than English (не успевать, be late), and has to be
 * surer. Set on one half of the development cases: docs/rules/negation.md.
 */
const BOUNDS = { en: { mostCue: 0.7, leastHead: 0.5 }, ru: { mostCue: 0.45, leastHead: 0.9 } } as const;
/** Where all else is rendered nearly word for word, the English bounds do for Russian too: so much may be uncovered. */
const LITERAL = 0.06;

/** Set by hand: see docs/rules/negation.md. */
const CONFIDENCE = 0.8;

/** Words between a denial and what it denies: `not at all to have been held`; and between пока and its не, which is `until`. */
const REACH = 5;

/** Whether some sentences hold any word that may stand for a denial. */
function hasHints({ words, language }: Document, sentences: readonly number[]): boolean {
  const cueOf = cues[language as 'en' | 'ru'];
  return sentences.some((sentence) => words.of(sentence).some(({ form }) => cueOf(form) !== 'none'));
}

/** What some sentences surely deny first: the denying word with what it denies. */
function firstDenial(
  document: Document,
  sentences: readonly number[],
  chances: readonly Float32Array[],
  literal: boolean,
): Span | undefined {
  const language = document.language as 'en' | 'ru';
  const { mostCue, leastHead } = BOUNDS[literal ? 'en' : language];
  for (const sentence of sentences) {
    const words = document.words.of(sentence);
    // Вы не боитесь? and Are you afraid? ask the same; Почему вы не пришли? does not.
    const asks = document.text[document.sentences[sentence]!.end - 1] === '?';
    if (language === 'ru' && asks && !words.some(({ form }) => QUESTION_WORD.test(form.key))) continue;
    for (let w = 0; w < words.length; w++) {
      const cue = cues[language](words[w]!.form);
      if (cue !== 'denial' && cue !== 'hinting denial') continue;
      const head = headOf(document.text, words, w, language);
      if (head >= 0 && chances[sentence]![w]! < mostCue && chances[sentence]![head]! >= leastHead)
        return { start: words[w]!.start, end: words[head]!.end };
    }
  }
  return undefined;
}

const QUESTION_WORD =
  /^(?:почему|зачем|отчего|кто|кого|кому|кем|что|чего|чему|чем|как|какой|какая|какое|какие|каких|каким|когда|где|куда|откуда|сколько|чей|чья|чье|чьи)$/;

/** The word that a denying word denies; -1 where it denies nothing, or is taken back. */
function headOf(text: string, words: readonly Word[], w: number, language: 'en' | 'ru'): number {
  const { idleBefore, idleBehind } = negationWords[language];
  const before = words.slice(Math.max(0, w - 2), w).map(({ form }) => cueKey(form));
  if (language === 'ru' && isUntil(text, words, w)) return -1;
  if (before.some((_, from) => idleBehind.test(before.slice(from).join(' ')))) return -1;
  const last = Math.min(words.length, w + 1 + REACH);
  // I don't think that's uncommon: two denials are none.
  for (let next = w + 1; next < last; next++) if (HINTS.has(cues[language](words[next]!.form))) return -1;
  for (let head = w + 1; head < last; head++) {
    const key = cueKey(words[head]!.form);
    if (idleBefore.test(key)) return -1;
    if (words[head]!.function) continue;
    if (asksOrCompares(words, w, head)) return -1;
    if (cueKey(words[head - 1]!.form) === 'over' && /^\d/.test(key)) return -1;
    // No. 1, No 10 Downing Street.
    return /^\d/.test(key) && cueKey(words[w]!.form) === 'no' ? -1 : head;
  }
  return -1;
}

/** Whether a clause that begins with пока denies with this word: until they are there, while пока не within a clause is not yet. */
function isUntil(text: string, words: readonly Word[], w: number): boolean {
  for (let at = w - 1; at >= Math.max(0, w - REACH); at--)
    if (words[at]!.form.key === 'пока')
      return at === 0 || text.slice(words[at - 1]!.end, words[at]!.start).includes(',');
  return false;
}

/** Whether the denial asks (не был ли, whether it was) or says the utmost (things could not be better). */
function asksOrCompares(words: readonly Word[], w: number, head: number): boolean {
  const key = (at: number) => (words[at] ? cueKey(words[at].form) : '');
  for (let at = w + 1; at <= head + 1; at++) if (key(at) === 'ли') return true;
  return COMPARATIVE.test(key(head)) && key(head - 1) === 'be' && COULD.test(key(w - 1) + key(w));
}

const COMPARATIVE =
  /^(?:better|worse|more|happier|prouder|clearer|simpler|easier|closer|further|stronger|higher|greater)$/;
const COULD = /could(?:n't|not)$/;

/** What a word says of a denial: it denies, or may stand for a denial of the other side, or both. */
type Cue = 'none' | 'hint' | 'denial' | 'hinting denial';

const HINTS: ReadonlySet<Cue> = new Set(['hint', 'hinting denial']);

const cues = { en: perForm((form) => readCue(form, 'en')), ru: perForm((form) => readCue(form, 'ru')) };

function readCue(word: WordForm, language: 'en' | 'ru'): Cue {
  const key = cueKey(word);
  const { denials, inside } = negationWords[language];
  if (denials.test(key)) return inside.test(key) ? 'hinting denial' : 'denial';
  return inside.test(key) ? 'hint' : 'none';
}

/** Longer words are none of the lists'. */
const LONGEST = 30;

function cueKey({ text, key, isPlain }: WordForm): string {
  const first = text.length > LONGEST ? wordForm(text, 0, LONGEST).key : key;
  return isPlain ? first : first.replaceAll('’', "'").replaceAll('\u00ad', '');
}

function* check({ source, rendering, beads, coverage }: RenderingContext): Steps<Draft[]> {
  if (!(source.language in negationWords) || !(rendering.language in negationWords)) return [];
  const drafts: Draft[] = [];
  yield* visiting(beads, (bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0 || bead.confidence < LEAST_BEAD_CONFIDENCE) return;
    const lost = hasHints(source, bead.source);
    if (lost === hasHints(rendering, bead.rendering)) return;
    const literal =
      uncovered(bead.source, coverage.source, coverage.sourceWeights) <= LITERAL &&
      uncovered(bead.rendering, coverage.rendering, coverage.renderingWeights) <= LITERAL;
    const denial = lost
      ? firstDenial(source, bead.source, coverage.source, literal)
      : firstDenial(rendering, bead.rendering, coverage.rendering, literal);
    if (denial) drafts.push(draft(lost ? source : rendering, denial, lost, bead, index));
  });
  return drafts;
}

/** The weighted share of the content words of some sentences that is not covered. */
function uncovered(
  sentences: readonly number[],
  chances: readonly Float32Array[],
  weights: readonly Float32Array[],
): number {
  const pick = (rows: readonly Float32Array[]) => sentences.map((sentence) => rows[sentence]!);
  return 1 - coveredShare(pick(chances), pick(weights));
}

function draft(document: Document, span: Span, lost: boolean, bead: Bead, index: number): Draft {
  const words = document.text.slice(span.start, span.end);
  return {
    confidence: CONFIDENCE * bead.confidence,
    message: lost
      ? `The source denies (${words}); its rendering has nothing that does.`
      : `The rendering denies (${words}); its source has nothing that does.`,
    source: lost ? [span] : [],
    rendering: lost ? [] : [span],
    beads: [index],
  };
}

/** A denial of one side that the other has no trace of. */
export const negationRule: Rule = {
  id: 'negation',
  category: 'accuracy/mistranslation',
  summary: 'A negation is lost or gained: one side denies what the other says.',
  severity: { literal: 'warning', wire: 'warning' },
  comparesBeads: true,
  yieldsTo: ['garbled-quote', 'untranslated', 'omission', 'partial-omission', 'addition', 'partial-addition'],
  check,
};

import type { Document } from '../text/document.ts';
import { beginsWithAny, reportingWords } from '../text/reporting-words.ts';
import { holdsFacts } from './gaps.ts';

/**
 * What a sentence does in an article beside telling its matter: `attribution` says no more than who said what the
 * sentences around it tell, `background` reminds of what was before.
 */
export type SentenceRole = 'attribution' | 'background';

/** An attribution names people and places, but has no more other words than these. */
const MOST_OTHER_WORDS = 1;
const MOST_WORDS = 18;
/** A reminder is sought in so many characters at the beginning of a paragraph. */
const OPENING = 40;

/** The role of a sentence where its words tell it; `undefined` for the matter itself, and in languages without lists. */
export function sentenceRole(document: Document, sentence: number): SentenceRole | undefined {
  if (isBackground(document, sentence)) return 'background';
  return isAttribution(document, sentence) ? 'attribution' : undefined;
}

/** In a paragraph that begins with a reminder, or at the beginning of one that looks back. */
function isBackground({ text, language, sentences }: Document, sentence: number): boolean {
  const lists = reportingWords(language);
  const { block } = sentences[sentence]!;
  if (lists === undefined || sentences[sentence]!.kind !== 'body') return false;
  let first = sentence;
  // A paragraph of background is short; a longer one is a text without line breaks.
  while (first > 0 && sentence - first < MOST_SENTENCES && sentences[first - 1]!.block === block) first--;
  if (sentences[first - 1]?.block === block) return false;
  const opening = fold(text.slice(sentences[first]!.start, sentences[first]!.start + OPENING));
  const opens = (words: string): boolean => opening.startsWith(words);
  return lists.reminders.some(opens) || (first === sentence && lists.retrospects.some(opens));
}

const MOST_SENTENCES = 8;

/** A pointer or a channel with a reporting verb, and hardly anything else but names; no quotation and no number. */
function isAttribution(document: Document, sentence: number): boolean {
  const { text, language, sentences, words } = document;
  const lists = reportingWords(language);
  const own = words.of(sentence);
  if (lists === undefined || sentences[sentence]!.kind !== 'body' || own.length > MOST_WORDS) return false;
  let reports = false;
  let points = false;
  let others = 0;
  own.forEach((word, at) => {
    const raw = text.slice(word.start, word.end);
    const lower = fold(raw);
    if (lists.pointers.has(lower)) points = true;
    else if (beginsWithAny(lower, lists.verbs)) reports = true;
    else if (!word.function && !beginsWithAny(lower, lists.channels) && (at === 0 || raw.charAt(0) === lower.charAt(0)))
      others++;
  });
  if (!reports || !points || others > MOST_OTHER_WORDS) return false;
  return !holdsFacts(document, [sentences[sentence]!]);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

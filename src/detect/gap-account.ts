import type { Severity } from '../core/result.ts';
import type { Document } from '../text/document.ts';
import { excerpt, asideOf, type GapRun } from './gaps.ts';
import { sentenceRole, type SentenceRole } from './sentence-role.ts';

/** What a message calls the sentences of a gap. */
export interface GapAccount {
  /** `undefined` where they tell the matter itself, or differ. */
  role: SentenceRole | undefined;
  /** The beginning of a message: `The sentence “…”`, `3 sentences`. */
  subject: string;
  /** The end of it, where the sentences are several: `, from “…” on`. */
  from: string;
  plural: boolean;
}

/** Tells a run of gap sentences in words. O(words). */
export function gapAccount({ sentences }: GapRun, document: Document): GapAccount {
  const first = document.sentences[sentences[0]!]!;
  const words = excerpt(document.text, first);
  const aside = asideOf(document, sentences[0]!);
  if (aside !== undefined) return { role: undefined, subject: `The ${aside} ${words}`, from: '', plural: false };
  const roles = new Set(sentences.map((sentence) => sentenceRole(document, sentence)));
  const role = roles.size === 1 ? [...roles][0] : undefined;
  if (sentences.length > 1) {
    const of = role === undefined ? '' : ` of ${role}`;
    return { role, subject: `${sentences.length} sentences${of}`, from: `, from ${words} on`, plural: true };
  }
  return { role, subject: `The ${role === undefined ? 'sentence' : role} ${words}`, from: '', plural: false };
}

/** The severities of what an article can lose or gain without harm to its matter. */
export const MILD: Readonly<Record<'literal' | 'wire', Severity>> = { literal: 'warning', wire: 'info' };

import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import type { Quotation } from '../text/quotes.ts';
import { beginsWithAny, reportingWords } from '../text/reporting-words.ts';
import type { RenderingContext } from './rule.ts';

/** An attribution has so many words between its comma or dash and its verb: `, the head of the district said`. */
const MOST_WORDS_BEFORE = 6;
/** Sentences with more reporting verbs are no single quotation with its attribution; the bound keeps reading linear. */
const MOST_VERBS = 6;
/** A quotation of fewer words is a title or a term. */
const LEAST_QUOTED_WORDS = 3;

/**
 * The quotation of a rendering whose marks take in the reporter's own words: every reporting verb of the source's
 * sentences stands outside of its quotations, and every one of the rendering's inside one, behind quoted words.
 * `told` lists quotations by sentence. Null where there is none; O(words of the bead).
 */
export function attributionInside(
  { source, rendering }: RenderingContext,
  bead: Bead,
  spoken: readonly (readonly Quotation[])[],
  told: readonly (readonly Quotation[])[],
): Quotation | null {
  const original = reportingVerbs(source, bead.source);
  const verbs = reportingVerbs(rendering, bead.rendering);
  if (original.length === 0 || verbs.length === 0 || Math.max(original.length, verbs.length) > MOST_VERBS) return null;
  if (original.some((verb) => bead.source.some((s) => holderOf(spoken[s]!, verb)))) return null;
  const holders = verbs.map((verb) => {
    for (const r of bead.rendering) {
      const holder = holderOf(told[r]!, verb);
      if (holder) return holder;
    }
    return null;
  });
  const [holder] = holders;
  if (!holder?.wellFormed || holders.some((other) => other !== holder)) return null;
  // One that began sentences before, or holds another, is pieced together from marks that lost their partners.
  const { sentences } = rendering;
  const first = bead.rendering.find((r) => sentences[r]!.start <= holder.start && holder.start < sentences[r]!.end);
  if (first === undefined) return null;
  for (let r = first; r < sentences.length && sentences[r]!.start < holder.end; r++)
    if (told[r]!.some(({ start, end, depth }) => depth > 0 && holder.start < start && end < holder.end)) return null;
  return isAttribution(rendering, bead, holder, verbs[0]!) ? holder : null;
}

function holderOf(quotations: readonly Quotation[], { start, end }: Span): Quotation | null {
  return quotations.find(({ depth, inner }) => depth === 0 && inner.start <= start && end <= inner.end) ?? null;
}

/** The words that report in some sentences. */
function reportingVerbs({ language, words }: Document, sentences: readonly number[]): Span[] {
  const lists = reportingWords(language);
  if (!lists) return [];
  return sentences.flatMap((sentence) => words.of(sentence).filter(({ form }) => beginsWithAny(form.key, lists.verbs)));
}

/**
 * Whether the verb is that of an attribution behind quoted words: a comma or dash a few words before it in its sentence,
 * and no dash behind it, by which Russian goes back to the speaker’s words inside the marks («Да, — сказал он, — да»).
 */
function isAttribution({ text, words }: Document, bead: Bead, holder: Quotation, verb: Span): boolean {
  const own = bead.rendering.flatMap((sentence) => words.of(sentence)).filter(({ start }) => start >= holder.start);
  const at = own.findIndex(({ start }) => start === verb.start);
  let first = at;
  while (
    first > 0 &&
    at - first < MOST_WORDS_BEFORE &&
    !/[,–—!?]|\s-\s/.test(text.slice(own[first - 1]!.end, own[first]!.start))
  )
    first--;
  if (first < LEAST_QUOTED_WORDS || !/[,–—!?]|\s-\s/.test(text.slice(own[first - 1]!.end, own[first]!.start)))
    return false;
  return !/[–—]|\s-\s/.test(text.slice(verb.end, holder.inner.end));
}

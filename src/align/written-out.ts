import type { Document } from '../text/document.ts';
import { isUpper } from '../text/letters.ts';
import type { AlignedTexts, MissingPhrase } from './missing-phrases.ts';

const ABBREVIATION = /^\p{Lu}{2,8}s?$/u;
/** So many words more than letters a name may have that is written out: the United States' AFL-CIO, в ЦБ РФ. */
const MORE_WORDS = 2;

/** An abbreviation that is covered better has a counterpart of its own: ООН, UN. */
const OWN_COUNTERPART = 0.9;

/** Whether the other side of the bead has an abbreviation that this phrase, which holds a name, may spell in full: АПЛ, the Premier League. */
export function isWrittenOut(texts: AlignedTexts, side: 'source' | 'rendering', phrase: MissingPhrase): boolean {
  if (!holdsName(texts[side], phrase)) return false;
  const { bead, content } = phrase;
  const other = side === 'source' ? 'rendering' : 'source';
  const { text, words } = texts[other];
  return texts.beads[bead]![other].some((sentence) =>
    words
      .of(sentence)
      .some(
        ({ start, end }, w) =>
          content <= end - start + MORE_WORDS &&
          texts.coverage[other][sentence]![w]! < OWN_COUNTERPART &&
          end - start < 10 &&
          ABBREVIATION.test(text.slice(start, end)),
      ),
  );
}

/** Whether a content word of the phrase has a capital, but for one that begins the sentence. */
function holdsName({ text, words }: Document, { sentence, words: [from, to] }: MissingPhrase): boolean {
  return words
    .of(sentence)
    .slice(Math.max(from, 1), to)
    .some((word) => !word.function && isUpper(text.charCodeAt(word.start)));
}

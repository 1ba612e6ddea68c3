import type { AlignedTexts, MissingPhrase } from './missing-phrases.ts';

const ABBREVIATION = /^\p{Lu}{2,8}s?$/u;
/** So many words more than letters a name may have that is written out: the United States' AFL-CIO, в ЦБ РФ. */
const MORE_WORDS = 2;

/** An abbreviation that is covered better has a counterpart of its own: ООН, UN. */
const OWN_COUNTERPART = 0.9;

/** Whether the other side of the bead has an abbreviation that this phrase may spell in full: АПЛ, the Premier League. */
export function isWrittenOut(
  texts: AlignedTexts,
  side: 'source' | 'rendering',
  { bead, content }: MissingPhrase,
): boolean {
  const other = side === 'source' ? 'rendering' : 'source';
  const { text, words } = texts[other];
  return texts.beads[bead]![other].some((sentence) =>
    words[sentence]!.some(
      ({ start, end }, w) =>
        content <= end - start + MORE_WORDS &&
        texts.coverage[other][sentence]![w]! < OWN_COUNTERPART &&
        end - start < 10 &&
        ABBREVIATION.test(text.slice(start, end)),
    ),
  );
}

import { distance } from 'fastest-levenshtein';
import type { Bead } from '../core/result.ts';
import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { agreement, capitalNameWords, type NameWord } from './name-words.ts';
import type { Draft, RenderingContext } from './rule.ts';

/** Set by hand: two people may bear one name and spell it differently. */
const CONFIDENCE = 0.7;
/** Letters agree in some scheme; what agrees less may be another name. */
const SAME_NAME = 0.95;
const LEAST_LETTERS = 4;
const MOST_EDITS = 2;
/** A bead with more pairs of words than this is a table. */
const MOST_PAIRS = 40_000;

/** The places of one name of the source and of one spelling of it in the rendering. */
interface Spelling {
  source: NameWord[];
  rendering: NameWord[];
  beads: number[];
}

/** Names that one rendering spells in several ways: Tokaev and Tokayev. One finding a name. O(words of the beads squared). */
export function* nameVariants({ source, rendering, beads }: RenderingContext): Steps<Draft[]> {
  const names = yield* spellingsByName(source, rendering, beads);
  const drafts = yield* mapping([...names.values()], (spellings): Draft[] => {
    const ordered = [...spellings.values()].sort((a, b) => b.rendering.length - a.rendering.length);
    const usual = ordered[0]!;
    const others = ordered.slice(1).filter((other) => isVariant(usual.rendering[0]!, other.rendering[0]!));
    if (others.length === 0) return [];
    const told = [usual, ...others];
    const forms = told.map(({ rendering: [word] }) =>
      rendering.text.slice(word!.start, word!.end).replace(/['’]s?$/, ''),
    );
    const first = usual.source[0]!;
    const spans = (words: readonly NameWord[]) => words.map(({ start, end }) => ({ start, end }));
    return [
      {
        confidence: CONFIDENCE,
        severity: 'info',
        message: `${source.text.slice(first.start, first.end)} is spelt in several ways: ${forms.join(', ')}.`,
        source: spans(told.map((spelling) => spelling.source[0]!)).filter(isFirst),
        rendering: spans(told.map((spelling) => spelling.rendering[0]!)),
        beads: [...new Set(told.map((spelling) => spelling.beads[0]!))],
      },
    ];
  });
  return drafts.flat();
}

function isFirst({ start }: { start: number }, index: number, all: readonly { start: number }[]): boolean {
  return all.findIndex((span) => span.start === start) === index;
}

/** Spellings by the stem of the source's name and then by how the rendering writes it. */
function* spellingsByName(
  source: Document,
  rendering: Document,
  beads: readonly Bead[],
): Steps<Map<string, Map<string, Spelling>>> {
  const names = new Map<string, Map<string, Spelling>>();
  yield* visiting(beads, (bead, index) => {
    const a = wholeNames(source, bead.source);
    const b = wholeNames(rendering, bead.rendering);
    if (a.length * b.length > MOST_PAIRS) return;
    for (const word of a) {
      const same = onlyLike(word, b);
      if (same === undefined) continue;
      const stem = stemOf(word);
      const spellings = names.get(stem) ?? new Map<string, Spelling>();
      names.set(stem, spellings);
      const form = stemOf(same);
      const spelling = spellings.get(form) ?? { source: [], rendering: [], beads: [] };
      spellings.set(form, spelling);
      spelling.source.push(word);
      spelling.rendering.push(same);
      spelling.beads.push(index);
    }
  });
  return names;
}

function wholeNames(document: Document, sentences: readonly number[]): NameWord[] {
  const names: NameWord[] = [];
  for (const sentence of sentences)
    for (const word of capitalNameWords(document, sentence)) if (isWhole(word)) names.push(word);
  return names;
}

/** The one name among others that is the same; undefined where there are two, which may be two names. */
function onlyLike(word: NameWord, others: readonly NameWord[]): NameWord | undefined {
  let found: NameWord | undefined;
  for (const other of others) {
    if (other.cyrillic === word.cyrillic || agreement(word, other) < SAME_NAME) continue;
    if (found) return undefined;
    found = other;
  }
  return found;
}

function isWhole({ acronym, ordinary, key }: NameWord): boolean {
  return !acronym && !ordinary && key.length >= LEAST_LETTERS;
}

/** A Russian name without its case ending; another as it stands. */
function stemOf({ key, cyrillic }: NameWord): string {
  if (!cyrillic) return key;
  const stem = key.replace(/(?:[оеыи]м|[оеы]й|ого|ому|[аяуюеиыьй])$/, '');
  return stem.length >= 3 ? stem : key;
}

/** Two spellings of one name, and neither another form of the word (Russia, Russian) nor of the name (Petrov, Petrova). */
function isVariant(a: NameWord, b: NameWord): boolean {
  const [x, y] = [stemOf(a), stemOf(b)];
  if (distance(x, y) > MOST_EDITS || x.startsWith(y) || y.startsWith(x)) return false;
  const isFeminine = (key: string) => /[aа]$/.test(key);
  return isFeminine(a.key) === isFeminine(b.key) && !isEndingAlone(x, y);
}

/** The words part ways in their last two letters alone, and not as i and y do: Chechen and Chechnya. */
function isEndingAlone(x: string, y: string): boolean {
  let common = 0;
  while (x[common] !== undefined && x[common] === y[common]) common++;
  const [p, q] = [x.slice(common), y.slice(common)];
  return Math.max(p.length, q.length) <= 2 && !(/^[iyй]+$/.test(p) && /^[iyй]+$/.test(q));
}

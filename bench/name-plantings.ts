import type { Language } from '../src/core/result.ts';
import { nameWords } from '../src/detect/name-words.ts';
import { readDocument, type Document } from '../src/text/document.ts';
import type { PlantedCase } from './planted-cases.ts';

type Place = [start: number, end: number];

/** A pair of texts, one of them with names of other texts put in place of its own. */
export interface NamePlanting {
  /** `renderings[0]` is the text with the names. */
  item: PlantedCase;
  from: Language;
  to: Language;
  /** Where the names put in stand. */
  names: Place[];
  /** Places of the two texts that were damaged before: nothing is known of them. */
  damaged: { source: Place[]; rendering: Place[] };
}

/** A name of a text: up to three neighbouring words with capitals. */
type Name = { start: number; end: number }[];

/** The share of sentences that lose a name, and what is done to it: a word of it or all, by a name of this text or another. */
const SHARE = 0.2;
const OWN_SHARE = 0.15;
const LAST_SHARE = 0.25;
const OWN_DISTANCE = 800;
const LONGEST = 3;

/** Plants names in the Russian or the English side of each case. Deterministic. */
export function plantNames(cases: readonly PlantedCase[], side: 'source' | 'rendering'): NamePlanting[] {
  let random = 7;
  const chance = () => (random = (Math.imul(random, 1103515245) + 12345) >>> 0) / 2 ** 32;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const language = side === 'source' ? 'ru' : 'en';
  const texts = cases.map((item) => {
    const text = side === 'source' ? item.source : item.renderings[0].text;
    return { item, text, names: namesOf(readDocument({ id: 'x', text, language })) };
  });
  return texts.map((own) => {
    const { item, text } = own;
    const { events, segments } = item.gold;
    const damaged = {
      source: events.flatMap((event) => event.source),
      rendering: events.flatMap((event) => [...event.rendering, ...(event.also ?? [])]),
    };
    const index = side === 'source' ? 0 : 1;
    const edits: { place: Place; name: string }[] = [];
    for (const segment of segments) {
      const [there, here] = [segment[1], segment[index]];
      if (!there || !here || chance() > SHARE) continue;
      if (damaged[side].some((place) => touch(place, here))) continue;
      const mine = own.names.filter((name) => name[0]!.start >= here[0] && name.at(-1)!.end <= here[1]);
      if (mine.length === 0) continue;
      const name = pick(mine);
      const other = chance() < OWN_SHARE ? own : pick(texts);
      const others = other.names.filter((x) => other !== own || Math.abs(x[0]!.start - name[0]!.start) > OWN_DISTANCE);
      if (others.length === 0) continue;
      const put = pick(others);
      const last = name.length > 1 && chance() < LAST_SHARE;
      const place: Place = [last ? name.at(-1)!.start : name[0]!.start, name.at(-1)!.end];
      const words = other.text.slice(last ? put.at(-1)!.start : put[0]!.start, put.at(-1)!.end);
      if (!text.slice(...here).includes(words)) edits.push({ place, name: words });
    }
    return planted(own.item, side, text, edits, damaged);
  });
}

function planted(
  item: PlantedCase,
  side: 'source' | 'rendering',
  text: string,
  edits: { place: Place; name: string }[],
  damaged: NamePlanting['damaged'],
): NamePlanting {
  let out = '';
  let at = 0;
  const names: Place[] = [];
  for (const { place, name } of edits.sort((a, b) => a.place[0] - b.place[0])) {
    out += text.slice(at, place[0]);
    names.push([out.length, out.length + name.length]);
    out += name;
    at = place[1];
  }
  out += text.slice(at);
  const grown = (offset: number) =>
    edits.reduce(
      (sum, { place, name }) => sum + (place[1] <= offset ? name.length - (place[1] - place[0]) : 0),
      offset,
    );
  const shifted = damaged[side].map(([start, end]): Place => [grown(start), grown(end)]);
  const source = side === 'source' ? item.renderings[0].text : item.source;
  const other = damaged[side === 'source' ? 'rendering' : 'source'];
  return {
    item: { ...item, source, renderings: [{ id: 'r', text: out }] },
    from: side === 'source' ? 'en' : 'ru',
    to: side === 'source' ? 'ru' : 'en',
    names,
    damaged: { source: other, rendering: shifted },
  };
}

function touch(a: Place, b: Place): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Names, in order; not what may owe its capital to the head of a sentence. */
function namesOf(document: Document): Name[] {
  const out: Name[] = [];
  for (const [sentence] of document.sentences.entries()) {
    let open: Name = [];
    const close = () => {
      if (open.length > 0 && open.length <= LONGEST) out.push(open);
      open = [];
    };
    for (const word of nameWords(document, sentence)) {
      const raw = document.text.slice(word.start, word.end);
      if (!/^\p{Lu}[^'’]*$/u.test(raw) || !word.capital || (word.initial && word.ordinary)) {
        close();
        continue;
      }
      if (open.length > 0 && document.text.slice(open.at(-1)!.end, word.start) !== ' ') close();
      open.push(word);
    }
    close();
  }
  return out;
}

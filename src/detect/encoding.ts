import type { Span } from '../core/span.ts';
import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { allMatches } from '../text/matches.ts';
import { misreadCharacters, misreadWords } from './mojibake.ts';
import { beadBySentence, sentenceAt } from './places.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';
import { visitingPieces } from './text-pieces.ts';

/** By what gives the damage away; set by hand. */
const CONFIDENCE = { misread: 0.97, lost: 0.97, control: 0.9, code: 0.9 } as const;

type Kind = keyof typeof CONFIDENCE;

/** Characters that were read in the wrong encoding, lost, or left as HTML codes. */
export const encodingRule: Rule = {
  id: 'encoding',
  category: 'fluency/character-encoding',
  summary: 'Characters read in the wrong encoding, lost, or left as HTML codes.',
  severity: { literal: 'warning', wire: 'warning' },
  check: checkRendering,
  checkDocument,
};

interface Damage extends Span {
  kind: Kind;
  /** What should stand there; empty where it cannot be told. */
  meant: string;
}

/** All damage of one sentence. */
interface Group {
  sentence: number;
  damages: Damage[];
}

function* checkRendering({ rendering, beads }: RenderingContext): Steps<Draft[]> {
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  return yield* mapping(yield* groupsOf(rendering), ({ sentence, damages }) => ({
    confidence: confidenceOf(damages),
    message: messageFor(rendering, damages),
    source: [],
    rendering: damages.map(({ start, end }) => ({ start, end })),
    beads: [beadOf[sentence] ?? -1].filter((bead) => bead >= 0),
  }));
}

/** Damage in the source itself is worth a note: a rendering may carry it on. */
function* checkDocument({ source }: DocumentContext): Steps<DocumentDraft[]> {
  return yield* mapping(yield* groupsOf(source), ({ damages }) => ({
    confidence: confidenceOf(damages),
    message: `In the source: ${messageFor(source, damages)}`,
    source: damages.map(({ start, end }) => ({ start, end })),
    places: [],
    severity: 'info',
  }));
}

function confidenceOf(damages: readonly Damage[]): number {
  return damages.reduce((most, { kind }) => Math.max(most, CONFIDENCE[kind]), 0);
}

const LONGEST_SHOWN = 40;

function messageFor({ text }: Document, damages: readonly Damage[]): string {
  const { kind, start, end, meant } = damages[0]!;
  const shown = text.slice(start, Math.min(end, start + LONGEST_SHOWN));
  const more = damages.length === 1 ? '' : ` (and ${damages.length - 1} more in the sentence)`;
  switch (kind) {
    case 'lost':
      return `A character was lost in decoding: “${shown}”${more}.`;
    case 'control':
      return `A control character, U+${hex(text.charCodeAt(start))}, stands in the text${more}.`;
    case 'code':
      return `The HTML code “${shown}” was left in the text${more}.`;
    case 'misread':
      return /\S/.test(meant)
        ? `“${shown}” is “${meant.slice(0, LONGEST_SHOWN)}” read in the wrong encoding${more}.`
        : `“${shown}” was read in the wrong encoding${more}.`;
  }
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** The damage of a document by sentence, ordered. O(length). */
function* groupsOf({ text, sentences }: Document): Steps<Group[]> {
  const groups: Group[] = [];
  let doubtful: Damage[] = [];
  let sentence = 0;
  let certain = false;
  const close = (): void => {
    if (certain) groups.push({ sentence, damages: joined(doubtful) });
    doubtful = [];
    certain = false;
  };
  yield* visiting(yield* damageOf(text), (damage) => {
    // Controls at the end of a sentence lie outside it.
    const found = sentenceAt(sentences, damage.start);
    const own = found >= 0 || doubtful.length === 0 ? found : sentence;
    if (own !== sentence) close();
    sentence = own;
    doubtful.push(damage);
    certain ||= damage.certain;
  });
  close();
  return groups;
}

const CODE =
  /&(?:nbsp|quot|apos|amp|lt|gt|laquo|raquo|[lr][sd]quo|[sb]bquo|bdquo|[mn]dash|hellip|shy|thinsp|zwn?j|copy|reg|trade|euro|pound|cent|sect|deg|plusmn|middot|bull|times|frac12|[aeiouncy](?:acute|grave|circ|uml|tilde|cedil)|#\d{2,6}|#x[\da-f]{2,5});/gi;

/** What damage shows by itself. */
const VISIBLE_DAMAGE: readonly (readonly [RegExp, 'code' | 'lost' | 'control'])[] = [
  [CODE, 'code'],
  [/\ufffd+/g, 'lost'],
  // U+0085 is a line end.
  [/[\u0080-\u0084\u0086-\u009f]+/g, 'control'],
];

/** Damage in order of place; what may be good text is not certain. */
function* damageOf(text: string): Steps<(Damage & { certain: boolean })[]> {
  const found: (Damage & { certain: boolean })[] = [];
  yield* visitingPieces(text, (piece, from) => {
    for (const { start, end, meant, certain } of [...misreadCharacters(piece), ...misreadWords(piece)])
      found.push({ start: from + start, end: from + end, kind: 'misread', meant, certain });
    for (const [pattern, kind] of VISIBLE_DAMAGE) {
      if (kind === 'code' && !piece.includes('&')) continue;
      for (const { 0: of, index } of allMatches(pattern, piece))
        found.push({ start: from + index, end: from + index + of.length, kind, meant: '', certain: true });
    }
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((damage) => {
    if (damage.start < end) return false;
    end = damage.end;
    return true;
  });
}

/** Damage of one kind that follows at once is one. */
function joined(damages: readonly Damage[]): Damage[] {
  const out: Damage[] = [];
  for (const { start, end, kind, meant } of damages) {
    const last = out.at(-1);
    if (last && last.kind === kind && start === last.end) {
      last.end = end;
      last.meant = last.meant === '' || meant === '' ? '' : last.meant + meant;
    } else {
      out.push({ start, end, kind, meant });
    }
  }
  return out;
}

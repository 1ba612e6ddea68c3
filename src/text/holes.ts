import { bytesOf } from '../core/base64.ts';
import type { Language } from '../core/result.ts';
import { isBlank, type Span } from '../core/span.ts';
import { HIDDEN, HiddenLayer, PLACES, WINDOW } from './hidden-layer.ts';
import { holeModels } from './holes-data.ts';
import { isLower } from './letters.ts';
import { perForm, type WordForm } from './word-forms.ts';
import type { Word } from './words.ts';

/** What training/holes.py has learned of a language. */
export interface HoleModel {
  /** The most frequent words and marks, and the endings of three letters of other words, apart by spaces. */
  readonly words: string;
  readonly suffixes: string;
  /** What one step of each of the tensors of `weights` is worth. */
  readonly scales: readonly number[];
  /** Of the sum over the places, and what is added. */
  readonly scale: number;
  readonly constant: number;
  /** Eight bits a value, base64: vectors of the classes, the hidden layer and its bias, and what it tells by place and at most. */
  readonly weights: string;
}

/** Values of a word's vector. As in training/holes.py. */
const WIDTH = 16;
/**
 * Hidden values are kept as whole numbers of this: they take half the room, and their sums are exact. A hidden value has 18
 * bits, and what the places weigh 7: the sum of 32 of their products fits a whole number too.
 */
const STEP = 2 ** -12;

/** A row of more words and marks is a list or a table, and no sentence. */
const LONGEST = 400;

/**
 * Evidence that a word is missing from a sentence, by how the words fit together that are there ("conditions at a in the
 * south"): log odds against a sentence as it stands, about -1.5 to 4, half of all whole sentences below -.5. It looks at
 * three words and marks on either side of each place; sentences with a content word taken out rank above whole ones in
 * .92 of news pairs in English, .88 in Russian. `null` for languages that it was not trained on, and for rows of words too
 * long for a sentence. O(words).
 */
export function holeEvidence(text: string, span: Span, words: readonly Word[], language: Language): number | null {
  const detector = detectorOf(language);
  if (!detector || words.length === 0) return null;
  const starts = detector.starts(text, span, words);
  return starts && detector.evidence(starts);
}

const detectors = new Map<Language, Detector>();

function detectorOf(language: Language): Detector | null {
  const known = detectors.get(language);
  if (known) return known;
  if (!Object.hasOwn(holeModels, language)) return null;
  const detector = new Detector(holeModels[language]!);
  detectors.set(language, detector);
  return detector;
}

/** The network of one language. */
class Detector {
  private readonly index: ReadonlyMap<string, number>;
  private readonly suffixes: ReadonlyMap<string, number>;
  /** Class of a word that is none of the frequent ones; after it those of names, figures, marks and of what lies outside. */
  private readonly other: number;
  private readonly vectors: Float64Array;
  private readonly hidden: Float64Array;
  private readonly layer: HiddenLayer;
  /** What a step of what hidden values weigh is worth. */
  private readonly placeStep: number;
  private readonly largest: Float64Array;
  private readonly scale: number;
  private readonly constant: number;
  /** Whether the layer has the parts of a class yet. */
  private readonly made: Uint8Array;
  /** The largest hidden values of a sentence. */
  private readonly most = new Int32Array(HIDDEN);
  private readonly ofWord = perForm((form) => this.partsOf(this.wordClass(form, false)));
  private readonly ofFirst = perForm((form) => this.partsOf(this.wordClass(form, true)));

  constructor({ words, suffixes, scales, scale, constant, weights }: HoleModel) {
    this.index = new Map(words.split(' ').map((word, at) => [word, at]));
    this.suffixes = new Map(suffixes.split(' ').map((suffix, at) => [suffix, at]));
    this.other = this.index.size + 2 * this.suffixes.size;
    const steps = new Int8Array(bytesOf(weights).buffer);
    let start = 0;
    const stepsOf = (size: number): Int8Array => steps.subarray(start, (start += size));
    const tensor = (which: number, size: number) => Float64Array.from(stepsOf(size), (step) => step * scales[which]!);
    this.vectors = tensor(0, (this.other + 5) * WIDTH);
    this.hidden = tensor(1, PLACES * WIDTH * HIDDEN);
    const bias = Int32Array.from(tensor(2, HIDDEN), (value) => Math.round(value / STEP));
    this.layer = new HiddenLayer(this.other + 5, bias, Int32Array.from(stepsOf(HIDDEN)));
    this.placeStep = scales[3]! * STEP;
    this.largest = tensor(4, HIDDEN);
    this.made = new Uint8Array(this.other + 5);
    this.scale = scale;
    this.constant = constant;
  }

  /** Where the parts of the words and marks of a sentence begin, with what lies outside on either side; null where they are too many. */
  starts(text: string, span: Span, words: readonly Word[]): Int32Array | null {
    const row: number[] = [];
    const outside = this.partsOf(this.other + 4);
    for (let i = 0; i < WINDOW; i++) row.push(outside);
    let at = span.start;
    for (let w = 0; w <= words.length; w++) {
      const word = words[w];
      for (const end = word?.start ?? span.end; at < end; at++) {
        if (isBlank(text.charCodeAt(at))) continue;
        if (row.length > LONGEST) return null;
        row.push(this.partsOf(this.markClass(text.charAt(at))));
      }
      if (!word) break;
      if (row.length > LONGEST) return null;
      row.push(w === 0 ? this.ofFirst(word.form) : this.ofWord(word.form));
      at = word.end;
    }
    for (let i = 0; i < WINDOW; i++) row.push(outside);
    return Int32Array.from(row);
  }

  evidence(starts: Int32Array): number {
    const { most } = this;
    const sums = new Int32Array(starts.length - PLACES + 1);
    this.layer.write(starts, sums, most);
    let sum = 0;
    for (const steps of sums) sum += Math.exp(steps * this.placeStep);
    let evidence = Math.log(sum / sums.length) * this.scale + this.constant;
    for (let h = 0; h < HIDDEN; h++) evidence += most[h]! * STEP * this.largest[h]!;
    return evidence;
  }

  /** Where the parts of a class begin; they are made when it is first met. */
  private partsOf(which: number): number {
    const start = which * PLACES * HIDDEN;
    if (this.made[which] === 1) return start;
    this.made[which] = 1;
    for (let p = 0; p < PLACES; p++)
      for (let h = 0; h < HIDDEN; h++) {
        let sum = 0;
        for (let v = 0; v < WIDTH; v++)
          sum += this.vectors[which * WIDTH + v]! * this.hidden[(p * WIDTH + v) * HIDDEN + h]!;
        this.layer.parts[start + p * HIDDEN + h] = Math.round(sum / STEP);
      }
    return start;
  }

  private markClass(mark: string): number {
    return this.index.get(FOLDED.get(mark) ?? mark) ?? this.other + 3;
  }

  /** A word's class; a long one with a capital, unless it is a sentence's first, is a name. */
  private wordClass({ text, key }: WordForm, first: boolean): number {
    const capital = !first && isCapital(text);
    const folded = key.replaceAll('’', "'");
    const index = this.index.get(folded);
    if (index !== undefined && !(capital && folded.length > LONGEST_SMALL && index > SMALL)) return index;
    const digit = text.charCodeAt(0);
    if (digit >= 0x30 && digit <= 0x39) return this.other + 2;
    const suffix = folded.length > 4 ? this.suffixes.get(folded.slice(-3)) : undefined;
    if (suffix === undefined) return capital ? this.other + 1 : this.other;
    return this.index.size + (capital ? this.suffixes.size : 0) + suffix;
  }
}

/** The most frequent words, and short ones, are the same words with a capital. */
const SMALL = 300;
const LONGEST_SMALL = 3;

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return !isLower(first.charCodeAt(0)) && first !== first.toLowerCase();
}

/** Marks that are written in several ways. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[...'«»“”„‟'].map((mark) => [mark, '"'] as const),
  ...[...'–—'].map((mark) => [mark, '-'] as const),
  ...[...'’‘'].map((mark) => [mark, "'"] as const),
]);

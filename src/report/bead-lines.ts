import { AlignError } from '../core/errors.ts';
import { splitLines } from '../core/split-lines.ts';

/** Beads of files with more sentences are not read: a damaged number must not fill the memory. */
const MOST_SENTENCES = 10_000_000;
const EXCERPT = 60;

/** What the readers of files of beads may be told. */
export interface ReadBeadsOptions {
  /** What messages call the text; default `the text`. */
  name?: string;
}

/** A line of a file of beads, numbered from 1. */
export interface BeadLine {
  readonly number: number;
  readonly line: string;
}

/** The lines that are not blank, without a byte order mark. */
export function beadLines(text: string): BeadLine[] {
  return splitLines(text.replace(/^\ufeff/, ''))
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => line.trim() !== '');
}

/** A sentence number, or a number of sentences; `undefined` where `digits` is not a whole number in bounds. */
export function sentenceNumber(digits: string): number | undefined {
  const value = /^\d{1,8}$/.test(digits) ? Number(digits) : Infinity;
  return value <= MOST_SENTENCES ? value : undefined;
}

/** A cost or confidence; `undefined` where `digits` is no finite number. */
export function finiteNumber(digits: string): number | undefined {
  const value = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The numbers `first .. end - 1`. */
export function run(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, offset) => first + offset);
}

/** The error for a line that is not what its format says. */
export function invalidLine({ number, line }: BeadLine, expected: string, { name = 'the text' }: ReadBeadsOptions) {
  const shown = JSON.stringify(line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line);
  return new AlignError('invalid-beads', `Line ${number} of ${name} is ${shown}.`, `Expected ${expected}.`);
}

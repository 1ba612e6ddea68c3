import type { AlignmentResult, Profile, Severity } from 'align-translations';

/** A text with the name that the report calls it by. */
export interface NamedText {
  id: string;
  text: string;
  language?: string;
}

/** A way to save a result. */
export interface FormatChoice {
  name: string;
  extension: string;
}

/** What the worker can be asked for, by the kind of the call. */
export interface Calls {
  /** Loads the model, so that the first check need not. */
  load: { given: null; gives: FormatChoice[] };
  decode: { given: { name: string; bytes: ArrayBuffer }; gives: { text: string; encoding: string } };
  check: { given: { source: NamedText; renderings: NamedText[]; profile: Profile }; gives: AlignmentResult };
  write: { given: { result: AlignmentResult; format: string; least: Severity }; gives: string };
}

export type Kind = keyof Calls;

/** A call to the worker, with a number that its answer has too. */
export type Call = { [K in Kind]: { call: number; kind: K; given: Calls[K]['given'] } }[Kind];

/** An error in plain data: an `AlignError`, or one that nobody foresaw. */
export interface Failure {
  code: string;
  message: string;
  hint: string;
}

/** How far the worker has come, 0 to 1. */
export interface News {
  label: string;
  share: number;
}

export type Answer =
  | { kind: 'news'; news: News }
  | { kind: 'done'; call: number; value: unknown }
  | { kind: 'failed'; call: number; failure: Failure };

/**
 * What went wrong, for a program to act on. Codes are never renamed.
 *
 * - `invalid-argument`: an argument or option has the wrong type, shape or range.
 * - `unknown-option`: an option, rule or format that does not exist.
 * - `empty-text`: a text without a single letter or digit.
 * - `text-too-long`: a text beyond the bound of `maxCharacters`, or of sentences.
 * - `unknown-language`: the language of a text could not be told.
 * - `unsupported-language`: the embedder does not know the language of a text.
 * - `same-language`: source and rendering are in one language.
 * - `missing-vector`: an embedder has no vector for a text.
 * - `invalid-vectors`: vectors of the wrong shape, or not finite.
 * - `missing-package`: an optional package is not installed.
 * - `model-failed`: a model could not be read, loaded or run.
 * - `model-damaged`: a model file is truncated, altered or of another format version.
 * - `worker-failed`: a worker thread could not be started.
 * - `file-not-found`, `file-not-readable`, `file-too-large`, `file-not-text`: reading a file.
 * - `write-failed`: writing a file.
 * - `invalid-json`: a line or file that is not the JSON that was expected.
 * - `database-failed`: the database of a queue could not be reached, or refused a statement.
 * - `run-not-found`: the schema of a queue holds no run.
 * - `run-mismatch`: the run of a queue, or of results to be resumed, has other options, another embedder or version.
 * - `invalid-beads`: a file of beads that cannot be read as one, or beads that a format cannot hold.
 */
export type ErrorCode =
  | 'invalid-argument'
  | 'unknown-option'
  | 'empty-text'
  | 'text-too-long'
  | 'unknown-language'
  | 'unsupported-language'
  | 'same-language'
  | 'missing-vector'
  | 'invalid-vectors'
  | 'missing-package'
  | 'model-failed'
  | 'model-damaged'
  | 'worker-failed'
  | 'file-not-found'
  | 'file-not-readable'
  | 'file-too-large'
  | 'file-not-text'
  | 'write-failed'
  | 'invalid-json'
  | 'database-failed'
  | 'run-not-found'
  | 'run-mismatch'
  | 'invalid-beads';

/** Every error that this library throws. `message` says what was wrong, `hint` what to do next. */
export class AlignError extends Error {
  /** `AlignError`, whatever bundlers make of the class's name. */
  override readonly name = 'AlignError';
  /** What kind of error it is; the codes never change their meaning. */
  readonly code: ErrorCode;
  /** What to do next, in a sentence or two. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

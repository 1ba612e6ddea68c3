import { AlignError } from './core/errors.ts';
import { checkGlossary, type GlossaryTerm } from './core/glossary.ts';
import { invalid } from './core/invalid.ts';
import type { Progress } from './core/progress.ts';
import type { Profile, Severity } from './core/result.ts';
import { suggestion } from './core/suggest.ts';
import { checkBaseline, checkIgnore, type BaselineEntry, type IgnoreEntry } from './core/suppression.ts';

export { describe } from './core/invalid.ts';

/** Bounds between the kinds of relation, 0 to 1. */
export interface Thresholds {
  /** From this coverage of both sides on, a rendering is a `translation`. */
  translationCoverage: number;
  /** From this coverage of one side on, it is at least a `partial-translation`. */
  partialCoverage: number;
  /**
   * For the rest: from this mean similarity on it is `comparable`, below it `unrelated`. The mean, of each side's
   * sentences, of their best cosine on the other side; the smaller of the two.
   */
  comparableSimilarity: number;
}

/** What a caller may set. `E` is the embedder's type, `string` a rule's id. */
export interface AlignOptions<E = unknown> {
  /** Turns texts into vectors; default: the embedded Russian-English model. */
  embedder?: E | undefined;
  /** Default `literal`. */
  profile?: Profile | undefined;
  /** Severity by rule id, or `off`; default: the profile's. */
  rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** Bounds between the kinds of relation; those left out keep their defaults. */
  thresholds?: Partial<Thresholds> | undefined;
  /** Terms and names that must be rendered so, or may be left out. */
  glossary?: readonly GlossaryTerm[] | undefined;
  /** Findings on such text are not told; the result has them under `suppressed`. */
  ignore?: readonly IgnoreEntry[] | undefined;
  /** Findings that somebody has seen and lets stand; the result has them under `suppressed`. */
  baseline?: readonly BaselineEntry[] | undefined;
  /** Longest text taken, in UTF-16 code units; default 20,000,000. */
  maxCharacters?: number | undefined;
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called as the work goes on; what it throws, the call throws. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Options with their defaults filled in. */
export interface ResolvedOptions<E = unknown> {
  embedder: E | undefined;
  profile: Profile;
  rules: Readonly<Record<string, Severity | 'off'>>;
  thresholds: Thresholds;
  glossary: readonly GlossaryTerm[];
  ignore: readonly IgnoreEntry[];
  baseline: readonly BaselineEntry[];
  maxCharacters: number;
  signal: AbortSignal | undefined;
  onProgress: (progress: Progress) => void;
}

/**
 * Measured with the embedded model on the planted development cases, each beside its own rendering and beside another
 * document's (bench/relation.ts). The similarity is the embedded model's: another embedder may need another bound.
 */
export const DEFAULT_THRESHOLDS: Thresholds = {
  translationCoverage: 0.65,
  partialCoverage: 0.3,
  comparableSimilarity: 0.27,
};

/** The names of all options of `alignTranslations`. */
export const OPTION_NAMES = [
  'embedder',
  'profile',
  'rules',
  'thresholds',
  'glossary',
  'ignore',
  'baseline',
  'maxCharacters',
  'signal',
  'onProgress',
];
const PROFILES: readonly string[] = ['literal', 'wire'];
const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'off'];

/**
 * Checks options and fills in defaults.
 *
 * @throws AlignError `unknown-option` for a name that does not exist, `invalid-argument` for a value of the wrong kind.
 */
export function resolveOptions<E>(
  options: AlignOptions<E> | undefined,
  ruleIds: readonly string[],
): ResolvedOptions<E> {
  const given = options ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw invalid(
      'options',
      given,
      'an object',
      'Pass options as the third argument, for example { profile: "wire" }.',
    );
  checkNames('options', given, OPTION_NAMES);
  const { embedder, profile, rules = {}, thresholds = {}, maxCharacters, signal, onProgress } = given;
  const { glossary = [], ignore = [], baseline = [] } = given;
  if (embedder !== undefined && !isEmbedder(embedder))
    throw invalid(
      'options.embedder',
      embedder,
      'an embedder',
      'It needs id, revision, dimensions (above 0), languages (one at least, or "*") and embed(); sums() is optional.',
    );
  if (profile !== undefined && !PROFILES.includes(profile))
    throw invalid('options.profile', profile, '"literal" or "wire"', 'Leave it out for "literal".');
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
    throw invalid('options.rules', rules, 'an object of severities by rule', 'For example { omission: "warning" }.');
  checkNames('options.rules', rules, ruleIds);
  for (const [rule, severity] of Object.entries(rules))
    if (!SEVERITIES.includes(severity))
      throw invalid(`options.rules.${rule}`, severity, 'error, warning, info or off', 'Leave it out for the default.');
  if (typeof thresholds !== 'object' || thresholds === null || Array.isArray(thresholds))
    throw invalid('options.thresholds', thresholds, 'an object', 'For example { translationCoverage: 0.8 }.');
  checkNames('options.thresholds', thresholds, Object.keys(DEFAULT_THRESHOLDS));
  for (const [name, value] of Object.entries(thresholds))
    if (typeof value !== 'number' || !(value >= 0 && value <= 1))
      throw invalid(`options.thresholds.${name}`, value, 'a number from 0 to 1', 'Leave it out for the default.');
  if (maxCharacters !== undefined && !(Number.isInteger(maxCharacters) && maxCharacters > 0))
    throw invalid('options.maxCharacters', maxCharacters, 'a positive integer', 'Leave it out for 20,000,000.');
  if (signal !== undefined && !(signal instanceof AbortSignal))
    throw invalid('options.signal', signal, 'an AbortSignal', 'Pass the signal of an AbortController.');
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw invalid('options.onProgress', onProgress, 'a function', 'It is called with { stage, done, total }.');
  return {
    embedder,
    profile: profile ?? 'literal',
    rules,
    thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds },
    glossary: checkGlossary('options.glossary', glossary),
    ignore: checkIgnore('options.ignore', ignore, ruleIds),
    baseline: checkBaseline('options.baseline', baseline),
    maxCharacters: maxCharacters ?? 20_000_000,
    signal,
    onProgress: onProgress ?? (() => {}),
  };
}

function isEmbedder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const e = value as Record<string, unknown>;
  return (
    typeof e['id'] === 'string' &&
    typeof e['revision'] === 'string' &&
    Number.isInteger(e['dimensions']) &&
    (e['dimensions'] as number) > 0 &&
    Array.isArray(e['languages']) &&
    e['languages'].length > 0 &&
    e['languages'].every((language) => typeof language === 'string') &&
    typeof e['embed'] === 'function' &&
    (e['sums'] === undefined || typeof e['sums'] === 'function')
  );
}

function checkNames(where: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    throw new AlignError('unknown-option', `${where} has no "${name}".`, suggestion(name, known));
  }
}

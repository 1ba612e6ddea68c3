import { logistic } from '../core/logistic.ts';
import { CALIBRATION_WEIGHTS } from './calibration-weights.ts';

/** A rule's own confidence is taken for no surer than this, either way. */
const MOST = 0.999;

/**
 * What a rule's own confidence in a finding is worth: the share of findings of that confidence that planted errors
 * explain (Platt scaling of the log odds, Platt 1999; weights: bench/fit-calibration.ts, figures: bench/calibration.md).
 * Rules for which nothing was planted keep theirs.
 */
export function calibrated(rule: string, confidence: number): number {
  const weights = CALIBRATION_WEIGHTS[rule];
  return weights ? logistic(weights[0] * ownLogOdds(confidence) + weights[1]) : confidence;
}

/** The log odds of a rule's own confidence, bounded. */
export function ownLogOdds(confidence: number): number {
  const bounded = Math.min(MOST, Math.max(1 - MOST, confidence));
  return Math.log(bounded / (1 - bounded));
}

/** Below this confidence a finding is info: of those two in five or more are wrong, which takes more of an editor's time than they save. */
const WORTH_A_LOOK = 0.6;

/** Whether a finding with this calibrated confidence is more than info. */
export function isWorthALook(confidence: number): boolean {
  return confidence >= WORTH_A_LOOK;
}

import { additionRule } from './addition.ts';
import { brokenWordRule } from './broken-word.ts';
import { dateRule } from './date.ts';
import { duplicationRule } from './duplication.ts';
import { encodingRule } from './encoding.ts';
import { garbledQuoteRule } from './garbled-quote.ts';
import { numberRule } from './number.ts';
import { omissionRule } from './omission.ts';
import { partialOmissionRule } from './partial-omission.ts';
import type { Rule } from './rule.ts';
import { unpairedMarksRule } from './unpaired-marks.ts';
import { unrelatedTrailingRule } from './unrelated-trailing.ts';
import { untranslatedRule } from './untranslated.ts';

/** Every rule, in the order in which findings at one place are told. */
export const rules: readonly Rule[] = [
  unrelatedTrailingRule,
  untranslatedRule,
  omissionRule,
  additionRule,
  garbledQuoteRule,
  partialOmissionRule,
  numberRule,
  dateRule,
  duplicationRule,
  unpairedMarksRule,
  brokenWordRule,
  encodingRule,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);

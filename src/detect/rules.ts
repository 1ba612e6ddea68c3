import { additionRule } from './addition.ts';
import { brokenWordRule } from './broken-word.ts';
import { dateRule } from './date.ts';
import { duplicationRule } from './duplication.ts';
import { encodingRule } from './encoding.ts';
import { garbledQuoteRule } from './garbled-quote.ts';
import { glossaryRule } from './glossary.ts';
import { nameRule } from './name.ts';
import { negationRule } from './negation.ts';
import { numberRule } from './number.ts';
import { omissionRule } from './omission.ts';
import { partialAdditionRule } from './partial-addition.ts';
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
  glossaryRule,
  garbledQuoteRule,
  partialOmissionRule,
  partialAdditionRule,
  negationRule,
  numberRule,
  dateRule,
  nameRule,
  duplicationRule,
  unpairedMarksRule,
  brokenWordRule,
  encodingRule,
];

/** The ids of all rules, in the order of `rules`. */
export const ruleIds: readonly string[] = rules.map((rule) => rule.id);

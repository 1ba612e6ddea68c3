/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.631, 0.197],
  omission: [0.796, -0.794],
  'garbled-quote': [1.767, 0.802],
  'partial-omission': [1.892, 0.472],
  name: [0.584, -0.064],
  'broken-word': [1.586, 0.024],
  addition: [1.04, -0.325],
  number: [1.098, 0.159],
  'unrelated-trailing': [1.833, 0.44],
  encoding: [1.636, 0.201],
  duplication: [1.78, 0.296],
};

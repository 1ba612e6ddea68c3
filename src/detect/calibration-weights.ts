/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.627, 0.195],
  omission: [1.458, 0.014],
  'garbled-quote': [1.763, 1.057],
  'partial-omission': [1.85, 0.994],
  name: [0.504, 0.16],
  'broken-word': [1.59, 0.108],
  addition: [1.368, 0.161],
  number: [1.083, 0.224],
  'unrelated-trailing': [2.022, 0.557],
  encoding: [1.636, 0.201],
  duplication: [1.78, 0.295],
};

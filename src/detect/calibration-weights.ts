/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.629, 0.196],
  omission: [1.134, -0.59],
  'garbled-quote': [1.769, 0.802],
  'partial-omission': [1.763, 0.612],
  name: [0.543, -0.128],
  'broken-word': [1.591, 0.108],
  addition: [0.741, 0.254],
  number: [1.167, 0.102],
  'unrelated-trailing': [1.832, 0.438],
  encoding: [1.64, 0.203],
  duplication: [1.777, 0.294],
};

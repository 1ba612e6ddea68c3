/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.627, 0.195],
  omission: [1.323, -0.184],
  'garbled-quote': [1.759, 1.053],
  'partial-omission': [1.623, 0.82],
  name: [0.505, 0.163],
  'broken-word': [1.59, 0.108],
  addition: [1.368, 0.161],
  number: [1.083, 0.224],
  'unrelated-trailing': [2.022, 0.557],
  encoding: [1.636, 0.201],
  duplication: [1.78, 0.295],
};

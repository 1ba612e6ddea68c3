/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.627, 0.195],
  omission: [0.825, -0.901],
  'garbled-quote': [1.64, 0.647],
  'partial-omission': [1.5, 0.901],
  name: [0.665, -0.913],
  'broken-word': [1.587, 0.025],
  addition: [1.074, -0.21],
  number: [1.104, 0.16],
  'unrelated-trailing': [2.023, 0.558],
  encoding: [1.638, 0.202],
  duplication: [1.778, 0.294],
};

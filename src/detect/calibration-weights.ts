/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.632, 0.198],
  omission: [0.759, -0.541],
  'garbled-quote': [1.64, 0.647],
  'partial-omission': [1.367, 0.832],
  name: [0.665, -0.913],
  'broken-word': [1.587, 0.025],
  addition: [1.09, -0.214],
  number: [1.104, 0.16],
  'unrelated-trailing': [2.023, 0.558],
  encoding: [1.637, 0.201],
  duplication: [1.779, 0.295],
};

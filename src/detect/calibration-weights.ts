/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.628, 0.196],
  omission: [0.976, -1.956],
  'garbled-quote': [1.64, 0.647],
  'partial-omission': [0.693, 0.864],
  name: [0.64, -0.675],
  'broken-word': [1.586, 0.024],
  addition: [1.245, -0.876],
  number: [1.104, 0.165],
  'unrelated-trailing': [2.023, 0.558],
  encoding: [1.639, 0.203],
  duplication: [1.778, 0.294],
};

/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.632, 0.198],
  omission: [0.995, -0.542],
  'garbled-quote': [1.769, 0.802],
  'partial-omission': [1.898, 0.472],
  name: [0.553, -0.146],
  'broken-word': [1.586, 0.024],
  addition: [1.028, -0.32],
  number: [1.098, 0.159],
  'unrelated-trailing': [1.833, 0.44],
  encoding: [1.637, 0.202],
  duplication: [1.78, 0.295],
};

/** Slope and shift of each rule's log odds: fitted by bench/fit-calibration.ts on both halves. */
export const CALIBRATION_WEIGHTS: Readonly<Record<string, readonly [slope: number, shift: number]>> = {
  untranslated: [1.628, 0.195],
  omission: [0.709, 0.52],
  'garbled-quote': [1.64, 0.647],
  'partial-omission': [0.696, 0.874],
  name: [0.64, -0.696],
  'broken-word': [1.587, 0.025],
  addition: [0.782, 0.521],
  number: [1.125, 0.128],
  'unrelated-trailing': [2.022, 0.558],
  encoding: [1.635, 0.2],
  duplication: [1.78, 0.296],
};

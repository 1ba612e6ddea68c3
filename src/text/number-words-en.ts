import { numberLexicon, type NumberLexicon } from './number-words.ts';

/** English number words, lower case. `second` is read as an ordinal; the reader knows it as a unit after a number. */
export const englishNumberWords: NumberLexicon = numberLexicon([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((form, value) => ['cardinal', value, form] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((form, i) => ['cardinal', 20 + 10 * i, form] as const),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((form, i) => ['ordinal', 1 + i, form] as const),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((form, i) => ['ordinal', 20 + 10 * i, form] as const),
  ['ordinal', 100, 'hundredth'],
  ['multiplier', 12, 'dozen'],
  ['multiplier', 100, 'hundred'],
  ['multiplier', 1e3, 'thousand thou'],
  ['multiplier', 1e6, 'million mln'],
  ['multiplier', 1e9, 'billion bn bln'],
  ['multiplier', 1e12, 'trillion tn trn'],
  ['many', 10, 'tens'],
  ['many', 12, 'dozens'],
  ['many', 20, 'scores'],
  ['many', 100, 'hundreds'],
  ['many', 1e3, 'thousands'],
  ['many', 1e6, 'millions'],
  ['many', 1e9, 'billions'],
  ['many', 1e12, 'trillions'],
  ['fraction', 1 / 2, 'half halves'],
  ['fraction', 1 / 3, 'thirds'],
  ['fraction', 1 / 4, 'quarter quarters'],
  ['fraction', 1 / 5, 'fifths'],
  ['fraction', 1 / 10, 'tenths'],
  ['hint', 2, 'both twice double doubles doubled doubling duo pair couple twin twins twofold'],
  ['hint', 3, 'thrice triple triples tripled tripling trio threefold'],
  ['hint', 4, 'quadruple quadrupled quartet fourfold'],
  ['hint', 10, 'decade tenfold'],
  ['hint', 13, 'teen'],
]);

import { remembered } from '../core/remembered.ts';
import { numberLexicon, type NumberLexicon, type NumberWord } from './number-words.ts';

type Row = readonly [NumberWord['kind'], number, string];

const softNumerals = ['пят', 'шест', 'сем', 'восем', 'девят', 'десят', 'одиннадцат', 'двенадцат', 'тринадцат'].concat([
  'четырнадцат',
  'пятнадцат',
  'шестнадцат',
  'семнадцат',
  'восемнадцат',
  'девятнадцат',
  'двадцат',
  'тридцат',
]);
const softValues = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30];

const ordinalStems: readonly (readonly [number, string])[] = [
  [1, 'перв'],
  [2, 'втор'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
  [40, 'сороков'],
  [50, 'пятидесят'],
  [60, 'шестидесят'],
  [70, 'семидесят'],
  [80, 'восьмидесят'],
  [90, 'девяност'],
  [100, 'сот'],
];

const inflect = (stem: string, endings: string): string =>
  endings
    .split(' ')
    .map((ending) => stem + (ending === '-' ? '' : ending))
    .join(' ');

function* rows(): Generator<Row> {
  yield ['cardinal', 0, 'ноль ноля нолю нолем нуль нуля нулю нулем'];
  yield ['cardinal', 1, 'один одна одно одни одного одной одну одному одним одном одних одними'];
  yield ['cardinal', 2, 'два две двух двум двумя двое двоих двоим двоими'];
  yield ['cardinal', 3, 'три трех трем тремя трое троих троим троими'];
  yield ['cardinal', 4, 'четыре четырех четырем четырьмя четверо четверых четверым четверыми'];
  yield ['cardinal', 5, 'пятеро пятерых пятерым пятерыми'];
  yield ['cardinal', 6, 'шестеро шестерых шестерым шестерыми'];
  yield ['cardinal', 7, 'семеро семерых семерым семерыми'];
  yield ['cardinal', 8, 'восьми восьмью восьмеро восьмерых'];
  // `семью` is far more often the family than the instrumental of seven.
  for (const [i, stem] of softNumerals.entries())
    yield ['cardinal', softValues[i]!, inflect(stem, stem === 'сем' ? 'ь и' : 'ь и ью')];
  yield ['cardinal', 40, 'сорок сорока'];
  for (const [i, stem] of ['пят', 'шест', 'сем', 'восем'].entries()) {
    const oblique = stem === 'восем' ? 'восьми' : stem + 'и';
    yield ['cardinal', 50 + 10 * i, `${stem}ьдесят ${oblique}десяти ${stem}ьюдесятью`];
  }
  yield ['cardinal', 90, 'девяносто девяноста'];
  yield ['cardinal', 100, 'сто ста'];
  yield ['cardinal', 200, 'двести двухсот двумстам двумястами двухстах'];
  yield ['cardinal', 300, 'триста трехсот тремстам тремястами трехстах'];
  yield ['cardinal', 400, 'четыреста четырехсот четыремстам четырьмястами четырехстах'];
  for (const [i, stem] of ['пят', 'шест', 'сем', 'восем', 'девят'].entries()) {
    const oblique = stem === 'восем' ? 'восьми' : stem + 'и';
    yield ['cardinal', 500 + 100 * i, `${stem}ьсот ${oblique}сот ${oblique}стам ${stem}ьюстами ${oblique}стах`];
  }
  yield ['cardinal', 1.5, 'полтора полторы полутора'];
  yield ['cardinal', 150, 'полтораста'];

  for (const [value, stem] of ordinalStems) {
    yield ['ordinal', value, inflect(stem, 'ый ой ого ому ым ом ая ую ое ые ых ыми')];
  }
  yield ['ordinal', 3, 'третий третьего третьему третьим третьем третья третьей третье третьи третьих третьими'];

  yield ['multiplier', 10, 'десяток десятка десятку десятком'];
  yield ['many', 10, 'десятки десятков десяткам десятками десятках'];
  yield ['multiplier', 12, 'дюжина дюжину дюжиной дюжине'];
  yield ['many', 12, 'дюжины дюжин дюжинам дюжинами дюжинах'];
  yield ['multiplier', 100, 'сотня сотню сотней сотне'];
  yield ['many', 100, 'сотни сотен сотням сотнями сотнях'];
  yield ['multiplier', 1e3, 'тысяча тысячу тысяче тысячей тысячью тыс'];
  yield ['many', 1e3, 'тысячи тысяч тысячам тысячами тысячах'];
  for (const [value, stem, short] of [
    [1e6, 'миллион', 'млн'],
    [1e9, 'миллиард', 'млрд'],
    [1e12, 'триллион', 'трлн'],
  ] as const) {
    yield ['multiplier', value, inflect(stem, '- а у ом е') + ' ' + short];
    yield ['many', value, inflect(stem, 'ы ов ам ами ах')];
    yield ['hint', value / 2, 'пол' + stem + 'а'];
  }

  yield ['fraction', 1 / 2, 'половина половины половине половину половиной'];
  yield ['fraction', 1 / 3, 'треть трети третью третей третям третями третях'];
  yield ['fraction', 1 / 4, 'четверть четверти четвертью четвертей четвертям четвертями четвертях'];

  yield ['hint', 2, 'оба обе обоих обеих обоим обеим обоими обеими вдвое дважды вдвоем пара пару пары паре парой'];
  yield ['hint', 2, inflect('двойн', 'ой ого ому ым ом ая ую ое ые ых ыми')];
  yield ['hint', 2, inflect('удво', 'ить ил ила или ился илась илось ились ится ятся ен ена ено ены ение ения')];
  yield ['hint', 3, 'втрое трижды втроем тройка тройки тройку тройкой тройке'];
  yield ['hint', 3, inflect('тройн', 'ой ого ому ым ом ая ую ое ые ых ыми')];
  yield ['hint', 3, inflect('утро', 'ить ил ила или ился илась илось ились')];
  yield ['hint', 4, 'вчетверо четырежды'];
  for (const [i, stem] of ['четверк', 'пятерк', 'шестерк', 'семерк', 'восьмерк', 'девятк'].entries()) {
    yield ['hint', 4 + i, inflect(stem, 'а и е у ой')];
  }
  yield ['hint', 5, 'впятеро'];
  yield ['hint', 10, 'десятилетие десятилетия десятилетию десятилетием'];
  yield ['hint', 20, 'двадцатка двадцатки двадцатке двадцатку двадцаткой'];
  yield ['hint', 50, 'полсотни'];
  yield ['hint', 500, 'полтысячи'];
  yield ['hint', 6, 'полдюжины'];
}

/** Russian number words in all cases and genders, lower case with ё as е. */
export const russianNumberWords: NumberLexicon = numberLexicon(rows());

/** Numerals as they stand inside compounds, longest first where one begins another: двадцати|пяти|летний. */
const compoundParts: readonly (readonly [string, number])[] = (
  [
    ['двухсот', 200],
    ['трехсот', 300],
    ['четырехсот', 400],
    ['пятисот', 500],
    ['шестисот', 600],
    ['семисот', 700],
    ['восьмисот', 800],
    ['девятисот', 900],
    ['пятидесяти', 50],
    ['шестидесяти', 60],
    ['семидесяти', 70],
    ['восьмидесяти', 80],
    ['девяносто', 90],
    ['сорока', 40],
    ['сто', 100],
    ['одно', 1],
    ['двух', 2],
    ['дву', 2],
    ['трех', 3],
    ['четырех', 4],
    ['восьми', 8],
    ['полутора', 1.5],
    ['полу', 0.5],
    ['пол', 0.5],
    ...softNumerals
      .filter((stem) => stem !== 'восем')
      .map((stem) => [stem + 'и', softValues[softNumerals.indexOf(stem)]!] as const),
  ] as (readonly [string, number])[]
).sort((a, b) => b[0].length - a[0].length);

/** What the second half of a compound measures, by its opening letters: пятилетний, двухдневный, полугодие, полчаса. */
const compoundUnits: readonly (readonly [string, string | null, number])[] = [
  ['летн', 'year', 1],
  ['лети', 'year', 1],
  ['годов', 'year', 1],
  ['годи', 'year', 1],
  ['года', 'year', 1],
  ['месячн', 'month', 1],
  ['недельн', 'week', 1],
  ['дневн', 'day', 1],
  ['дня', 'day', 1],
  ['суточн', 'day', 1],
  ['часов', 'hour', 1],
  ['часа', 'hour', 1],
  ['минутн', 'minute', 1],
  ['секундн', 'second', 1],
  ['процентн', '%', 1],
  ['километров', 'km', 1],
  ['метров', 'm', 1],
  ['этажн', null, 1],
  ['местн', null, 1],
  ['кратн', null, 1],
  ['тысячн', null, 1e3],
  ['миллионн', null, 1e6],
  ['миллиардн', null, 1e9],
];

/** What a word behind a figure and a hyphen measures: 15-летний, 30-процентный, 18-миллиардный; null where nothing. */
export function russianCompoundUnit(word: string): { unit: string | null; scale: number } | null {
  const found = compoundUnits.find(([opening]) => word.startsWith(opening));
  return found === undefined ? null : { unit: found[1], scale: found[2] };
}

/** A number with what it counts. */
interface Compound {
  readonly value: number;
  readonly unit: string | null;
}

/**
 * Reads a Russian compound with a number in front (восемнадцатилетний, двухдневный, полчаса); null where the word is
 * none. The unit comes with it.
 */
export const russianCompound = remembered(readCompound);

function readCompound(word: string): Compound | null {
  let value = 0;
  let rest = word;
  let last = Infinity;
  for (let part = 0; part < 3; part++) {
    const found = compoundParts.find(([form, size]) => rest.startsWith(form) && size < last);
    if (found === undefined) break;
    value += found[1];
    rest = rest.slice(found[0].length);
    last = found[1] >= 100 ? 100 : found[1] >= 20 ? 10 : 0;
  }
  // A century (столетие) is seldom a hundred years to the day.
  if (value === 0 || (value === 100 && rest.startsWith('лети'))) return null;
  const unit = compoundUnits.find(([opening]) => rest.startsWith(opening));
  return unit === undefined ? null : { value: value * unit[2], unit: unit[1] };
}

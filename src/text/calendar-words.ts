const englishMonths = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const englishWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const russianMonths = [
  'январь января январю январем январе янв',
  'февраль февраля февралю февралем феврале фев февр',
  'март марта марту мартом марте мар',
  'апрель апреля апрелю апрелем апреле апр',
  'май мая маю маем мае',
  'июнь июня июню июнем июне июн',
  'июль июля июлю июлем июле июл',
  'август августа августу августом августе авг',
  'сентябрь сентября сентябрю сентябрем сентябре сент сен',
  'октябрь октября октябрю октябрем октябре окт',
  'ноябрь ноября ноябрю ноябрем ноябре нояб ноя',
  'декабрь декабря декабрю декабрем декабре дек',
].map((forms) => forms.split(' '));
const russianWeekdays = [
  'понедельник понедельника понедельнику понедельником понедельнике понедельники понедельникам понедельников',
  'вторник вторника вторнику вторником вторнике вторники вторникам вторников',
  'среда среды среде среду средой средам',
  'четверг четверга четвергу четвергом четверге четверги четвергам четвергов',
  'пятница пятницы пятнице пятницу пятницей пятницам пятниц',
  'суббота субботы субботе субботу субботой субботам суббот',
  'воскресенье воскресенья воскресенью воскресеньем воскресеньям воскресений',
].map((forms) => forms.split(' '));
const russianWeekdayAdjectives: readonly (readonly [number, string])[] = [
  [5, 'пятничн ый ого ому ым ом ая ой ую ое ые ых ыми'],
  [6, 'субботн ий его ему им ем яя ей юю ее ие их ими'],
  [7, 'воскресн ый ого ому ым ом ая ой ую ое ые ых ыми'],
];

function byForm(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
}

/** The words of a calendar, lower case, ё as е. */
export interface CalendarWords {
  /** 1 to 12, by word or abbreviation. */
  months: ReadonlyMap<string, number>;
  /** 1 (Monday) to 7 (Sunday). */
  weekdays: ReadonlyMap<string, number>;
}

export const calendarWords: Readonly<Record<'en' | 'ru', CalendarWords>> = {
  en: {
    months: byForm(englishMonths),
    weekdays: byForm(englishWeekdays.map((day) => [day, day + 's'])),
  },
  ru: {
    months: byForm(russianMonths),
    weekdays: new Map([
      ...byForm(russianWeekdays),
      ...russianWeekdayAdjectives.flatMap(([day, forms]) => {
        const [stem, ...endings] = forms.split(' ');
        return endings.map((ending) => [stem + ending, day] as const);
      }),
    ]),
  },
};

/** Months cut short; alone they say nothing, they need a day or a year. */
export const abbreviatedMonths: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек'.split(
    ' ',
  ),
);

/** Month words that may be something else: a verb, a name, a march. */
export const doubtfulMonths: ReadonlySet<string> = new Set(
  'may march april june august март марта май мая маю маем мае'.split(' '),
);

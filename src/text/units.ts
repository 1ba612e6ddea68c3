/** Units with a common base: what one of them is in that base. */
const sizes: Readonly<Record<string, readonly [dimension: string, size: number]>> = {
  second: ['time', 1],
  minute: ['time', 60],
  hour: ['time', 3600],
  day: ['time', 86400],
  week: ['time', 7 * 86400],
  month: ['time', 30.44 * 86400],
  year: ['time', 365.25 * 86400],
  decade: ['time', 3652.5 * 86400],
  mm: ['length', 0.001],
  cm: ['length', 0.01],
  inch: ['length', 0.0254],
  ft: ['length', 0.3048],
  yard: ['length', 0.9144],
  m: ['length', 1],
  km: ['length', 1000],
  mile: ['length', 1609.344],
  kmh: ['speed', 1],
  mph: ['speed', 1.609344],
  gram: ['mass', 0.001],
  ounce: ['mass', 0.02835],
  pound: ['mass', 0.4536],
  kg: ['mass', 1],
  stone: ['mass', 6.35],
  tonne: ['mass', 1000],
  acre: ['area', 0.4047],
  hectare: ['area', 1],
  litre: ['volume', 1],
  gallon: ['volume', 3.785],
};

/** The factor that turns `from` into `to`, or null where they do not measure the same. */
export function conversion(from: string, to: string): number | null {
  const a = sizes[from];
  const b = sizes[to];
  return a === undefined || b === undefined || a[0] !== b[0] ? null : a[1] / b[1];
}

/** True for an ISO 4217 code, the only units in capitals. */
export function isCurrency(unit: string | null): boolean {
  return unit !== null && /^[A-Z]{3}$/.test(unit);
}

export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['¥', 'JPY'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
]);

const english: Readonly<Record<string, string>> = {
  '%': 'percent pct percentage',
  USD: 'dollar dollars usd buck bucks',
  EUR: 'euro euros eur',
  GBP: 'gbp quid sterling',
  RUB: 'ruble rubles rouble roubles rub',
  CNY: 'yuan yuans rmb cny renminbi',
  JPY: 'yen jpy',
  UAH: 'hryvnia hryvnias hryvnas',
  KZT: 'tenge tenges',
  INR: 'rupee rupees inr',
  CHF: 'franc francs chf',
  second: 'second seconds sec secs',
  minute: 'minute minutes min mins',
  hour: 'hour hours hr hrs',
  day: 'day days',
  week: 'week weeks',
  month: 'month months',
  year: 'year years yr yrs yo',
  decade: 'decade decades',
  mm: 'mm millimetre millimetres millimeter millimeters',
  cm: 'cm centimetre centimetres centimeter centimeters',
  inch: 'inch inches',
  ft: 'ft foot feet',
  yard: 'yard yards yd yds',
  m: 'metre metres meter meters',
  km: 'km kms kilometre kilometres kilometer kilometers',
  mile: 'mile miles mi',
  kmh: 'kmh kph',
  mph: 'mph',
  gram: 'gram grams',
  ounce: 'ounce ounces oz',
  pound: 'pound pounds lb lbs',
  kg: 'kg kilo kilos kilogram kilograms',
  stone: 'stone',
  tonne: 'tonne tonnes ton tons',
  acre: 'acre acres',
  hectare: 'hectare hectares',
  litre: 'litre litres liter liters',
  degree: 'degree degrees',
  gallon: 'gallon gallons',
};

const russian: Readonly<Record<string, string>> = {
  '%': 'процент процента проценту процентом проценте проценты процентов процентам процентами процентах процентный процентного процентное процентная процентных процентную процентным',
  USD: 'доллар доллара доллару долларом долларе доллары долларов долларам долларами долларах долл',
  EUR: 'евро',
  RUB: 'рубль рубля рублю рублем рубле рубли рублей рублям рублями рублях руб',
  CNY: 'юань юаня юаню юанем юане юани юаней юаням юанями юанях',
  JPY: 'иена иены иен йена йены йен иенами иенах',
  UAH: 'гривна гривны гривен гривну гривнами',
  KZT: 'тенге',
  INR: 'рупия рупии рупий рупию рупиями',
  CHF: 'франк франка франков франками',
  second: 'секунда секунды секунд секунду секундами сек',
  minute: 'минута минуты минут минуту минутами минутам минутах мин',
  hour: 'час часа часов часу часам часами часах',
  day: 'день дня дней дню дням днями днях сутки суток суткам сутками сутках',
  week: 'неделя недели недель неделю неделями неделям неделях недельный',
  month: 'месяц месяца месяцев месяцу месяцам месяцами месяцах',
  year: 'год года году годом годы годов годам годами годах лет летний летняя летнее летнего летней летнему летнюю летним летнем летние летних летними летию летия летие',
  mm: 'мм миллиметр миллиметра миллиметров',
  cm: 'см сантиметр сантиметра сантиметров сантиметрами сантиметровый',
  inch: 'дюйм дюйма дюймов дюймами дюймовый',
  ft: 'фут фута футов футам футами футовый футовая футовое футового футовой',
  yard: 'ярд ярда ярдов ярдами',
  m: 'м метр метра метров метру метрам метрами метрах метровый метровая метровое метрового метровой',
  km: 'км километр километра километров километрам километрами километрах километровый километровая километровой',
  mile: 'миля мили миль милю милям милями милях мильный',
  gram: 'грамм грамма граммов граммами',
  ounce: 'унция унции унций',
  pound: 'фунт фунта фунту фунтов фунты фунтам фунтами фунтах фунтовый',
  kg: 'кг кило килограмм килограмма килограммов килограммами',
  tonne: 'тонна тонны тонн тонну тоннам тоннами т',
  acre: 'акр акра акров акрами',
  hectare: 'га гектар гектара гектаров гектарам гектарами гектарах',
  degree: 'градус градуса градусов градусы градусам градусами',
  litre: 'л литр литра литров литрами',
  gallon: 'галлон галлона галлонов галлонами',
};

function byForm(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const [unit, forms] of Object.entries(table)) for (const form of forms.split(' ')) units.set(form, unit);
  return units;
}

/** Unit words after a figure, lower case, by language. `pound` and `фунт` are weight until a sign or `sterling` says money. */
export const unitWords: Readonly<Record<'en' | 'ru', ReadonlyMap<string, string>>> = {
  en: byForm(english),
  ru: byForm(russian),
};

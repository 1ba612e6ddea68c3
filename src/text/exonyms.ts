import { OTHERS, PEOPLES, SEATS, STATES } from './exonyms-data.ts';

interface Group {
  russian: readonly string[];
  latin: readonly string[];
  /** The Latin words are whole ones. */
  whole?: boolean;
}

function readRows(rows: string): Group[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [russian, latin] = row.split(' : ').map((words) => words.trim().split(' '));
      return { russian: russian!, latin: latin! };
    });
}

const peoples = readRows(PEOPLES);
const groups: readonly Group[] = [
  ...peoples,
  ...readRows(OTHERS),
  ...readRows(STATES).map((group) => ({ ...group, whole: true })),
  ...readRows(SEATS),
];

/** Groups by the first two letters of each of their Russian words. */
const byBeginning = new Map<string, Group[]>();
for (const group of groups)
  for (const beginning of new Set(group.russian.map((word) => word.slice(0, 2))))
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), group]);

/** Three letters and fewer are a whole word: рим is not римейк. */
const WHOLE = 3;
/** Letters of a case ending after a short name: Риме, Рима. */
const ENDING = /^(?:|[аеиоуыьюя]|ом|ой|ей|ем|ам|ах|ами|ск\p{L}{2,3})$/u;

/** True where the two words may be one name, people or government in the two languages. O(letters). */
export function isExonym(russian: string, latin: string): boolean {
  return (byBeginning.get(russian.slice(0, 2)) ?? []).some(
    (group) =>
      group.russian.some((word) => begins(russian, word)) &&
      group.latin.some((word) => (group.whole ? latin === word : begins(latin, word))),
  );
}

/** Acronyms whose words in full are in the table too, so that it is known when they have no counterpart. */
const ACRONYMS: ReadonlySet<string> = new Set(
  'us usa uk eu un nato uae сша оон нато ес оаэ рф ссср кнр кндр апл мид мвд мвф обсе фбр цру фсб магатэ фифа уефа'.split(
    ' ',
  ),
);

/** True for an acronym of which the table has all that may stand for it. */
export function isKnownAcronym(word: string): boolean {
  return ACRONYMS.has(word);
}

const LEAST_PEOPLE = 4;
const peopleBeginnings = new Set(
  peoples.flatMap(({ russian }) => russian).filter((word) => word.length >= LEAST_PEOPLE),
);
const longestPeople = Math.max(...[...peopleBeginnings].map((word) => word.length));

/** Ordinary words that begin as a people or its country does. */
const NO_PEOPLE =
  /^(?:алмаз|гаван|груз(?!ин)|дели(?!йск)|инди[вгк]|катара|коре[нш]|королевств|осло[жв]|персо|персп|соедин|софи[нт]|штат|эмират)/;

/** True for a Russian word of a country or people of the table, which may have no capital: китайский, немцы. */
export function isOfPeople(russian: string): boolean {
  if (NO_PEOPLE.test(russian)) return false;
  for (let length = LEAST_PEOPLE; length <= Math.min(longestPeople, russian.length); length++)
    if (peopleBeginnings.has(russian.slice(0, length))) return true;
  return false;
}

function begins(word: string, beginning: string): boolean {
  if (!word.startsWith(beginning)) return false;
  return beginning.length > WHOLE || ENDING.test(word.slice(beginning.length));
}

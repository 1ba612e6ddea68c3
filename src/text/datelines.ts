import { isBlank, type Span } from '../core/span.ts';
import { isUpper } from './letters.ts';

/** The longest leading part of a paragraph that can be a dateline, in code units. */
const LONGEST_DATELINE = 120;

const AGENCIES =
  'TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|Reuters|REUTERS|Рейтер|AP|Associated Press|The Associated Press|AFP|АФП|Xinhua|XINHUA|Синьхуа|' +
  'Interfax|INTERFAX|INTERFAX\\.RU|Интерфакс|ИНТЕРФАКС|РИА Новости|РИА НОВОСТИ|РИА "Новости"|РИА «Новости»|РИА|RIA Novosti|' +
  'Sputnik|Спутник|Bloomberg|UPI|dpa|DPA|CNN|BBC|BBC News|Kyodo|Yonhap|ANI|PTI|IANS|EFE|ANSA|Anadolu|Anadolu Agency|AA|' +
  'ПРАЙМ|Прайм|REGNUM|ИА REGNUM|ИА Регнум|РБК|RBC|Коммерсантъ|БЕЛТА|БелТА|BELTA|BelTA|КАЗИНФОРМ|Казинформ|КазИнформ|Kazinform|' +
  'Укринформ|Ukrinform|Тренд|Trend|TREND|Report|APA|WAM|Tasnim|IRNA|MENA|SANA|CNA|VOA|RFE/RL|DW|NPR|ABC|CBS|NBC|CGTN|' +
  'Global Times|UrduPoint News|PRNewswire|Business Wire|GLOBE NEWSWIRE|Росбалт|ФедералПресс|РАПСИ|Neftegaz\\.RU';

const MONTH =
  '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?|' +
  '(?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\\.?';
const DAY_AND_MONTH = `(?:(?:${MONTH}) \\d{1,2}|\\d{1,2} (?:${MONTH}))(?:,? \\d{4}(?: г\\.?| года)?)?`;
const PLACE_WORD = "(?:D\\.C\\.|U\\.S\\.|г\\.|[A-ZÀ-ÖØ-ÞЀ-Я][A-Za-zÀ-ɏЀ-ӿ'’]*(?:-[A-Za-zÀ-ɏЀ-ӿ'’]+){0,3})";
const PLACE = `${PLACE_WORD}(?:[,/]? ${PLACE_WORD}){0,4}`;
const PLACE_OF_CAPITALS =
  '[A-ZÀ-ÖØ-ÞЀ-Я]{3,}(?:[-, ]{1,2}(?:[A-ZÀ-ÖØ-ÞЀ-Я]{2,}|D\\.C\\.|[A-ZÀ-ÖØ-ÞЀ-Я][a-zß-ÿа-џ]+\\.?)){0,4}';
const DASH = '(?:--|[-–—])';

/** What a dateline may be, with the name of an agency and without one. */
const HEADS = {
  // MOSCOW, January 10. /TASS/.  LONDON, Jan 5 (Reuters) -  NEW YORK (AP) —  MOSCOW (TASS):
  placeAndAgency: `${PLACE}(?:[,.]? ${DAY_AND_MONTH})?[,.]? (?:/(?:${AGENCIES})[^/]{0,30}/|\\((?:${AGENCIES})[^)]{0,30}\\))(?:[.:](?: ${DASH}(?= ))?| ?${DASH}(?= )|(?= ["“«'(]?[A-ZÀ-ÖØ-ÞЀ-Я\\d]))`,
  // МОСКВА, 10 янв - РИА Новости.  Москва. 10 января. INTERFAX.RU -
  placeDateAndAgency: `${PLACE}[,.]? ${DAY_AND_MONTH}[,.]? (?:${DASH} )?(?:Корр\\. ?)?(?:${AGENCIES})(?:[.:]| ?${DASH})(?= )`,
  // МОСКВА, 10 января -   BEIJING, Jan. 10 --   Moscow, January 10:
  placeAndDate: `${PLACE}, ${DAY_AND_MONTH}(?:[.:]| ?${DASH})(?= [^a-zß-ÿа-џ])`,
  // /TASS/.  (Reuters) -
  agency: `(?:/(?:${AGENCIES})/\\.?|\\((?:${AGENCIES})\\) ?(?:${DASH}|:))(?= )`,
  // WASHINGTON —  NEW YORK --
  place: `${PLACE_OF_CAPITALS} ?(?:${DASH}|:)(?= ["“«'(]?[A-ZÀ-ÖØ-ÞЀ-Я])`,
};
const AGENCY = new RegExp(AGENCIES, 'u');
const DATELINE = new RegExp(`^(?:${Object.values(HEADS).join('|')})`, 'u');
/** To compile the whole pattern takes 20 ms, and most texts name no agency where they begin. */
const DATELINE_WITHOUT_AGENCY = new RegExp(`^(?:${HEADS.placeAndDate}|${HEADS.place})`, 'u');
const DATE = '(?:\\d{4}[-./]\\d{2}[-./]\\d{2}|\\d{2}[-./]\\d{2}[-./]\\d{4})(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?';
const DATE_HEAD = new RegExp(`^(?:(?:date|дата|published|updated):? ?)?${DATE}(?= )`, 'iu');

/**
 * The date that stands before the text of a first paragraph (`date 2022-01-10 MOSCOW ...`), or null
 * where there is none. Bounded time.
 */
export function readLeadingDate(text: string, block: Span): Span | null {
  return match(text, block, headOf(text, block), DATE_HEAD);
}

/**
 * The dateline that begins a paragraph: a place with a date or an agency, up to and with the mark that
 * ends it; or null where there is none or nothing else. Bounded time.
 */
export function readDateline(text: string, block: Span): Span | null {
  const first = text.charCodeAt(block.start);
  if (!isUpper(first) && first !== 0x2f && first !== 0x28) return null;
  const head = headOf(text, block);
  return match(text, block, head, AGENCY.test(head) ? DATELINE : DATELINE_WITHOUT_AGENCY);
}

/** What a dateline may be in, with plain spaces. */
function headOf(text: string, block: Span): string {
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_DATELINE));
  return /[^\S ]/.test(head) ? head.replace(/\s/g, ' ') : head;
}

function match(text: string, block: Span, head: string, pattern: RegExp): Span | null {
  const length = pattern.exec(head)?.[0].length ?? 0;
  const end = block.start + length;
  let rest = end;
  while (rest < block.end && isBlank(text.charCodeAt(rest))) rest++;
  return length > 0 && rest < block.end ? { start: block.start, end } : null;
}

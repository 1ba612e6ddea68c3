import type { Language } from '../core/result.ts';

/** Words by which news tells where something was said, and when it was told before. All in lower case, `е` for `ё`. */
export interface ReportingWords {
  /** Said, wrote, reported; of a Russian verb its beginning. */
  verbs: readonly string[];
  /** What points at the words that somebody said, instead of the words: об этом, this. */
  pointers: ReadonlySet<string>;
  /** Where and to whom it was said: statement, channel, journalists; beginnings of words. */
  channels: readonly string[];
  /** How a paragraph begins that reminds of what was before. */
  reminders: readonly string[];
  /** How a paragraph begins whose first sentence tells of what was before; the next ones may go on with the matter. */
  retrospects: readonly string[];
}

const RU: ReportingWords = {
  verbs: [
    'сообщ', 'сказа', 'заяви', 'заявля', 'написа', 'пиш', 'рассказ', 'передае', 'передал', 'отмети', 'отмеча', 'уточни',
    'говорит', 'говорил', 'следует', 'информир', 'известно', 'добави',
  ],
  pointers: new Set(['этом', 'это', 'этого', 'чем', 'таком']),
  channels: [
    'заявлени', 'сообщени', 'пресс', 'служб', 'телеграм', 'telegram', 'канал', 'сайт', 'ведомств', 'министерств',
    'журналист', 'брифинг', 'агентств', 'ссылк', 'источник', 'социальн', 'сет', 'страниц', 'интервью', 'издани', 'газет',
    'официальн', 'представител', 'секретар',
  ],
  reminders: ['напомним', 'как сообщалось', 'как ранее сообщалось', 'ранее сообщалось'],
  retrospects: ['ранее'],
}; // prettier-ignore

const EN: ReportingWords = {
  verbs: [
    'said', 'says', 'wrote', 'writes', 'reported', 'reports', 'told', 'stated', 'announced', 'noted', 'added', 'according',
  ],
  pointers: new Set(['this', 'that', 'so', 'it']),
  channels: [
    'statement', 'press', 'service', 'telegram', 'channel', 'website', 'site', 'ministry', 'department', 'journalist',
    'reporter', 'briefing', 'agency', 'source', 'social', 'media', 'page', 'interview', 'newspaper', 'official',
    'spokes', 'secretary', 'office', 'post',
  ],
  reminders: ['as reported earlier', 'as previously reported', 'it was reported earlier', 'earlier it was reported', 'recall that'],
  retrospects: ['earlier,', 'previously,'],
}; // prettier-ignore

/** The lists of a language, `undefined` where there are none. */
export function reportingWords(language: Language): ReportingWords | undefined {
  return language === 'ru' ? RU : language === 'en' ? EN : undefined;
}

/** Whether a word begins as one of the list does. */
export function beginsWithAny(word: string, beginnings: readonly string[]): boolean {
  for (const beginning of beginnings) if (word.startsWith(beginning)) return true;
  return false;
}

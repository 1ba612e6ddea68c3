import type { Language } from '../core/result.ts';

/** Ranks, offices and kinds of place that are no frequent words: they stand with a name in capitals and are none. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'congresswoman envoy earl lord sheikh emir sultan pope archbishop reverend rabbi ayatollah patriarch deacon ' +
    'monsignor commodore brigadier constable trooper troopers barrister councillor councilman alderman lawmaker ' +
    'republic federation kingdom commonwealth emirate borough rim valley isle isles cape canyon gulf strait plateau ' +
    'reef avenue harbour gorge fjord atoll bluff bluffs mesa butte moor plains prairie steppe cove lagoon lowlands uplands'
  ).split(' '),
);
/** The Russian ones, by stem and case ending; no other ending, since Султанов is a surname. */
const RUSSIAN =
  /^(?:премьер|герцог|барон|шейх|эмир|султан|кардинал|архиепископ|епископ|имам|аятолл|патриарх|митрополит|пастор|(?:под)?полковник|лейтенант|сержант|капрал|адмирал|бригадир|маршал|констебл|суперинтендант|коронер|республик|федераци|королевств|графств|провинци|склон|хреб(?:ет|т)|долин|залив|каньон|пролив|полуостров|ледник|пустын|проспект|переул(?:ок|к)|гаван|водопад|ущель|фьорд|архипелаг|атолл|плотин|перевал|вулкан|лагун)(?:[аеиоуыьюя]|ом|ем|ой|ей|ам|ах|ами|ям|ях|ями)?$/;

/** True for such a word in lower case, ё as е, in any case and number; false for frequent ones and other languages. */
export function isTitle(word: string, language: Language): boolean {
  if (language === 'ru') return RUSSIAN.test(word);
  return language === 'en' && ENGLISH.has(word);
}

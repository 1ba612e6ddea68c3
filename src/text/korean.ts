import { spellsBySyllables } from './syllables.ts';

/**
 * Syllables of Korean names as Russian writes them (Kontsevich's system, э and ё as е), with the Latin spellings of the
 * North, of the South and of the press, which has several for one: Чон is Jong, Jeong, Jung, Chung.
 */
const SYLLABLES =
  'ан an ahn|бом bom beom bum|ван wan wang|вон won weon|вук wook|ген gyong kyung gyeong|гон gon gong kon|гу gu koo ku|' +
  'гук guk kuk gook|гын gun geun keun|дже jae je|ги ki gi|ди ji|дон dong tong|ду du doo|ен yong young yeong yon yeon youn|' +
  'е yo yeo ye|ель yol yeol|ер yo yeo|и i yi lee ri|иль il|им im lim rim yim|ин in|кан kang|квон kwon|кван kwang gwang|' +
  'ки ki gi|ким kim|ко ko go koh|кон kong gong|ку ku koo gu|кук kuk guk gook|кым kum geum|кын kun geun keun|' +
  'кен kyong kyung gyeong|ле re|ли li lee ri rhee|лим rim lim|лю ryu|ман man|ми mi|мин min|мен myong myung myeong|мун mun moon|' +
  'нам nam|но no noh ro roh|о o oh|ок ok|ом om um eom|пак pak park bak|пан ban pan|пек paek baek|пен pyong pyung byung byeong|' +
  'пом pom beom bum|ре re rye|рен ryong ryeon|ри ri rhee|ро ro roh|рим rim|сан sang|сен song sung seong son sun seon|' +
  'сик sik|со so seo suh|сок sok seok suk|соль sol seol|сон song sung son sun seong seon|соп sop seop|су su soo|' +
  'сук suk sook|сун sun soon|сын sung seung|сом som seom|те tae dae|тон tong dong|у u woo wu|ун un eun woon|ук uk wook|' +
  'ха ha|хан han hang|хва hwa|хван hwang|хвон hwon|хе hye hae|хек hyok hyuk hyeok|хен hyon hyun hyong hyung hyeon hyeong|' +
  'хи hui hee hi|хо ho|хон hong|хун hun hoon hung|цой choe choi|че choe choi chae jae je|чен jong jung jeong chong chung|' +
  'чжен jong jung jeong chong chung|чже jae je|чжи ji|чжин jin|чжо jo|чжон jong jeon jeong jung|чжу ju joo|чжун jun joon|' +
  'чи ji chi|чин jin chin|чо jo cho|чон jong jeong jung chong chung jeon chun|чу ju joo chu|чун jun joon chun jung|' +
  'чхве choe choi|чхоль chol cheol|чхон chon cheon chong|чхан chang|чхун chun|чан jang chang|ча cha|' +
  'ын un eun|юн yun yoon|ю yu yoo ryu|юк yuk yook|ян yang|ям yam';

const syllables: ReadonlyMap<string, readonly string[]> = new Map(
  SYLLABLES.split('|').map((row) => {
    const [russian, ...latin] = row.split(' ');
    return [russian!, latin] as const;
  }),
);

/** First Latin letters of the syllables by the Cyrillic one, for a quick look. */
const firstLetters = new Map<string, Set<string>>();
for (const [russian, latin] of syllables) {
  const letters = firstLetters.get(russian[0]!) ?? new Set<string>();
  firstLetters.set(russian[0]!, letters);
  for (const spelling of latin) letters.add(spelling[0]!);
}

/** A word of a name has two syllables at most, and a case ending. */
const LONGEST = 9;
/** О, У and И are names of one letter that too much else begins with. */
const SHORTEST = 2;

/**
 * True where a Russian word, in any case, is a Korean name (Чен Ына) and `latin` the same in Latin letters (Jong Un).
 * Both in lower case, letters alone. O(letters * letters).
 */
export function isKorean(russian: string, latin: string): boolean {
  if (russian.length < SHORTEST || russian.length > LONGEST || latin.length > LONGEST) return false;
  if (!firstLetters.get(russian[0]!)?.has(latin[0]!)) return false;
  return spellsBySyllables(syllables, russian.replaceAll('э', 'е'), latin);
}

import { spellsBySyllables } from './syllables.ts';

/** Initials of Pinyin with their letters in the transcription of Palladius. */
const INITIALS: Readonly<Record<string, string>> = {
  b: 'б', p: 'п', m: 'м', f: 'ф', d: 'д', t: 'т', n: 'н', l: 'л', g: 'г', k: 'к', h: 'х', j: 'цз', q: 'ц', x: 'с',
  zh: 'чж', ch: 'ч', sh: 'ш', r: 'ж', z: 'цз', c: 'ц', s: 'с',
}; // prettier-ignore

/** Finals after an initial. */
const FINALS: Readonly<Record<string, string>> = {
  a: 'а', o: 'о', e: 'э', ai: 'ай', ei: 'эй', ao: 'ао', ou: 'оу', an: 'ань', en: 'энь', ang: 'ан', eng: 'эн',
  ong: 'ун', i: 'и', ia: 'я', ie: 'е', iao: 'яо', iu: 'ю', ian: 'янь', in: 'инь', iang: 'ян', ing: 'ин', iong: 'юн',
  u: 'у', ua: 'уа', uo: 'о', uai: 'уай', ui: 'уй', uan: 'уань', un: 'унь', uang: 'уан',
}; // prettier-ignore

/** Finals after j, q and x that are written with u and spoken as ü. */
const ROUNDED: Readonly<Record<string, string>> = { u: 'юй', ue: 'юэ', uan: 'юань', un: 'юнь' };

/** Syllables that are not an initial and a final. */
const WHOLE =
  'а a|о o|э e|ай ai|эй ei|ао ao|оу ou|ань an|энь en|ан ang|эр er|и yi|я ya|е ye|яо yao|ю you|янь yan|инь yin|ян yang|' +
  'ин ying|юн yong|у wu|ва wa|во wo|вай wai|вэй wei|вань wan|вэнь wen|ван wang|вэн weng|юй yu|юэ yue|юань yuan|' +
  'юнь yun|чжи zhi|чи chi|ши shi|жи ri|цзы zi|цы ci|сы si|хуэй hui|люй lu|нюй nu|люэ lue|фын feng|' +
  'пын peng|дын deng|хой hui';

/** Before these, only i and ü. */
const SOFT = ['j', 'q', 'x'];
/** Before these, i is a sound of its own; see WHOLE. */
const HARD_I = ['zh', 'ch', 'sh', 'r', 'z', 'c', 's'];

/** Pinyin of each syllable as Palladius writes it, э as е. */
const syllables = readSyllables();

function readSyllables(): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  const add = (russian: string, pinyin: string) => {
    // The press writes е for э.
    const key = russian.replaceAll('э', 'е');
    out.set(key, [...(out.get(key) ?? []), pinyin]);
  };
  for (const row of WHOLE.split('|')) {
    const [russian, pinyin] = row.split(' ');
    add(russian!, pinyin!);
  }
  for (const [initial, letters] of Object.entries(INITIALS)) {
    const soft = SOFT.includes(initial);
    for (const [final, rest] of Object.entries(FINALS)) {
      const exists = soft ? final.startsWith('i') : !(HARD_I.includes(initial) && final.startsWith('i'));
      if (exists) add(letters + rest, initial + final);
    }
    if (soft) for (const [final, rest] of Object.entries(ROUNDED)) add(letters + rest, initial + final);
  }
  return out;
}

/**
 * True where a Russian word, in any case, is a Chinese name in the transcription of Palladius (Цзиньпина) and `latin`
 * the same in Pinyin (jinping). Both in lower case, letters alone. O(letters * letters).
 */
export function isPalladius(russian: string, latin: string): boolean {
  const word = russian.replaceAll('э', 'е').replaceAll('ъ', '');
  if (spellsBySyllables(syllables, word, latin)) return true;
  return SOFT_ENDING.test(word) && spellsBySyllables(syllables, word.replace(SOFT_ENDING, '$1й'), latin);
}

/** Шанхая, Шанхаем: the ending stands for й too. */
const SOFT_ENDING = /([аеу])(?:я|ю|е|ем)$/;

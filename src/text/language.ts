import { remembered } from '../core/remembered.ts';
import type { Language } from '../core/result.ts';
import { functionWordsEn } from './function-words-en.ts';
import { functionWordsRu } from './function-words-ru.ts';
import { isLetter } from './letters.ts';

type Script = 'latin' | 'cyrillic' | 'other';

/** The language of a text. */
export interface LanguageGuess {
  language: Language;
  /** 0 to 1. */
  confidence: number;
  /** How many letters told it. */
  letters: number;
}

/** Fewer letters tell no language. */
const MIN_LETTERS = 8;
/** Longer texts are judged by three stretches of a third of this many code units. */
const MAX_JUDGED = 48_000;

/** So many letters give half of the confidence that the lead over the next language deserves. */
const LETTERS_FOR_TRUST = 20;
/** More words are thinned out evenly before they are compared with every language. */
const MAX_COMPARED_WORDS = 300;
/** Texts of so many words without one that is known are in none of the known languages. */
const MANY_WORDS = 14;
/** What a letter that a language does not write weighs against one of its words. */
const FOREIGN_WEIGHT = 12;
/** What a word with a known ending weighs against a known word. */
const ENDING_WEIGHT = 0.5;

/** What tells a language from its neighbours in the same script. */
interface Profile {
  /** Commonest words. */
  words: ReadonlySet<string>;
  /** The letters that it writes: beyond `a` to `z`, or of the Cyrillic script. */
  letters: ReadonlySet<string>;
  /** Endings of words, where the words alone do not tell a headline; null for none. */
  endings: RegExp | null;
}

function profile(letters: string, words: string | ReadonlySet<string>, endings: RegExp | null = null): Profile {
  return { words: typeof words === 'string' ? new Set(words.split(/\s+/)) : words, letters: new Set(letters), endings };
}

/** The usual language comes first: it wins where nothing tells. */
const LATIN: Readonly<Record<string, Profile>> = {
  en: profile('', functionWordsEn, /(?:ing|ed|ly|ght|ck|sh|th|ness|wn|ew|oo[a-z]|ee[a-z])$/),
  de: profile(
    'äöüß',
    `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach
    wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei
    ich wir ihr seine gegen unter wenn kann keine habe`,
  ),
  fr: profile(
    'àâæçéèêëîïôœùûüÿ',
    `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ils nous vous son sa
    ses aux mais ou comme leur été être cette ont elle deux ces était tout fait dont je selon après entre sans lors depuis d'un l`,
  ),
  es: profile(
    'áéíñóúü',
    `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando
    muy sin sobre también me hasta hay donde quien desde todo nos durante fue ha son dos está es ser según contra`,
  ),
  it: profile(
    'àèéìîòù',
    `di e il la che in a per un è del non una sono con le si da i della al dei lo alla nel gli delle più anche come ha dal ma nella
    sul questo se o suo ai ed tra alle dalla era cui loro stato essere dopo ci su hanno ad contro degli`,
  ),
  pt: profile(
    'áâãàçéêíóôõúü',
    `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
    muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são segundo`,
  ),
  nl: profile(
    'éëïóöü',
    `de van het een en in is dat op te zijn met die voor niet aan er om ook als dan maar bij uit door naar over heeft hij ze was
    wordt tot nog kan worden meer deze dit zou hun haar werd geen heeft of we al tegen onder hebben`,
  ),
  pl: profile(
    'ąćęłńóśźż',
    `w i na z się nie do że jest to o od po jak za przez dla są ale był już tym oraz ze być co tego czy jego było ich które który
    lub może tylko przy tak przed jej także będzie pod roku które została`,
  ),
  sv: profile(
    'åäöé',
    `och i att det som en på är av för med den till inte har de ett om han var från men vi så kan när år ska under efter eller
    hade vid också sig man nu sin mot mellan enligt`,
  ),
  da: profile(
    'æøå',
    `og i at det er en til på af for med den der ikke som de har et om han var fra men vi så kan når år skal under efter eller
    havde ved også sig man nu sin mod mellem ifølge blev`,
  ),
  cs: profile(
    'áčďéěíňóřšťúůýž',
    `a v se na je že s z do o i to ve pro za by jako po od k si který které která ale jsou byl být jeho podle tak nebo před také
    už bude byla bylo při až`,
  ),
  tr: profile(
    'çğıöşüâî',
    `ve bir bu da de için ile olarak çok daha gibi olan sonra kadar ne en ise o var değil ama olduğu her ya ki göre tarafından`,
  ),
  ro: profile(
    'ăâîșțşţ',
    `de și în a la cu pe nu o că un din este pentru care mai se au fi ca sau prin după fost dar sunt ce lui până al ale cele`,
  ),
  fi: profile(
    'äöå',
    `ja on ei se että oli hän ovat myös kun mutta ole joka mukaan tai jos niin kuin sen ollut olla vuoden sekä`,
  ),
  hu: profile(
    'áéíóöőúüű',
    `a az és hogy nem is egy ez de csak meg már még volt mint el van vagy ha ki szerint után pedig`,
  ),
  id: profile(
    '',
    `yang dan di dari untuk dengan pada ini itu tidak dalam akan ke oleh juga ada telah sebagai adalah mereka`,
  ),
};

const CYRILLIC: Readonly<Record<string, Profile>> = {
  ru: profile(
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    functionWordsRu,
    /(?:ый|ий|ой|ая|ое|ые|ого|ых|их|ть|ся|ют|ет|ит|ов|ев|ах|ях|ию|ции|ил|ал)$/,
  ),
  uk: profile(
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    `і в на що не у з та до за це про від як його але для він був року також який які було або після ми вони буде її й при є
    щоб під час так та зі із`,
  ),
  be: profile(
    'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
    `і ў у на з не што да за па гэта як для ад але ён яго быў а таксама які якія было пра па года каб ці пасля мы яны яе пры`,
  ),
  bg: profile(
    'абвгдежзийклмнопрстуфхцчшщъьюя',
    `и на да в от за се е че с по не са като до ще си ще това той към във със който които бе след но или при той тя има беше
    още през само г сред един една му го я те`,
    /(?:ът|ят|ите|ата|ята|ото|ето|ството|аха|иха|яха|ува)$/,
  ),
  sr: profile(
    'абвгдђежзијклљмнњопрстћуфхцчџш',
    `и у је да на се за са од су не који а као што из о по до би није је али то ће након која био само или бити`,
  ),
  mk: profile(
    'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
    `и на да во се од за не со е ќе што го по како до ја ги дека кој ја тоа или но при ова беше`,
  ),
  kk: profile(
    'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
    `және мен бұл үшін деп де да бар еді осы бойынша ол туралы жылы бір болып болды қазақстан кейін тағы сондай ақ керек`,
  ),
  ky: profile(
    'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
    `жана бул менен үчүн деп бар ал бир боюнча болгон кыргыз эле кийин`,
  ),
  mn: profile('абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя', `нь ба энэ юм байна болон бол гэж байсан улсын оны монгол`),
  tg: profile('абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя', `ва дар аз ба ки бо барои ин тоҷикистон мебошад кард шуд`),
};

/** Scripts that one language, or a handful, is written in: enough for a message. */
const OTHER_SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
];

/**
 * The language of `text`, by script, letters and function words; null where there are too few letters
 * to tell, or none of the known languages fits. Addresses of pages are passed over; in a text of two
 * scripts the one with more letters decides. Bounded time: a long text is judged by three stretches.
 */
export function identifyLanguage(text: string): LanguageGuess | null {
  const judged = sample(text).replaceAll('\u00ad', '').normalize('NFC');
  const words: Record<Script, number> = { latin: 0, cyrillic: 0, other: 0 };
  const letters: Record<Script, number> = { latin: 0, cyrillic: 0, other: 0 };
  const places = wordPlaces(judged);
  for (let w = 0; w < places.length; w += 2) {
    const script = scriptOf(judged.charCodeAt(places[w]!));
    words[script]++;
    letters[script] += places[w + 1]! - places[w]!;
  }
  let script: Script = letters.cyrillic >= letters.latin ? 'cyrillic' : 'latin';
  if (letters.other > letters[script]) script = 'other';
  if (script === 'other') return otherScript(judged, places, letters.other);
  if (letters[script] < MIN_LETTERS) return null;
  const sampled = everyFew(judged, places, script, Math.ceil(words[script] / MAX_COMPARED_WORDS));
  const guess = closest(sampled, script === 'latin' ? LATIN_CANDIDATES : CYRILLIC_CANDIDATES);
  if (!guess) return null;
  const share = letters[script] / (letters.latin + letters.cyrillic + letters.other);
  return { ...guess, confidence: guess.confidence * Math.min(1, share + 0.25), letters: letters[script] };
}

function sample(text: string): string {
  if (text.length <= MAX_JUDGED) return text;
  const third = MAX_JUDGED / 3;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}

/** Starts and ends of the words of letters alone; addresses and what follows an apostrophe (`it's`) are left out. */
function wordPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const first = at;
    const before = places.length;
    let isAddress = text.startsWith('www.', first);
    let start = -1;
    for (; ; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      if (isLetter(code)) {
        if (start < 0) start = at;
        continue;
      }
      if (start >= 0) {
        const mark = start > first + 1 ? text[start - 1] : '';
        if ((mark !== "'" && mark !== '’') || at - start > 2) places.push(start, at);
        start = -1;
      }
      if (isSpace(code)) break;
      if (code === 0x40 || (code === 0x3a && text.startsWith('//', at + 1))) isAddress = true;
    }
    if (isAddress) places.length = before;
  }
  return places;
}

const OTHER_SPACE = /\s/;

/** White space; no letter is any. */
function isSpace(code: number): boolean {
  if (code < 0x1680) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
  return OTHER_SPACE.test(String.fromCharCode(code));
}

function scriptOf(code: number): Script {
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 'latin';
  return code >= 0x400 && code < 0x530 ? 'cyrillic' : 'other';
}

function otherScript(text: string, places: readonly number[], letters: number): LanguageGuess | null {
  let words = '';
  for (const word of everyFew(text, places, 'other', 1)) words += word;
  const found = OTHER_SCRIPTS.find(([, script]) => script.test(words));
  return found && letters > 1 ? { language: found[0], confidence: 0.9, letters } : null;
}

/** One in `step` of the words of a script. */
function everyFew(text: string, places: readonly number[], script: Script, step: number): string[] {
  const words: string[] = [];
  for (let w = 0, count = 0; w < places.length; w += 2)
    if (scriptOf(text.charCodeAt(places[w]!)) === script && count++ % step === 0)
      words.push(text.slice(places[w], places[w + 1]));
  return words;
}

/** The profiles of one script, and what a word as written says of them. */
interface Candidates {
  readonly profiles: readonly (readonly [Language, Profile])[];
  readonly traitsOf: (word: string) => WordTraits;
}

/** What a word tells of its language. */
interface WordTraits {
  readonly length: number;
  /** The languages that have it, by place, and those that have its ending alone. */
  readonly languages: readonly number[];
  readonly endings: readonly number[];
  /** Its letters that not every language of the script writes; those of names tell nothing in Latin script. */
  readonly letters: readonly string[];
}

function candidates(profiles: Readonly<Record<string, Profile>>): Candidates {
  const entries = Object.entries(profiles);
  const byWord = new Map<string, number[]>();
  entries.forEach(([, { words }], i) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), i]);
  });
  const [first, ...others] = entries.map(([, { letters }]) => letters);
  const common = new Set([...first!].filter((letter) => others.every((letters) => letters.has(letter))));
  const traitsOf = (raw: string): WordTraits => {
    const word = raw.toLowerCase();
    const languages = byWord.get(word.includes('ё') ? word.replaceAll('ё', 'е') : word) ?? [];
    const endings = entries.flatMap(([, profile], i) =>
      !languages.includes(i) && profile.endings?.test(word) ? [i] : [],
    );
    // Names keep their accents in every Latin language; Cyrillic languages respell them.
    const isName = profiles === LATIN && word[0] !== raw[0];
    const letters = isName ? [] : word.split('').filter((letter) => letter > 'z' && !common.has(letter));
    return { length: word.length, languages, endings, letters };
  };
  return { profiles: entries, traitsOf: remembered(traitsOf) };
}

const LATIN_CANDIDATES = candidates(LATIN);
const CYRILLIC_CANDIDATES = candidates(CYRILLIC);

/** How well a language fits. */
interface Fit {
  language: Language;
  known: number;
  fit: number;
}

/** The language whose words, endings and letters fit best; the confidence grows with the lead over the next. */
function closest(
  all: readonly string[],
  { profiles, traitsOf }: Candidates,
): { language: Language; confidence: number } | null {
  const known = profiles.map(() => 0);
  const special = new Map<string, number>();
  const words = all.length;
  let letters = 0;
  for (const word of all) {
    const traits = traitsOf(word);
    letters += traits.length;
    for (const i of traits.languages) known[i]!++;
    for (const i of traits.endings) known[i]! += ENDING_WEIGHT;
    for (const letter of traits.letters) special.set(letter, (special.get(letter) ?? 0) + 1);
  }
  let best: Fit | undefined;
  let second: Fit | undefined;
  for (const [i, [language, { letters: alphabet }]] of profiles.entries()) {
    let foreign = 0;
    for (const [letter, times] of special) if (!alphabet.has(letter)) foreign += times;
    const one = { language, known: known[i]!, fit: known[i]! / words - (FOREIGN_WEIGHT * foreign) / letters };
    if (!best || one.fit > best.fit) [best, second] = [one, best];
    else if (!second || one.fit > second.fit) second = one;
  }
  if (best!.known === 0 && words >= MANY_WORDS) return null;
  const lead = Math.min(0.5, (best!.fit - second!.fit) * 4);
  return { language: best!.language, confidence: 0.5 + (lead * letters) / (letters + LETTERS_FOR_TRUST) };
}

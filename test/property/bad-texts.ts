/** A text that nobody meant as an article, by what it is. */
export interface BadText {
  readonly kind: string;
  readonly text: string;
}

const units = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, x) => String.fromCharCode(from + x)).join('');

const MEGABYTE = 1_000_000;
const SENTENCE = 'The court put off its decision. Суд отложил решение по делу. ';

/** A piece, again and again, up to so many characters. */
const fill = (piece: string, length = 30_000): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Most have tens of thousands of characters, those where length is the point a megabyte. */
export const badTexts: readonly BadText[] = [
  { kind: 'nothing', text: '' },
  { kind: 'blank lines alone', text: '\n'.repeat(100_000) },
  { kind: 'a word behind 100,000 blank lines', text: `Мост${'\n'.repeat(100_000)}bridge` },
  { kind: '100,000 blank lines with spaces', text: `Мост\n${' \t\u00a0\r\n'.repeat(100_000)}bridge` },
  { kind: 'every control character', text: `Мост ${units(0, 0x20)} и ${units(0x7f, 0xa0)} the bridge.` },
  { kind: 'every control character between words', text: [...units(0, 0xa0)].join(' мост bridge ') },
  { kind: 'every code unit but surrogates', text: units(0, 0xd800) + units(0xe000, 0x10000) },
  { kind: 'every code unit, surrogates out of order', text: units(0, 0x10000) },
  { kind: 'lone high surrogates', text: fill('a\ud83d ', 10_000) },
  { kind: 'lone low surrogates', text: fill('я\ude00. ', 3_000) },
  { kind: 'surrogates in the wrong order', text: fill('\ude00\ud83d', 30_000) + ' мост' },
  { kind: 'a letter with 100,000 combining marks', text: `e${'\u0301'.repeat(100_000)} the bridge` },
  { kind: 'combining marks alone', text: fill('\u0301\u0308\u20dd', 100_000) + 'a' },
  { kind: 'stress marks in every word', text: fill('мо\u0301ст че\u0301рез ре\u0301ку. ', 10_000) },
  { kind: 'a megabyte without a space', text: fill('a', MEGABYTE) },
  { kind: 'Cyrillic without a space', text: fill('мост', MEGABYTE) },
  { kind: 'hyphens and letters', text: fill('a-') },
  { kind: 'digits', text: fill('1234567890') },
  { kind: 'digits with separators', text: fill('1,234.567 ') },
  { kind: 'full stops', text: `Мост${fill('.')}` },
  { kind: 'letters with full stops', text: fill('А.') },
  { kind: 'initials', text: fill('А. Б. ') },
  { kind: 'opening marks', text: `Мост ${fill('«')}` },
  { kind: 'straight marks', text: fill('"a') },
  { kind: 'apostrophes', text: fill("a' 'b ") },
  { kind: 'brackets', text: `Мост ${fill('([')}` },
  { kind: 'a megabyte of spaces between two words', text: `Мост${fill(' ', MEGABYTE)}bridge` },
  { kind: 'a megabyte of no-break spaces', text: `Мост${fill('\u00a0', MEGABYTE)}bridge` },
  { kind: 'soft hyphens', text: `Мост${fill('\u00ad')}bridge` },
  { kind: 'zero-width spaces', text: `Мост${fill('\u200b')}bridge` },
  { kind: 'question marks and capitals', text: fill('A?') },
  { kind: 'number words', text: fill('тысяча двести ') },
  { kind: 'English number words', text: fill('thousand two hundred and ') },
  { kind: 'month names', text: fill('10 января 2022 ') },
  { kind: 'dashes', text: `Мост ${fill('— ')}` },
  { kind: 'ampersands', text: fill('a&amp;') },
  { kind: 'mojibake', text: fill('РњРѕСЃС‚ â€” ') },
  { kind: 'addresses', text: fill('https://example.org/a?b=c&d=мост ') },
  { kind: 'one short word', text: fill('да ') },
  { kind: 'capitals', text: fill('МОСТ BRIDGE ') },
  { kind: '1,000 lines of one word', text: fill('Мост\n', 5_000) },
  { kind: '500 list items', text: fill('• Мост bridge\n', 7_000) },
  { kind: 'two sentences, 400 times', text: fill(SENTENCE, SENTENCE.length * 400) },
  { kind: 'lines that end in every way', text: ['\n', '\r', '\r\n', '\v', '\f', '\x85', '\u2028', '\u2029', '\n\r'].join(SENTENCE) },
  { kind: 'scripts mixed within words', text: fill('Моcт брidge Россiя Ukraїna ', 30_000) },
  { kind: 'many scripts', text: 'мост bridge γέφυρα 橋 다리 جسر גשר पुल สะพาน კუ հ Ⴀ ꦗ 𐎀 𝕭𝖗𝖎𝖉𝖌𝖊 ＢＲＩＤＧＥ'.repeat(500) },
  { kind: 'right to left with overrides', text: fill('\u202eтсом\u202c \u2066egdirb\u2069 ', 20_000) },
  { kind: 'emoji with joiners and flags', text: fill('мост 👩‍👩‍👧‍👦🏳️‍🌈🇰🇿 bridge. ', 20_000) },
  { kind: 'byte order marks', text: fill('\ufeffмост \ufffebridge ', 20_000) },
  { kind: 'private and unassigned characters', text: fill('\ue000\uf8ff\u{f0000}\u{10ffff}\u0378 мост ', 20_000) },
  { kind: 'markup', text: fill('<p onclick="x()">Мост &nbsp; <!-- --> ]]> <script>', 20_000) },
  { kind: 'JSON', text: fill('{"a":[1,"мост\\n",null],"b":{"c":"bridge"}},', 20_000) },
  { kind: 'names of properties of objects', text: fill('__proto__ constructor toString valueOf hasOwnProperty мост. ', 20_000) },
]; // prettier-ignore

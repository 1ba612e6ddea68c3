import { expect, test } from 'vitest';
import { brokenWordRule } from '../../src/detect/broken-word.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import { draftsOf } from './drafts-of.ts';

function broken(text: string, language = 'en', source = ''): string[] {
  const side = (id: string, of: string): unknown => ({
    id,
    text: of,
    language: id === 'source' ? 'ru' : language,
    sentences: [{ start: 0, end: of.length, kind: 'body', block: 0 }],
  });
  const beads = [{ source: [0], rendering: [0], similarity: 1, confidence: 1, cost: 0 }];
  const context = { source: side('source', source), rendering: side('r', text), beads } as unknown as RenderingContext;
  return draftsOf(brokenWordRule, context).map(({ rendering, beads: [bead] }) => {
    expect(bead).toBe(0);
    return text.slice(rendering[0]!.start, rendering[0]!.end);
  });
}

test.each([
  'Kazak-hstan',
  'previ-ously',
  'popul-ation',
  'camp-aign',
  'McGr-egor',
  'Birmi-ngham',
  'Sout-hern',
  'Beauv-illier',
  'obvi-ously',
  'comm-on',
  'marg-in',
])('tells %s', (word) => {
  expect(broken(`It was ${word} that year.`)).toEqual([word]);
});

test.each(['пред-ставитель', 'прави-тельство', 'перего-воров', 'Казах-стана'])('tells %s', (word) => {
  expect(broken(`Это ${word} сказал.`, 'ru')).toEqual([word]);
});

test.each([
  ['a space after the hyphen', 'Ten years previ- ously, he said.', 'previ- ously'],
  ['a line end after it', 'Ten years previ-\nously, he said.', 'previ-\nously'],
  ['a soft hyphen after it', 'Ten years previ-\u00adously, he said.', 'previ-\u00adously'],
])('tells a word with %s', (_, text, word) => {
  expect(broken(text)).toEqual([word]);
});

test('tells a word that stands whole elsewhere', () => {
  expect(broken('The Zorvan-ists met. The Zorvanists left.')).toEqual(['Zorvan-ists']);
});

test.each([
  ['a consonant doubled before an ending', 'We pay the ship-ping cost.', 'ship-ping'],
  ['what the list takes for a compound', 'The price has now stabi-lised.', 'stabi-lised'],
  ['an end that is never set off', 'They are gripped by Russo-phobia.', 'Russo-phobia'],
  ['a further hyphen', 'A combo-orie-nted game.', 'orie-nted'],
])('tells a word with %s', (_, text, word) => {
  expect(broken(text)).toEqual([word]);
});

test('leaves parts alone that stand in a longer compound, an option or beside a doubled letter', () => {
  const text =
    'A more-than-welcome ear-ring, state-of-the-art, merry-go-round, --previ-ously, x-9-previ-ously, arm-movement, ' +
    'a cut-throat, part-time, a social-phobia group, Newcastle-upon-Tyne.';
  expect(broken(text)).toEqual([]);
});

test('leaves compounds and names alone', () => {
  const text =
    'Open-minded, well-known, Russian-US, north-western, co-operation, co-ordinated, re-elect, e-mail, Al-Assad, Jean-Pierre, ' +
    'Kim Jong-un, Park Chung-hee, K.-Zh. Tokayev, Kassym-Jomart, non-executive, tax-exempt, first-time, anti-vaxxer, ' +
    'Trump-like, US-led, pre- and post-war, check-up, lay-off, semi-final, mother-in-law, roll-outs, long-standing, ' +
    'a bail-out, hold-ups, on-going work, out-dated, off-line, a wild-card, eagle-eyed, touchy-feely.';
  expect(broken(text)).toEqual([]);
});

test('leaves Russian compounds and names alone', () => {
  const text =
    'К.-Ж. Токаев, Касым-Жомарт, кто-то, из-за, бизнес-план, Алма-Ата, Нью-Йорк, вице-президент, премьер-министр, ' +
    'интернет-магазин, северо-западный, пресс-секретарь, по-русски, во-первых, экс-глава, онлайн-сервис, Ростов-на-Дону, англо-саксонского, ' +
    'бело-красно-белый флаг, сине-бело-красный, агро-промышленно-торговый.';
  expect(broken(text, 'ru')).toEqual([]);
});

test('leaves addresses, tags and the other script alone', () => {
  expect(broken('https://a.org/previ-ously @previ-ously #previ-ously previ-ously.html пред-ставитель')).toEqual([]);
});

test('reads a long line in linear time', () => {
  expect(broken('ab-'.repeat(100_000)).length).toBe(0);
});

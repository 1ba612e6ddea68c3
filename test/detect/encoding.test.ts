import { expect, test } from 'vitest';
import { encodingRule } from '../../src/detect/encoding.ts';
import { documentDraftsOf, draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument } from './made-context.ts';

/** The damaged stretches, a list for each finding. */
function damaged(...sentences: string[]): string[][] {
  const context = madeContext(madeDocument('source', 'ru', ['Да.']), madeDocument('r', 'en', sentences));
  return draftsOf(encodingRule, context).map(({ rendering }) =>
    rendering.map(({ start, end }) => context.rendering.text.slice(start, end)),
  );
}

/** The text as a program shows it that reads its bytes in the wrong encoding. */
function misread(text: string, encoding: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

test.each([
  ['’', 'windows-1252'],
  ['“', 'windows-1252'],
  ['”', 'windows-1252'],
  ['—', 'windows-1252'],
  ['…', 'windows-1252'],
  ['€', 'windows-1252'],
  ['é', 'windows-1252'],
  ['«', 'windows-1252'],
  ['\u00a0', 'windows-1252'],
  ['š', 'windows-1252'],
  ['😀', 'windows-1252'],
  ['\ufeff', 'windows-1252'],
  ['При', 'windows-1252'],
  ['При', 'windows-1251'],
  ['президент', 'windows-1251'],
  ['—', 'windows-1251'],
  ['’', 'windows-1251'],
  ['№', 'windows-1251'],
])('tells %s read in %s', (text, encoding) => {
  const wrong = misread(text, encoding).replace('\ufffd', '');
  expect(damaged(`He said ${wrong} then.`)).toEqual([[wrong]]);
});

test.each([
  'â€™',
  'â€œ',
  'â€”',
  'â€¦',
  'â‚¬',
  'â„¢',
  'Ã©',
  'Ã¼',
  'Â«',
  'Â£',
  'Å¡',
  'Ð¿Ñ€Ð¸',
  'Â\u00a0',
  'ï»¿',
  'ðŸ˜€',
  'РџСЂРё',
  'вЂ™',
])('tells %s', (wrong) => {
  expect(damaged(`He said ${wrong} then.`)).toEqual([[wrong]]);
});

test('names what was meant', () => {
  const rendering = madeDocument('r', 'en', ['Itâ€™s here.']);
  const [draft] = draftsOf(encodingRule, madeContext(madeDocument('source', 'ru', ['Да.']), rendering));
  expect(draft).toMatchObject({ message: '“â€™” is “’” read in the wrong encoding.', beads: [0] });
});

test('tells a mark that lost its third byte', () => {
  expect(damaged('He called it â€gangster-likeâ€ talk.')).toEqual([['â€', 'â€']]);
});

test.each([
  ['Ïðåçèäåíò came.', 'Ïðåçèäåíò'],
  ['Caf\ufffd\ufffd.', '\ufffd\ufffd'],
  ['It\u0092s here.', '\u0092'],
  ['Tom &amp; Jerry', '&amp;'],
  ['It&#8217;s here', '&#8217;'],
  ['It&#x2019;s here', '&#x2019;'],
  ['He&nbsp;said', '&nbsp;'],
])('tells %j', (text, part) => {
  expect(damaged(text)).toEqual([[part]]);
});

test('tells a sentence once, and what is doubtful in company alone', () => {
  const rd = misread('с другом и', 'windows-1251');
  expect(damaged('It &quot;is&quot; so.', 'Good.', 'An &lt; there.')).toEqual([['&quot;', '&quot;'], ['&lt;']]);
  expect(damaged(`Then ${rd} he left.`)[0]!.join('')).toBe(rd.replaceAll(' ', ''));
});

test.each([
  'Façade, Ångström, Âge, château, “Français”, café», naïve — São Paulo, MAÇÃ, MAÇÃ… Ñandú, ESPAÑ… Übermaß»',
  'Le café\u00a0», la santé\u00a0: voilà\u00a0! À «l’Île», Ÿ, crème brûlée, Łódź, Erdoğan, Šešelj, Đoković.',
  'СССР», С… Сёмин, Рёв. «Проект В» и «АС»; 25 °С… Рим — МИД РФ; № 5. Він, Київ, Рік, СІРІ, ЄС, Ґанок, Љубав, Ђорђе.',
  'ГЁТЕ, AT&T, R&D; Q&A; x & y; €5, £3, 20 °C, 5 ± 1, §7, ¿Qué?, ©, ™, «Ура!», „so“.',
])('leaves %j alone', (text) => {
  expect(damaged(text)).toEqual([]);
});

test('notes damage of the source itself', () => {
  const source = madeDocument('source', 'ru', [misread('Привет', 'windows-1251') + ' всем.']);
  const drafts = documentDraftsOf(encodingRule, { source, renderings: [] });
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({ severity: 'info', places: [], source: [{ start: 0, end: 12 }] });
});

test('reads long lines in linear time', () => {
  for (const unit of ['â', 'â€', 'Р', 'РµР', '&', '&#', '&amp; ', 'à', '\ufffd']) damaged(unit.repeat(100_000));
});

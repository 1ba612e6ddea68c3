import { alignTranslations } from '../../src/align-translations.ts';
import type { AlignmentResult } from '../../src/core/result.ts';

/** What a text can hold to harm whoever writes it into another format: a line each, as source and as rendering. */
const LINES: [string, string][] = [
  [
    'Заголовок <b onclick="x()">жирный</b> & &lt;знаки&gt; ]]>',
    'Heading <b onclick="x()">bold</b> & &lt;signs&gt; ]]>',
  ],
  [
    'В понедельник министр сказал <script>alert("1")</script> и <!-- 5 тысяч --> человек услышали его.',
    'On Monday the minister said <script>alert("1")</script> and <!-- 6 thousand --> people heard him.',
  ],
  ['=1+1 равно двум, считает эксперт @ivan.', '=1+1 is two, the expert @ivan thinks.'],
  [
    '+7 градусов обещают завтра, "сообщает" бюро; и=2.',
    '+7 degrees are promised for tomorrow, the office "says"; and=2.',
  ],
  [
    'Экран \u001b[2J\u001b]0;title\u0007 очистился \u0000 и \u009b31m покраснел\ufffe.',
    'The screen \u001b[2J\u001b]0;title\u0007 was cleared \u0000 and \u009b31m turned red\ufffe.',
  ],
  [
    'Строка\u2028разделена, абзац\u2029тоже разделён здесь.',
    'The line\u2028is split, the paragraph\u2029is split here, too.',
  ],
  ['Текст \u202eнаоборот\u202c и \u2066внутри\u2069 него.', 'A text \u202ebackwards\u202c and \u2066inside\u2069 it.'],
  ['Половины \ud83d знаков \udc00 остались в статье.', 'Halves \ud83d of characters \udc00 stayed in the article.'],
  [
    '[Ссылка](javascript:alert(1)) и ![снимок](http://example.org/x.png) | `код` *важно* \\ {0} #1.',
    'A [link](javascript:alert(1)) and ![picture](http://example.org/x.png) | `code` *important* \\ {0} #1.',
  ],
  [
    'Адреса https://example.org/?a=1&b=2, www.example.org и a@example.org известны.',
    'The addresses https://example.org/?a=1&b=2, www.example.org and a@example.org are known.',
  ],
  [
    '::error file=a.txt,line=1::ложь%0A::stop-commands::x и правда.',
    '::error file=a.txt,line=1::a lie%0A::stop-commands::x and truth.',
  ],
  ['Эксперты не ответили на вопросы <журналистов>, а президент Токаев уехал 7 января в Пекин & Шанхай.', ''],
];

/** An article of such lines, its third rendering another report, with names of the same kind. */
export async function hostileArticle(): Promise<AlignmentResult> {
  const source = LINES.map(([line]) => line).join('\n\n');
  const rendering = LINES.flatMap(([, line]) => (line === '' ? [] : [line])).join('\n\n');
  return alignTranslations(
    { id: '=cmd|"A1",<ru>%0A::.txt', text: source, language: 'ru' },
    [
      { id: ']]>\u202e\u001b[2J@team #1:\\.txt', text: rendering, language: 'en' },
      { id: '../a b/[x](y).txt', text: rendering.split('\n\n').slice(2).join('\r\n\r\n'), language: 'en' },
      {
        id: '<script>',
        text: 'The parliament <b>adopted</b> a budget. Prices of grain fell by 3 % in March.',
        language: 'en',
      },
    ],
    { ignore: [{ rule: 'omission', source: 'Заголовок', reason: '[known](http://example.org) \u202e <b>' }] },
  );
}

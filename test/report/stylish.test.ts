import { expect, it } from 'vitest';
import { cellWidth } from '../../src/report/cells.ts';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from './fixture.ts';

it('tells verdict, strip, findings and counts', () => {
  const result = seedResult();
  result.renderings = [result.renderings[0]!, result.renderings[2]!];
  expect(render(result, 'stylish', { width: 88 })).toMatchInlineSnapshot(`
    "003.txt (ru): 25 sentences.

    000.txt (en): a translation. It carries 81 % of the source; 97 % of its own text comes
      from the source. 3 errors, 1 warning, 1 info.
      source    ··██████████████████████-███████████-----███████---!████················
      rendering ·██████████████████████████████████████████████████████████!████████████
      003.txt:5:217      error    A sentence of the source is missing.  omission
        ru  [-"Условлено поддерживать тесные контакты и проводить обмен мнениями и…-]
      003.txt:7:131      error    A sentence of the source is missing.  omission
        ru  [-Они сопровождались нападениями на полицейских, военных и органы власти во…-]
      000.txt:11:188     error    “тысячи” (thousands) became “scores”.  number
        ru  Пострадали [!тысячи!] человек, точное число погибших неизвестно.
        en  …violence left [!scores!] of people injured, with fatalities also being…
      003.txt:4:171      warning  Words of the source have no counterpart: “масштабу
                                  угрозы”.  partial-omission
        ru  …и соразмерность [-масштабу угрозы-]" действий президента республики…
      003.txt:1:1        info     The rendering does not carry the headline.  omission
        ru  [-Москва и Пекин обеспокоены вмешательством внешних сил в ситуацию в…-]

    002.txt (en): another report on the same matter, not a translation. Only 9 % of the
      source has a counterpart, in another order: this is another report of the same event.
      Not compared sentence by sentence.

    The source, and between renderings
      002.txt:1:59       error    002.txt says December 10 where 000.txt says January 10.
                                  date
        002.txt  …a phone call on [!December 10!] to discuss bilateral ties and evaluate…
        000.txt  MOSCOW, [!January 10!]. /TASS/.
      003.txt:8:1        warning  8 lines at the end of the source do not belong to the
                                  article.  unrelated-trailing
        003.txt  [×- Росатом поставил ядерное топливо для стартовой загрузки нового…×]
        003.txt  [×- США не должны использовать Китай как предлог для покупки Гренландии…×]
        003.txt  [×- Объем валового регионального продукта Пекина в 2025 году впервые…×]
        003.txt  … and 5 more

    █ has a counterpart, - missing, + added, ! damaged, · needs no counterpart

    ✖ 7 errors, 6 warnings, 3 infos in 2 renderings; 1 is no translation
    "
  `);
});

it('keeps to the width of the terminal, whatever the texts are made of', () => {
  const wide = hostileResult('中文，한국어 ✅ 1 % й\u0306 \u202eשלום\u202c e\u0301\u0301 '.repeat(9));
  for (const result of [seedResult(), wide, hostileResult('unbroken'.repeat(40))]) {
    for (const width of [40, 53, 80, 120, 200]) {
      for (const line of render(result, 'stylish', { width }).split('\n')) {
        expect(cellWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  }
});

it('breaks no line between a number and what it counts', () => {
  for (let width = 40; width < 120; width++)
    expect(render(seedResult(), 'stylish', { width })).not.toMatch(/^ *(?:%|errors?,|warnings?,|infos?\.)/m);
});

it('cuts words around a mark before it cuts marked words', () => {
  const lines = render(seedResult(), 'stylish', { width: 40 }).split('\n');
  expect(lines).toContain('    002.txt  …call on [!December 10!]…');
  expect(lines.some((line) => line.endsWith('[!scores!] of…'))).toBe(true);
  expect(lines.some((line) => /\[!Kazak-hstan!\]/.test(line))).toBe(true);
});

it('says so where there is nothing to say', () => {
  const result = seedResult();
  result.findings = [];
  result.renderings = [{ ...result.renderings[0]!, findings: [] }];
  result.summary = { errors: 0, warnings: 0, infos: 0 };
  expect(render(result, 'stylish')).toMatch(/✔ no findings in 1 rendering\n$/);
});

it('stays quick on a sentence of megabytes', () => {
  const result = seedResult();
  const text = 'слово '.repeat(500_000);
  result.source.text = text;
  result.source.sentences = [{ start: 0, end: text.length - 1, kind: 'body', block: 0 }];
  result.findings = [];
  const [rendering] = result.renderings;
  rendering!.beads = [{ source: [0], rendering: [0], similarity: 1, confidence: 1, cost: 0 }];
  rendering!.findings = [{ ...rendering!.findings[4]!, source: [{ start: 1_000_000, end: 1_000_500 }], rendering: [] }];
  result.renderings = [rendering!];
  const start = performance.now();
  expect(render(result, 'stylish')).toContain('[!');
  expect(performance.now() - start).toBeLessThan(2000);
});

it('tells how many findings were put aside, of each rendering and of all', () => {
  const result = seedResult();
  const aside = { ...result.findings[0]!, by: 'baseline' as const };
  result.suppressed = [
    { ...aside, rendering: '000.txt' },
    { ...aside, rendering: '000.txt' },
    { ...aside, rendering: null },
  ];
  const lines = render(result, 'stylish', { width: 200 }).split('\n');
  expect(lines.find((line) => line.startsWith('000.txt'))).toMatch(/3 errors, 1 warning, 1 info, 2 suppressed\.$/);
  expect(lines.find((line) => line.startsWith('001.txt'))).not.toContain('suppressed');
  expect(lines.at(-2)).toContain('7 errors, 6 warnings, 3 infos, 3 suppressed in 3 renderings');
  const page = render(result, 'html');
  expect(page).toContain('7 errors, 6 warnings, 3 infos, 3 suppressed.</p>');
  expect(page.match(/<p class="quiet">2 suppressed<\/p>/g)).toHaveLength(1);
});

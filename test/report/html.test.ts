import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dark, light, type Theme } from '../../src/report/html/palette.ts';
import { script, scriptHash } from '../../src/report/html/script.ts';
import { style, styleHash } from '../../src/report/html/style.ts';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from './fixture.ts';
import { longResult } from './long-result.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const page = render(seedResult(), 'html');
const all = (pattern: RegExp, text = page): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

describe('content security', () => {
  it('lets in the style sheet and the script by their hashes, and nothing else', () => {
    expect(styleHash).toBe(sha256(style));
    expect(scriptHash).toBe(sha256(script));
    expect(all(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)).toEqual([
      `default-src &#39;none&#39;; style-src &#39;sha256-${styleHash}&#39;; script-src &#39;sha256-${scriptHash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    ]);
    expect(all(/<style>([^]*?)<\/style>/g)).toEqual([style]);
    expect(all(/<script>([^]*?)<\/script>/g)).toEqual([script]);
    expect(page).not.toMatch(/ style=| on\w+=|@import|url\(|https?:/);
    expect(style + script).not.toMatch(/[\u0080-\uffff]/);
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onfocus='alert(1)", ']]></script><!--'])(
    'makes no element or attribute of %j',
    (text) => {
      const plain = render(hostileResult('plain'), 'html');
      const tags = (html: string): string[] => all(/(<\/?[a-z][a-z0-9]*|<!--)/gi, html);
      const attributes = (html: string): string[] => all(/<[a-z][^>]*?\s(on\w+)=?/gi, html.replace(/="[^"]*"/g, ''));
      const hostile = render(hostileResult(text), 'html');
      expect(tags(hostile)).toEqual(tags(plain));
      expect(attributes(hostile)).toEqual([]);
    },
  );
});

it('carries the result as JSON', () => {
  for (const result of [seedResult(), hostileResult('</script><!--\u2028&amp;')]) {
    const [json] = all(/<script type="application\/json" id="result">([^]*?)<\/script>/g, render(result, 'html'));
    expect(JSON.parse(json!)).toEqual(result);
  }
});

it('has every id once, and a target for every link', () => {
  const ids = all(/ id="([^"]*)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  const links = all(/ href="([^"]*)"/g);
  expect(links.length).toBeGreaterThan(50);
  for (const link of links) expect(ids, link).toContain(link.slice(1));
});

it('has a row for every bead, with scopes, a caption and languages', () => {
  const beads = seedResult().renderings.reduce((sum, rendering) => sum + rendering.beads.length, 0);
  expect(all(/(<tr id="r\d+-b\d+")/g)).toHaveLength(beads);
  expect(all(/(<th scope="row">)/g)).toHaveLength(beads);
  expect(all(/<table[^>]*>\s*(<caption>)/g)).toHaveLength(4);
  expect(page).toMatch(/<td class="side" data-label="003.txt" lang="ru" dir="auto">/);
  expect(all(/(<span class="gap">no counterpart<\/span>)/g).length).toBeGreaterThan(10);
});

it('marks words by their kind', () => {
  expect(page).toMatch(
    /<del class="missing first" title="[^"]*"><span class="vh" lang="en">\[missing:\] <\/span>масштабу угрозы<\/del>/,
  );
  expect(page).toMatch(
    /<mark class="damaged first" title="[^"]*"><span class="vh" lang="en">\[damaged:\] <\/span>scores<\/mark>/,
  );
  expect(page).toMatch(/<ins class="added whole"/);
});

it('tells of a rendering that is no translation why, and keeps it out of the synopsis', () => {
  expect(page).toContain('Only 9 % of the source has a counterpart');
  const [head] = all(/<table class="synopsis">[^]*?<thead[^>]*>([^]*?)<\/thead>/g);
  expect(head).not.toContain('002.txt');
});

it('tells the gravest findings first', () => {
  const lists = all(/<ol class="findings">([^]*?)<\/ol>/g);
  expect(lists.length).toBeGreaterThan(2);
  for (const list of lists) {
    const told = all(/class="severity (\w+)"/g, list);
    const rank = (severity: string): number => ['error', 'warning', 'info'].indexOf(severity);
    expect(told).toEqual([...told].sort((a, b) => rank(a) - rank(b)));
  }
});

it('calls nothing missing or added in a text that is no translation, nor its lack of findings a merit', () => {
  const result = seedResult();
  result.renderings = [result.renderings.find(({ id }) => id === '002.txt')!];
  const other = render(result, 'html').replace(/<style>[^]*?<\/style>/, '');
  expect(other).not.toMatch(/state-(?:missing|added|kept)/);
  expect(other).toContain('not compared sentence by sentence');
  expect(other).not.toContain('>no findings<');
});

it('stays quick where a sentence has very many findings', () => {
  const result = seedResult();
  const [rendering] = result.renderings;
  const text = 'слово '.repeat(20_000).trimEnd();
  result.source.text = text;
  result.source.sentences = [{ start: 0, end: text.length, kind: 'body', block: 0 }];
  result.findings = [];
  rendering!.beads = [{ source: [0], rendering: [0], similarity: 1, confidence: 1, cost: 0 }];
  rendering!.findings = Array.from({ length: 20_000 }, (_, i) => ({
    ...rendering!.findings[4]!,
    source: [{ start: i * 6, end: i * 6 + 5 }],
    rendering: [],
    beads: [0],
  }));
  result.renderings = [rendering!];
  const start = performance.now();
  render(result, 'html');
  expect(performance.now() - start).toBeLessThan(3000);
});

it('puts the whole text on the page, marks or none', () => {
  const text = page
    .replace(/<span class="vh" lang="en">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"');
  const { source } = seedResult();
  for (const { start, end } of source.sentences) expect(text).toContain(source.text.slice(start, end));
});

describe('a long text', () => {
  const result = longResult(2000);
  const long = render(result, 'html');
  const spread = longResult(2000, [25]);
  spread.renderings[0]!.findings = spread.renderings[0]!.beads.map((_, b) => ({
    ...spread.renderings[0]!.findings[0]!,
    beads: [b],
  }));

  it('comes in parts, with every row and link in its place', () => {
    const parts = all(/<details class="part">\s*<summary>\s*<b>([^<]*)<\/b>/g, long);
    expect(parts.filter((part) => part.startsWith('Sentences'))).toHaveLength(20);
    expect(parts.filter((part) => part.startsWith('Rows'))).toHaveLength(40);
    expect(long).toContain('<span>0.txt: 4 missing, 3 damaged; 1.txt: 1 missing, 3 damaged</span>');
    const ids = new Set(all(/ id="([^"]*)"/g, long));
    expect(all(/<tr id="(r\d+-b\d+)"/g, long)).toHaveLength(4000);
    for (const link of all(/ href="([^"]*)"/g, long)) expect(ids.has(link.slice(1)), link).toBe(true);
  });

  it('cuts a very long list of findings too', () => {
    const parts = all(/<summary>\s*<b>([^<]*)<\/b>/g, render(spread, 'html'));
    expect(parts.filter((part) => part.startsWith('Findings'))).toHaveLength(20);
  });

  it('draws its ribbon in few shapes, but each place that is not sound by itself', () => {
    const [ribbon] = all(/<figure class="ribbon">([^]*?)<\/figure>/g, long);
    expect(all(/(<path\s+class="stub stub-missing")/g, ribbon)).toHaveLength(80);
    expect(all(/(<path class="tie tie-damaged")/g, ribbon)).toHaveLength(50);
    expect(all(/(<g )/g, ribbon).length).toBeLessThan(300);
    expect(ribbon).toContain('<title>Rows 1 to 7: ✓ kept</title>');
  });

  it('is no more than five times the size of its data', () => {
    expect(long.length).toBeLessThan(5 * JSON.stringify(result).length);
  });
});

it('says the same of neighbours in a cell once, with their number', () => {
  expect(page).toMatch(/<a class="state-added" href="#r1-b\d+"\s*>\+ added × 3<\/a/);
});

it('lets the keys stop where a finding is told anew', () => {
  const stops = all(/<tr id="(r\d+-b\d+)"\s+data-told tabindex="-1"/g);
  const told = all(/<tr id="(r\d+-b\d+)"\s+data-told/g);
  const { renderings } = seedResult();
  const stopsAt = new Set(
    renderings.flatMap(({ findings }, r) => findings.map(({ beads }) => `r${r}-b${Math.min(...beads)}`)),
  );
  for (const row of stopsAt) expect(stops).toContain(row);
  expect(told.length).toBeGreaterThan(stops.length);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_, theme: Theme) => {
  const luminance = (colour: string): number => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high! + 0.05) / (low! + 0.05);
  };
  const pairs: [keyof Theme, keyof Theme][] = [
    ...(['ink', 'muted', 'missing', 'added', 'damaged'] as const).flatMap((text) =>
      (['paper', 'panel'] as const).map((ground): [keyof Theme, keyof Theme] => [text, ground]),
    ),
    ...(['missing', 'added', 'damaged'] as const).flatMap((kind): [keyof Theme, keyof Theme][] => [
      [kind, `${kind}-tint`],
      ['ink', `${kind}-tint`],
      ['muted', `${kind}-tint`],
    ]),
  ];
  it.each(pairs)('%s on %s has 4.5:1 at least', (text, ground) => {
    expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

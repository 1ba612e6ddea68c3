import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { display } from '../../src/report/display.ts';
import { escapeHtml } from '../../src/report/escape.ts';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from './fixture.ts';

const bundleOf = (result: AlignmentResult): Record<string, unknown> =>
  (display(result) as unknown as Record<symbol, () => Record<string, unknown>>)[Symbol.for('Jupyter.display')]!();

it('is the result where it becomes JSON', () => {
  expect(JSON.parse(JSON.stringify(display(seedResult())))).toEqual(seedResult());
  expect(JSON.stringify({ nested: display(seedResult()) })).toBe(JSON.stringify({ nested: seedResult() }));
});

describe('in a notebook', () => {
  it('is the page, the report as plain text, and the data under a type that no viewer prefers to the page', () => {
    const bundle = bundleOf(seedResult());
    expect(Object.keys(bundle)).toEqual(['text/html', 'text/plain', 'application/vnd.align-translations+json']);
    expect(bundle['text/plain']).toBe(render(seedResult(), 'stylish', { width: 100 }).trimEnd());
    expect(bundle['application/vnd.align-translations+json']).toEqual(seedResult());
    const page = render(seedResult(), 'html').replaceAll(' href="#', ' href="about:srcdoc#');
    expect(bundle['text/html']).toContain(` srcdoc="${escapeHtml(page)}" `);
  });

  it('tells the counts outside the frame too, where a viewer takes frames away', () => {
    const without = (bundleOf(seedResult())['text/html'] as string).replace(/<iframe.*<\/iframe>/s, '');
    expect(without).toBe(
      '<details open><summary>Translation report: <b>003.txt</b>, 7 errors, 6 warnings, 3 infos in 3 renderings</summary></details>',
    );
  });

  it.each(['"><script>alert(1)</script>', "' onload='alert(1)", '</iframe><img src=x onerror=alert(1)>'])(
    'makes no element or attribute of %j',
    (text) => {
      const tags = (of: string): string[] =>
        (bundleOf(hostileResult(of))['text/html'] as string).replace(/="[^"]*"/g, '=""').match(/<[^>]*>/g)!;
      expect(tags(text)).toEqual(tags('plain'));
    },
  );
});

describe('inspected', () => {
  it('is the report, as wide as lines may be', () => {
    expect(inspect(display(seedResult()), { breakLength: 60 })).toBe(
      render(seedResult(), 'stylish', { width: 60 }).trimEnd(),
    );
    expect(inspect(display(seedResult()), { breakLength: Infinity })).toBe(render(seedResult(), 'stylish').trimEnd());
  });

  it('has colours where other values have them', () => {
    expect(inspect(display(seedResult()), { colors: true, breakLength: 100 })).toBe(
      render(seedResult(), 'stylish', { color: true }).trimEnd(),
    );
    expect(inspect(display(seedResult()))).not.toContain('\u001b');
  });

  it('is named where it is too deep to be shown', () => {
    expect(inspect({ a: { b: display(seedResult()) } }, { depth: 0 })).toBe('{ a: [Object] }');
    expect(inspect([display(seedResult())], { depth: 0 })).toBe('[ [DisplayedResult] ]');
  });

  it('lets nothing of the texts act on the terminal', () => {
    const shown = inspect(display(hostileResult('a\u001b[2Jb\u009b\u202ec\r\n\u2028d')));
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  });
});

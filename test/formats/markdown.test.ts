import { lexer, walkTokens, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/report/escape.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';

/** The kinds of tokens of a text, and its plain words. */
function read(markdown: string): { types: Set<string>; tokens: Token[] } {
  const tokens = lexer(markdown);
  const types = new Set<string>();
  walkTokens(tokens, ({ type }) => {
    types.add(type);
  });
  return { types, tokens };
}

const OWN = ['escape', 'heading', 'list', 'list_item', 'paragraph', 'space', 'strong', 'table', 'text'];

describe('markdown', () => {
  it('has the markup of the report and none of the article’s', async () => {
    for (const result of [seedResult(), await hostileArticle()]) {
      const { types, tokens } = read(render(result, 'markdown'));
      expect([...types].filter((type) => !OWN.includes(type))).toEqual([]);
      const headings = tokens.flatMap((token) => (token.type === 'heading' ? [token.depth] : []));
      expect(headings.slice(0, 4)).toEqual([1, 2, 2, 2]);
      const table = tokens.find(({ type }) => type === 'table') as { rows: unknown[][] };
      expect(table.rows.map((row) => row.length)).toEqual([5, 5, 5]);
      const items = tokens.flatMap((token) => (token.type === 'list' ? token.items : []));
      const { errors, warnings, infos } = result.summary;
      expect(items).toHaveLength(errors + warnings + infos);
    }
  });

  it('calls nobody and links nothing', async () => {
    const report = render(await hostileArticle(), 'markdown');
    expect(report).not.toMatch(/@\w|#\d|[^\\]:\/\/|www\./);
  });

  it('tells how many findings were put aside', async () => {
    expect(render(await hostileArticle(), 'markdown')).toMatch(/\*\*.*, \d suppressed\*\* in 3 renderings/);
    expect(render(seedResult(), 'markdown')).not.toContain('suppressed');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    '**a** _b_ ~~c~~ `d`',
    '[a](b) ![a](b) [a][b] [a]',
    '<b>a</b> <!-- a --> <a@example.org> <http://example.org>',
    'a&amp;b &#60; \\*a\\*',
    'a|b $x$ https://example.org www.example.org a@example.org',
    'a\n\n# b\n- c\n> d\n    e\n```\nf',
  ])('makes plain text of %j', (text) => {
    const { types, tokens } = read(`x ${escapeMarkdown(text)}`);
    expect([...types].filter((type) => !['paragraph', 'text', 'escape'].includes(type))).toEqual([]);
    const [paragraph] = tokens as { tokens: { type: string; text: string; raw: string }[] }[];
    const plain = paragraph!.tokens.map(({ type, raw }) => (type === 'escape' ? raw.slice(1) : raw)).join('');
    expect(plain.replaceAll('\u2060', '')).toBe(`x ${text.replace(/\s+/g, ' ')}`);
  });
});

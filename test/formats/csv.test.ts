import { describe, expect, it } from 'vitest';
import { escapeTsv } from '../../src/report/escape.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';

/** Records of a CSV text as RFC 4180 has it; throws where a quote stands where none may. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${at}`);
    records.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] !== ',') records.push([]);
  }
  return records.slice(0, -1);
}

describe('csv', () => {
  it('has the cells of tsv', async () => {
    for (const result of [seedResult(), await hostileArticle()]) {
      const rows = render(result, 'tsv').slice(0, -1).split('\n');
      expect(readCsv(render(result, 'csv'))).toEqual(rows.map((row) => row.split('\t')));
    }
  });

  it('reads back to the texts, what a spreadsheet would run with an apostrophe', async () => {
    const result = await hostileArticle();
    const [head, ...rows] = readCsv(render(result, 'csv'));
    expect(rows).toHaveLength(result.renderings.reduce((sum, { beads }) => sum + beads.length, 0));
    const cell = (row: string[], name: string): string => row[head!.indexOf(name)]!;
    const { text } = result.source;
    for (const row of rows) {
      expect(row).toHaveLength(head!.length);
      for (const value of row) expect(value).not.toMatch(/^\s*[=+@]|^-(?!\d)/);
      if (cell(row, 'source_start') === '' || cell(row, 'source_sentences').includes(' ')) continue;
      const words = text.slice(Number(cell(row, 'source_start')), Number(cell(row, 'source_end')));
      expect(cell(row, 'source_text')).toBe(escapeTsv(words));
    }
    expect(rows.map((row) => cell(row, 'source_text'))).toContain("'=1+1 равно двум, считает эксперт @ivan.");
  });
});

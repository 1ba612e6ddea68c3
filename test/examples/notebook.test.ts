import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { render } from '../../src/report/registry.ts';
import type { Output } from './kernel.ts';
import { codeCells, readNotebook, runCells, withOutputs } from './notebook.ts';
import { readSeed } from './run.ts';

const notebook = readNotebook('notebook.ipynb');
const deno = spawnSync('deno', ['--version']).status === 0;
if (!deno) console.warn('There is no deno on the PATH: the cells of examples/notebook.ipynb are not run.');

it('is a notebook for the Deno kernel, each cell with what it showed', () => {
  expect([notebook.nbformat, notebook.metadata.kernelspec.name]).toEqual([4, 'deno']);
  for (const cell of codeCells(notebook)) {
    expect(cell.outputs!.map(({ output_type }) => output_type)).toEqual(['execute_result']);
  }
});

describe.skipIf(!deno)('its cells in Deno’s kernel (skipped where there is no deno)', () => {
  let shown: Output[][];
  beforeAll(async () => {
    shown = await runCells(notebook);
  });

  /** What the only output of a cell is made of, by MIME type. */
  const dataOf = (cell: number): Record<string, unknown> => {
    const [output, ...others] = shown[cell]!;
    expect(others).toEqual([]);
    if (output?.output_type !== 'execute_result') throw new Error(JSON.stringify(output));
    return output.data;
  };

  it('tell how the renderings stand to the source', () => {
    expect(dataOf(0)['text/plain']).toMatch(/id: "000\.txt",\s+kind: "translation",\s+source: 0\.\d/);
  });

  it('show the result as page, text and data', async () => {
    const result = await alignTranslations(readSeed('003.txt'), [readSeed('000.txt'), readSeed('001.txt')]);
    const { 'text/html': html, 'text/plain': plain, ...others } = dataOf(1);
    expect(others).toEqual({ 'application/vnd.align-translations+json': result });
    expect(plain).toBe(render(result, 'stylish', { width: 100 }).trimEnd());
    const [, srcdoc] = /^<details open>.*<iframe [^>]*srcdoc="([^"]*)"[^>]*><\/iframe><\/details>$/s.exec(
      html as string,
    )!;
    const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    const page = srcdoc!.replace(/&(#39|\w+);/g, (_, name: string) => names[name]!);
    expect(page.replaceAll('about:srcdoc#', '#')).toBe(render(result, 'html'));
  });

  it('show a table of findings, and beads', () => {
    expect(dataOf(2)['text/html']).toMatch(/^<table><tr><th>rendering.*<td>001\.txt<\/td>.*broken-word.*<\/table>$/s);
    expect(dataOf(3)['text/plain']).toMatch(/source: \[[^]*Лавров[^]*rendering: \[[^]*Lavrov/);
  });

  it('are stored with what they show: run this file with -u to renew it', async () => {
    await expect(withOutputs(notebook, shown)).toMatchFileSnapshot('../../examples/notebook.ipynb');
  });
});

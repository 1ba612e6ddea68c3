import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { asModule, readNotebook } from './notebook.ts';
import { example } from './run.ts';

const notebook = readNotebook('notebook.ipynb');
const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
afterAll(() => rmSync(folder, { recursive: true }));

const deno = spawnSync('deno', ['--version']).status === 0;
if (!deno) console.info('There is no Deno here: the cells of examples/notebook.ipynb run in Node.');
const [runtime, ...flags] = deno ? ['deno', 'run', '--allow-all', '--no-lock'] : [process.execPath];

it('is a notebook for the Deno kernel, without outputs', () => {
  expect([notebook.nbformat, notebook.metadata.kernelspec.name]).toEqual([4, 'deno']);
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  expect(outputs).toEqual([]);
});

describe(deno ? 'its cells, in Deno' : 'its cells, in Node (there is no Deno here)', () => {
  it('run in order and show relations, a table, the report and beads', () => {
    const file = join(folder, 'cells.mjs');
    writeFileSync(file, asModule(notebook).replaceAll("'../", `'${pathToFileURL(example('../')).href}`));
    const { status, stdout, stderr } = spawnSync(runtime!, [...flags, file], { encoding: 'utf8', cwd: example('.') });
    expect(status, stderr).toBe(0);
    const [relations, table, report, beads] = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as [
      { id: string; kind: string; source: number }[],
      Record<string, string>,
      Record<string, string>,
      { source: string; rendering: string; similarity: number }[],
    ];
    expect(relations.map(({ id }) => id)).toEqual(['000.txt', '001.txt']);
    expect(table['text/html']).toMatch(/^<table><tr><th>rendering.*<td>001\.txt<\/td>.*broken-word.*<\/table>$/s);
    expect(report['text/html']).toMatch(/^<iframe srcdoc="<!doctype html>[^"]*" style="[^"]*"><\/iframe>$/i);
    expect(beads).toHaveLength(5);
    expect(beads.some(({ source, rendering }) => /Лавров/.test(source) && /Lavrov/.test(rendering))).toBe(true);
  });
});

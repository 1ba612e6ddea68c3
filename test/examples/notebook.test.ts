import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asModule, readNotebook } from './notebook.ts';
import { example } from './run.ts';

const notebook = readNotebook('notebook.ipynb');
const deno = spawnSync('deno', ['--version']).status === 0;
if (!deno) console.info('There is no Deno here: the cells of examples/notebook.ipynb run in Node.');
const [runtime, ...argv] = deno
  ? ['deno', 'run', '--allow-all', '--no-lock', '-']
  : [process.execPath, '--input-type=module', '-'];

it('is a notebook for the Deno kernel, without outputs', () => {
  expect([notebook.nbformat, notebook.metadata.kernelspec.name]).toEqual([4, 'deno']);
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  expect(outputs).toEqual([]);
});

describe(deno ? 'its cells, in Deno' : 'its cells, in Node (there is no Deno here)', () => {
  it('run in order and show relations, a table, the report and beads', () => {
    // From standard input, so that imports start from examples/, as they do in a kernel that was started there.
    const { status, stdout, stderr } = spawnSync(runtime!, argv, {
      encoding: 'utf8',
      cwd: example('.'),
      input: asModule(notebook),
    });
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

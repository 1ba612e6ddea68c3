import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { example } from './run.ts';

interface Notebook {
  nbformat: number;
  metadata: { kernelspec: { name: string } };
  cells: { cell_type: 'code' | 'markdown'; source: string[]; outputs?: unknown[] }[];
}

export function readNotebook(file: string): Notebook {
  return JSON.parse(readFileSync(example(file), 'utf8')) as Notebook;
}

/**
 * The code cells as one module that prints the outputs of all cells as a JSON array in its last line. As in a kernel,
 * the output of a cell is the value of its last expression, by its `Jupyter.display` method where it has one.
 */
export function asModule(notebook: Notebook): string {
  const cells = notebook.cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
  return [
    `const outputs = [];
     const output = async (value) => outputs.push(await (value?.[Symbol.for('Jupyter.display')]?.() ?? value));`,
    ...cells.map(withOutput),
    'console.log(JSON.stringify(outputs));',
  ].join('\n');
}

function withOutput(cell: string): string {
  const last = ts.createSourceFile('cell.mts', cell, ts.ScriptTarget.Latest).statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return cell;
  const { pos } = last;
  const expression = cell.slice(pos, last.end).trim().replace(/;$/, '');
  return `${cell.slice(0, pos)}\nawait output(${expression});`;
}

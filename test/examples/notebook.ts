import { readFileSync } from 'node:fs';
import { example } from './run.ts';
import { Kernel, type Output } from './kernel.ts';

interface Cell {
  cell_type: 'code' | 'markdown';
  source: string[];
  execution_count?: number | null;
  outputs?: Output[];
}

export interface Notebook {
  nbformat: number;
  metadata: { kernelspec: { name: string } };
  cells: Cell[];
}

export function readNotebook(file: string): Notebook {
  return JSON.parse(readFileSync(example(file), 'utf8')) as Notebook;
}

export function codeCells({ cells }: Notebook): Cell[] {
  return cells.filter(({ cell_type }) => cell_type === 'code');
}

/** Runs the code cells in order, in a kernel that was started in examples/, and gives what each of them showed. */
export async function runCells(notebook: Notebook): Promise<Output[][]> {
  const kernel = await Kernel.start(example('.'));
  try {
    return await kernel.execute(codeCells(notebook).map(({ source }) => source.join('')));
  } finally {
    await kernel.stop();
  }
}

/**
 * The notebook as a file, with what its cells showed. Of a report in a frame only the text is stored: the page and the data
 * are bulky, and viewers of stored notebooks take frames away.
 */
export function withOutputs(notebook: Notebook, shown: readonly Output[][]): string {
  const copy = structuredClone(notebook);
  codeCells(copy).forEach((cell, i) => {
    cell.execution_count = i + 1;
    cell.outputs = shown[i]!.map((output) => ('data' in output ? { ...output, data: stored(output.data) } : output));
  });
  return `${JSON.stringify(copy, null, 1)}\n`;
}

function stored(data: Record<string, unknown>): Record<string, unknown> {
  const { 'text/html': html, 'text/plain': plain } = data;
  return lines(typeof html === 'string' && html.includes('<iframe') ? { 'text/plain': plain } : data);
}

/** A text of several lines is an array of lines there, for the sake of those who compare versions. */
function lines(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, typeof value === 'string' ? value.split(/(?<=\n)/) : value]),
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const src = new URL('../src/', import.meta.url);

/** Files that only list public names. */
const ENTRIES = ['index.ts', 'align.ts', 'embed.ts', 'report.ts', 'queue.ts'];

/** Layer by layer, lowest first, what each may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: ['core'],
  embed: ['core', 'text'],
  align: ['core', 'text', 'embed'],
  detect: ['core', 'text', 'embed', 'align'],
  report: ['core'],
  options: ['core'],
  top: ['core', 'text', 'embed', 'align', 'detect', 'report', 'options'],
  batch: ['core', 'text', 'embed', 'align', 'detect', 'report', 'options', 'top'],
  queue: ['core', 'text', 'embed', 'align', 'detect', 'report', 'options', 'top', 'batch'],
  entry: ['core', 'text', 'embed', 'align', 'detect', 'report', 'options', 'top', 'batch', 'queue'],
  cli: ['core', 'text', 'embed', 'align', 'detect', 'report', 'options', 'top', 'batch', 'queue'],
};

/** The layer of a path in src/: its folder, `options`, `entry`, or `top` for the other files beside the folders. */
function layerOf(path: string): string {
  if (ENTRIES.includes(path)) return 'entry';
  const [folder, ...rest] = path.split('/');
  return rest.length > 0 ? folder! : folder === 'options.ts' ? 'options' : 'top';
}

interface Import {
  from: string;
  /** A path in src/, or the specifier of a package. */
  to: string;
}

function importsOf(from: string, text: string): Import[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith('.') ? posix.normalize(posix.join(dirname(from), fileName)) : fileName,
  }));
}

const isInSrc = ({ to }: Import): boolean => to.endsWith('.ts');

/** What is wrong with an import inside src/, if anything. */
function wrongArrow({ from, to }: Import): string | undefined {
  const [above, below] = [layerOf(from), layerOf(to)];
  if (!(above in MAY_IMPORT)) return `${from}: the folder ${above} has no place among the layers`;
  if (above !== below && !MAY_IMPORT[above]!.includes(below)) return `${from} imports ${to}`;
  return undefined;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const imports = files.flatMap((path) => importsOf(path, readFileSync(new URL(path, src), 'utf8')));

describe('the layers of src/', () => {
  it('import only what lies below them', () => {
    expect(imports.filter(isInSrc).length).toBeGreaterThan(100);
    expect(imports.filter(isInSrc).map(wrongArrow).filter(Boolean)).toEqual([]);
  });

  it('have the aligner know no model, only the interface of one', () => {
    const model = /^embed\/(static\/|transformers|precomputed|local-model)/;
    expect(imports.filter(({ from, to }) => layerOf(from) === 'align' && model.test(to))).toEqual([]);
  });

  it('leave Node to the command line and the program of the workers: all else runs in browsers', () => {
    const dependencies = ['fastest-levenshtein'];
    const isOfNode = (from: string): boolean => layerOf(from) === 'cli' || from === 'batch/align-worker.ts';
    const outside = imports.filter(
      ({ from, to }) => !isInSrc({ from, to }) && !dependencies.includes(to) && !isOfNode(from),
    );
    expect(outside).toEqual([]);
  });

  it('import no file that only lists public names', () => {
    expect(imports.filter(({ to }) => ENTRIES.includes(to))).toEqual([]);
  });

  it.each([
    ['text/words.ts', "import { a } from '../embed/windows.ts';"],
    ['report/tsv.ts', "import type { Rule } from '../detect/rule.ts';"],
    ['core/span.ts', "export type { A } from '../options.ts';"],
    ['options.ts', "import { a } from './text/words.ts';"],
    ['align/similarity.ts', "export const a = () => import('../align-translations.ts');"],
    ['align-translations.ts', "import { a } from './cli/io.ts';"],
    ['extra/a.ts', "import { a } from '../core/span.ts';"],
  ])('would tell %s: %s', (from, text) => {
    expect(importsOf(from, text).map(wrongArrow)).toEqual([expect.any(String)]);
  });
});

import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nodes, parse, sourceFiles, type SourceFile } from '../property/patterns.ts';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** Ways to run a text as code, or to start another program. */
function dynamicCode({ path, tree }: SourceFile): string[] {
  const found: string[] = [];
  for (const node of nodes(tree)) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText();
      if (['eval', 'Function', 'globalThis.eval', 'globalThis.Function'].includes(called))
        found.push(`${path}: ${called}`);
      const [first] = node.arguments ?? [];
      const isText = first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first));
      if (/(^|\.)(setTimeout|setInterval|setImmediate)$/.test(called) && isText)
        found.push(`${path}: ${called} of a text`);
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && !(first && ts.isStringLiteralLike(first)))
        found.push(`${path}: import of ${first?.getText()}`);
    }
    if (ts.isStringLiteralLike(node) && /^(node:)?(vm|child_process|inspector)$/.test(node.text) && isImported(node))
      found.push(`${path}: ${node.text}`);
  }
  return found;
}

function isImported(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isCallExpression(node.parent);
}

/** Replacements of characters that have a meaning to a reader of a report: what escape.ts is there for. */
function escapes({ path, tree }: SourceFile): string[] {
  const meant = /&(?:amp|lt|gt|quot|apos|#)|\\u00[01]|%25|%0A|&#x/i;
  return [...nodes(tree)]
    .filter(
      (node): node is ts.CallExpression =>
        ts.isCallExpression(node) && /\.replace(All)?$/.test(node.expression.getText()),
    )
    .filter((call) => call.arguments[1] !== undefined && meant.test(call.arguments[1].getText()))
    .map((call) => `${path}: ${call.getText().slice(-60)}`);
}

const file = (text: string): SourceFile => ({ path: 'a.ts', tree: parse('a.ts', text) });

describe('the code', () => {
  it('runs no text as code and starts no other program', () => {
    // Optional packages are asked for at run time; the page is opened by the system's own program, where that is asked for.
    const known = [
      /^embed\/transformers-library\.ts: import of /,
      /^queue\/pg-boss\.ts: import of name$/,
      /^cli\/open-page\.ts: node:child_process$/,
    ];
    expect(sourceFiles.flatMap(dynamicCode).filter((line) => !known.some((one) => one.test(line)))).toEqual([]);
  });

  it.each(["eval('a')", "new Function('a')", "setTimeout('a()', 1)", 'import(name)', "import { runInContext } from 'node:vm'", "process.getBuiltinModule('node:child_process')"])(
    'would be told for %s',
    (text) => expect(dynamicCode(file(text))).toHaveLength(1),
  ); // prettier-ignore
});

describe('escaping', () => {
  it('is done in report/escape.ts alone', () => {
    const found = sourceFiles.flatMap(escapes);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => !line.startsWith('report/escape.ts'))).toEqual([]);
  });

  it.each(["a.replace(/</g, '&lt;')", "a.replaceAll('%', '%25')"])('would be told elsewhere: %s', (text) => {
    expect(escapes(file(text))).toHaveLength(1);
  });

  it('comes before an article reaches a page or a terminal: no unescaped markup is made but in the page’s own tag', () => {
    const raw = sourceFiles.filter(({ tree }) => /innerHTML|insertAdjacentHTML|document\.write/.test(tree.text));
    expect(raw.map(({ path }) => path)).toEqual([]);
  });
});

describe('the package', () => {
  it('has no script that runs when it is installed, and no dependency that has one', () => {
    const scripts = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(manifest['scripts']!).filter((name) => scripts.includes(name))).toEqual([]);
    for (const name of Object.keys(manifest['dependencies']!)) {
      const text = readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8');
      const { scripts: theirs = {} } = JSON.parse(text) as { scripts?: Record<string, string> };
      expect(
        Object.keys(theirs).filter((script) => /^(pre|post)?install$/.test(script)),
        name,
      ).toEqual([]);
    }
  });

  it('has two dependencies, small ones', () => {
    expect(Object.keys(manifest['dependencies']!)).toEqual(['fastest-levenshtein', 'tinyglobby']);
  });
});

it('brings four packages, none in a version of a known advisory', () => {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean; optional?: boolean; peer?: boolean }>;
  };
  const brought = Object.entries(packages).flatMap(([path, { version, dev, optional, peer }]) =>
    path === '' || dev || optional || peer ? [] : [`${path.replace(/^.*node_modules\//, '')} ${version}`],
  );
  expect(brought.map((line) => line.split(' ')[0])).toEqual(['fastest-levenshtein', 'fdir', 'picomatch', 'tinyglobby']);
  const picomatch = brought.find((line) => line.startsWith('picomatch'))!.split(' ')[1]!;
  // GHSA-c2c7-rcm5-vvqj and GHSA-3v7f-55p6-f55p: 4.0.0 to 4.0.3.
  const [major, minor, patch] = picomatch.split('.').map(Number) as [number, number, number];
  expect(major === 4 && (minor > 0 || patch >= 4)).toBe(true);
});

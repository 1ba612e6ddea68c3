import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const src = new URL('../../src/', import.meta.url);

/** A regular expression and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** A file of src/, parsed. */
export interface SourceFile {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export const sourceFiles: readonly SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({ path, tree: parse(path, readFileSync(new URL(path, src), 'utf8')) }));

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** Every node of a tree. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}

/** Every literal of a file. */
export function literals({ path, tree }: SourceFile): Pattern[] {
  return [...nodes(tree)].filter(ts.isRegularExpressionLiteral).map((literal) => {
    const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(literal.text)!;
    const line = tree.getLineAndCharacterOfPosition(literal.getStart()).line + 1;
    return { source: source!, flags: flags!, place: `${path}:${line}` };
  });
}

/** True where something in the pattern repeats: what does not takes no more than its own length. */
export function repeats({ source }: Pick<Pattern, 'source'>): boolean {
  return /[*+]|\{\d/.test(source);
}

/** The patterns that the modules make at run time while they load, from their own words. */
export async function patternsMadeBy(load: () => Promise<unknown>): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string?], own) {
      const pattern = Reflect.construct(target, [source, flags], own) as RegExp;
      if (typeof source === 'string') made.push({ source: pattern.source, flags: pattern.flags, place: 'at run time' });
      return pattern;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';
import { AlignError } from '../core/errors.ts';

/** An article to check. */
export interface Article {
  /** Path of the source from the working folder, with slashes. */
  source: string;
  /** The same of its renderings, sorted. */
  renderings: string[];
  /** Base name of the source without extension and language. */
  name: string;
  /** Its folder, with slashes. */
  dir: string;
}

/** What is wrong with a path, or an article. */
export interface Unfit {
  path: string;
  error: AlignError;
}

/**
 * The source files that paths, globs and folders stand for, each once, in the order of the paths, sorted within one; or
 * what is wrong with a path. A path that is a file is one, whatever characters it has.
 */
export async function findSources(paths: readonly string[], language: string): Promise<(string | Unfit)[]> {
  const found = new Map<string, string | Unfit>();
  for (const path of paths) {
    const sources = await sourcesOf(path, language);
    for (const source of sources) found.set(typeof source === 'string' ? source : source.path, source);
  }
  return [...found.values()];
}

async function sourcesOf(path: string, language: string): Promise<(string | Unfit)[]> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory() === true) {
    const pattern = `*.${language}.txt`;
    const hint = `Name other sources by a glob: "${path}/*.txt".`;
    return globbed(path, `${escapePath(slashes(path))}/**/${pattern}`, `There is no ${pattern} in ${path}.`, hint);
  }
  if (info !== undefined) return [tidy(path, path)];
  if (isDynamicPattern(path)) return globbed(path, slashes(path), `No file matches ${path}.`, 'Check the glob.');
  return [{ path, error: new AlignError('file-not-found', `There is no file ${path}.`, 'Check the path.') }];
}

async function globbed(path: string, pattern: string, message: string, hint: string): Promise<(string | Unfit)[]> {
  const files = await filesOf(pattern);
  return files.length > 0 ? files : [{ path, error: new AlignError('file-not-found', message, hint) }];
}

/** The pattern of the renderings of a source whose name tells its language. */
const BY_LANGUAGE: Readonly<Record<string, string>> = { ru: '{name}.en*.txt', en: '{name}.ru*.txt' };

/**
 * The article of a source: its renderings are the files that `pattern` fits, from the source's folder on, where `{name}`
 * stands for the source's name; the source itself is none.
 *
 * @throws AlignError `file-not-found` where there is no rendering, `invalid-argument` where there is no pattern
 */
export async function articleOf(source: string, pattern: string | undefined): Promise<Article> {
  const [, name = '', language] = /^(.*?)(?:\.([a-z]{2}))?(?:\.[^.]*)?$/s.exec(basename(source))!;
  const used = pattern ?? (language === undefined ? undefined : BY_LANGUAGE[language]);
  if (used === undefined) {
    const hint = 'Say where its renderings are, for example --renderings "{name}.en*.txt".';
    throw new AlignError('invalid-argument', `${source} has no .ru.txt or .en.txt to tell its renderings by.`, hint);
  }
  const dir = slashes(dirname(source));
  const filled = used.replaceAll('{name}', escapePath(name));
  const from = isAbsolute(used) || dir === '.' ? filled : `${escapePath(dir)}/${filled}`;
  const files = (await filesOf(from)).filter((path) => path !== source);
  if (files.length > 0) return { source, renderings: files, name, dir };
  const place = used.replaceAll('{name}', name);
  throw new AlignError(
    'file-not-found',
    `There is no rendering of ${source}: no file ${isAbsolute(used) || dir === '.' ? place : `${dir}/${place}`}.`,
    'See --renderings in align-translations check --help.',
  );
}

/** The files that a glob fits, sorted. */
async function filesOf(pattern: string): Promise<string[]> {
  return (await glob(pattern, { expandDirectories: false })).map((path) => tidy(path, pattern)).sort();
}

/** A path from the working folder on, with slashes; what lies outside of it stays absolute where it was given so. */
function tidy(path: string, given: string): string {
  const inside = relative('', path);
  return slashes(inside.startsWith('..') && isAbsolute(given) ? resolve(path) : inside);
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}

/** Where the report of an article goes: `{name}` and `{dir}` are those of its source. */
export function outputOf(path: string, { name, dir }: Article): string {
  return join(path.replaceAll('{dir}', dir).replaceAll('{name}', name));
}

/** True where a path names a file for each article. */
export function isForEach(path: string): boolean {
  return path.includes('{name}') || path.includes('{dir}');
}

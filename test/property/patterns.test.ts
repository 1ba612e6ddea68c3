import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { literals, nodes, parse, patternsMadeBy, repeats, sourceFiles, type Pattern } from './patterns.ts';

/** The tool's own program where there is one for this machine, ten times as fast as its JavaScript. */
process.env['RECHECK_BACKEND'] ??= 'auto';

/**
 * Patterns that the tool cannot prove, or calls slow because it does not look at the bounds of their repetitions. Their
 * time is measured below, or they never see text from outside.
 */
const JUDGED: Readonly<Record<string, string>> = {
  'detect/hyphenated.ts': 'bounded: 2 to 40 letters, from one place',
  'detect/quotation-damage.ts': 'bounded: 3 to 20 letters, four spaces, 20 letters',
  'detect/untranslated.ts': 'bounded: at most 64 characters before the @',
  'text/starters.ts': 'reads the data of the package',
  'cli/terminal-markdown.ts': 'reads the pages of the package',
  'cli/completion-table.ts': 'reads the help of the package',
};

/** Modules that make patterns out of their own words, while they load or of a fixed name. */
const MAKERS = ['cli/combined-report.ts', 'text/datelines.ts'];

const all = sourceFiles.flatMap(literals);

/** The patterns of a list that the tool does not prove to take linear time; four are looked at together. */
async function doubtful(patterns: readonly Pattern[]): Promise<string[]> {
  const distinct = [...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
  const found: string[] = [];
  const next = distinct.values();
  const work = async () => {
    for (const { source, flags, place } of next) {
      // Seeded, so that the verdict is the same in every run.
      const { status } = await check(source, flags, { timeout: 10_000, randomSeed: 1 });
      if (status !== 'safe') found.push(`${place} ${status}: /${source}/${flags}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return found;
}

describe('the regular expressions of src/', () => {
  it('take time that is linear in the text, by a tool that looks for what makes them slow', async () => {
    expect(all.length).toBeGreaterThan(250);
    const found = await doubtful(all.filter(repeats));
    expect(found.filter((line) => !Object.keys(JUDGED).some((file) => line.startsWith(`${file}:`)))).toEqual([]);
  }, 120_000);

  it('are no other where they are made at run time', async () => {
    vi.resetModules();
    const made = await patternsMadeBy(() => import('../../src/text/datelines.ts'));
    expect(made.length).toBeGreaterThan(1);
    expect(await doubtful(made)).toEqual([]);
  }, 60_000);

  it('are made at run time in these modules alone', () => {
    const makes = (node: ts.Node) =>
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
    expect(sourceFiles.filter(({ tree }) => [...nodes(tree)].some(makes)).map(({ path }) => path)).toEqual(MAKERS);
  });

  it('would be told where they blow up', async () => {
    const tree = parse('a.ts', 'const a = /^(a+)+$/; const b = /\\s+$/; const c = /^\\d+$/;');
    const found = await doubtful(literals({ path: 'a.ts', tree }));
    expect(found.map((line) => line.split(' ').slice(1).join(' ')).sort()).toEqual([
      'vulnerable: /\\s+$/',
      'vulnerable: /^(a+)+$/',
    ]);
  });
});

describe('patterns that were judged by hand', () => {
  const ofFile = (name: string) => all.filter(({ place }) => place.startsWith(`${name}:`));
  const attacks = ['a', 'a-', 'a@', '@', 'www.', 'http://', 'я', 'aaaaaaaaa-', 'aaa. aaa', '. ', ' -', 'ab\u00ad-'];
  const seconds = (pattern: RegExp, text: string) => {
    const started = process.cpuUsage().user;
    for (const match of text.matchAll(pattern)) if (match[0] === undefined) break;
    return (process.cpuUsage().user - started) / 1e6;
  };

  it.each(['detect/broken-word.ts', 'detect/quotation-damage.ts', 'detect/untranslated.ts'])(
    'of %s take no second for 200,000 characters',
    (name) => {
      for (const { source, flags } of ofFile(name))
        for (const attack of attacks) {
          const text = `${attack.repeat(200_000 / attack.length)} `;
          expect(seconds(new RegExp(source, flags.includes('g') ? flags : `${flags}g`), text), attack).toBeLessThan(1);
        }
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { escapeTerminal } from '../../src/report/escape.ts';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';

interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/** Reads workflow commands as GitHub's runner does: `%0D`, `%0A`, in properties `%3A` and `%2C`, `%25` last. */
function readCommands(log: string): Command[] {
  const plain = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return log
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [, name, given, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
      const pairs = given!.split(',').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        const value = plain(pair.slice(at + 1))
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ',')
          .replaceAll('%25', '%');
        return [pair.slice(0, at), value];
      });
      return { name: name!, properties: Object.fromEntries(pairs), message: plain(message!).replaceAll('%25', '%') };
    });
}

describe('github', () => {
  it('annotates each finding at its place', () => {
    const commands = readCommands(render(seedResult(), 'github', { paths: { '000.txt': 'en/000.txt' } }));
    expect(commands).toHaveLength(16);
    expect(commands[4]).toEqual({
      name: 'error',
      properties: { file: 'en/000.txt', line: '11', endLine: '11', col: '188', endColumn: '194', title: 'number' },
      message: '“тысячи” (thousands) became “scores”.',
    });
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['error', 'warning', 'notice']));
  });

  it('reads back whatever the texts are called and hold', async () => {
    const article = await hostileArticle();
    const results: AlignmentResult[] = [article, hostileResult('a%0A::b,line=9%2C: c\r\n::error::d%25')];
    for (const result of results) {
      const all = [...result.renderings.flatMap(({ findings }) => findings), ...result.findings];
      const commands = readCommands(render(result, 'github'));
      expect(commands.map(({ message }) => message)).toEqual(all.map(({ message }) => escapeTerminal(message)));
      const ids = [result.source, ...result.renderings].map(({ id }) => escapeTerminal(id));
      for (const { properties } of commands) expect(ids).toContain(properties['file']);
    }
  });

  it('leaves columns out of findings over several lines', () => {
    const result = seedResult();
    result.renderings[0]!.findings[4]!.rendering = [{ start: 0, end: 500 }];
    expect(readCommands(render(result, 'github'))[4]!.properties).toEqual({
      file: '000.txt',
      line: '1',
      endLine: '3',
      title: 'number',
    });
  });

  it('is nothing where nothing was found', () => {
    const renderings = seedResult().renderings.map((rendering) => ({ ...rendering, findings: [] }));
    expect(render({ ...seedResult(), renderings, findings: [] }, 'github')).toBe('');
  });
});

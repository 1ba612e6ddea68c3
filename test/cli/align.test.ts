import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { syntheticTexts } from '../../bench/synthetic-texts.ts';
import type { Matrix } from '../../src/core/matrix.ts';
import type { Output } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { cli, folder } from './harness.ts';

function vectors(...rows: number[][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(rows.flat().length * 4));
  rows.flat().forEach((value, at) => view.setFloat32(at * 4, value, true));
  return new Uint8Array(view.buffer);
}

const at = folder({
  'ru.txt':
    'Выставку в Казани посетили 350 тысяч человек.\r\n\r\nВход для студентов останется бесплатным.\r\nВыставка продлится до 14 марта.\r\n',
  'en.txt': '\ufeffThe exhibition in Kazan drew 350 thousand visitors.\nThe exhibition will run until March 14.\n',
  'de.txt': 'Der erste Satz dieses Textes ist lang.\nDer zweite Satz ist es auch.\n\nEnde.\n',
  'fr.txt': 'La deuxième phrase est longue aussi.\nLa première phrase de ce texte est longue.\n\nFin.\n',
  'de.over':
    'Der erste Satz dieses Textes ist lang.\nDer zweite Satz ist es auch.\nBLANK_LINE\nEnde.\nein Rest eines anderen Textes\n',
  'de.emb': vectors([5, 0, 0, 0], [0, 5, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 1, 1, 1]),
  'fr.over': 'BLANK_LINE\nFin.\nLa deuxième phrase est longue aussi.\nLa première phrase de ce texte est longue.\n',
  'fr.emb': vectors([0, 0, 1, 0], [0, 0, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0]),
  'short.emb': vectors([1, 2, 3]),
  'empty.txt': '',
});
const texts = [at('ru.txt'), at('en.txt')];
const others = [at('de.txt'), at('fr.txt')];
const embeddings = [
  ...['--source-embeddings', at('de.over'), at('de.emb')],
  ...['--target-embeddings', at('fr.over'), at('fr.emb')],
];

describe('with the embedded model', () => {
  it('writes Vecalign lines', async () => {
    const { code, stdout, stderr } = await cli(['align', ...texts]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/:0\.\d{6}$/gm, '')).toBe('[0]:[0]\n[1]:[]\n[2]:[]\n[3]:[1]\n');
  });

  it('writes a ladder, a text, or a table', async () => {
    const ladder = await cli(['align', ...texts, '--format', 'ladder']);
    expect(ladder.stdout.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
      '0 0',
      '1 1',
      '2 1',
      '3 1',
      '4 2',
      '',
    ]);
    const text = await cli(['align', ...texts, '--format', 'hunalign-text']);
    expect(text.stdout).toMatch(
      /^Выставка продлится до 14 марта\.\tThe exhibition will run until March 14\.\t0\.\d{4}$/m,
    );
    const table = await cli(['align', ...texts, '--format', 'tsv']);
    const rows = table.stdout
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t'));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
    expect(rows[0]!.slice(0, 4)).toEqual(['bead', 'source_sentences', 'rendering_sentences', 'source_text']);
    expect(rows[4]!.slice(0, 4)).toEqual(['3', '3', '1', 'Выставка продлится до 14 марта.']);
  });

  it('takes the format from the file’s extension', async () => {
    const out = folder();
    await cli(['align', ...texts, '-o', out('b.ladder')]);
    expect(readFileSync(out('b.ladder'), 'utf8')).toMatch(/^0\t0\t/);
    for (const name of ['b.defr', 'b.txt', 'b']) {
      await cli(['align', ...texts, '-o', out(name)]);
      expect(readFileSync(out(name), 'utf8'), name).toMatch(/^\[0\]:\[0\]:/);
    }
  });

  it.each([
    [others, 'The source seems to be in German', '--source-embeddings and --target-embeddings'],
    [[texts[0]!, texts[0]!], 'both in Russian', 'swapped'],
    [[at('empty.txt'), texts[1]!], 'The source is empty', 'text'],
  ])('refuses other texts: %#', async (files, message, hint) => {
    const { code, stdout, stderr } = await cli(['align', ...files]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe('with embeddings', () => {
  it('aligns any language, a blank line by the vector of BLANK_LINE, and keeps beads that cross', async () => {
    const { code, stdout, stderr } = await cli(['align', ...others, ...embeddings]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/:\d+\.\d{6}$/gm, '')).toBe('[0]:[1]\n[1]:[0]\n[2]:[2]\n[3]:[3]\n');
  });

  it('options may stand before, between and behind the files', async () => {
    const [before, behind] = [embeddings.slice(0, 3), embeddings.slice(3)];
    const expected = (await cli(['align', ...others, ...embeddings])).stdout;
    expect((await cli(['align', ...before, others[0]!, ...behind, others[1]!])).stdout).toBe(expected);
    const inline = [`--source-embeddings=${at('de.over')}`, at('de.emb'), ...behind];
    expect((await cli(['align', ...inline, '--', ...others])).stdout).toBe(expected);
  });

  it('writes beads that cross as gaps of a ladder that never falls', async () => {
    const { stdout } = await cli(['align', ...others, ...embeddings, '--format', 'ladder']);
    const rungs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').slice(0, 2).join(' '));
    expect(rungs).toEqual(['0 0', '0 1', '1 2', '2 2', '3 3', '4 4']);
  });

  it('aligns an empty text: all are gaps', async () => {
    const files = [at('empty.txt'), at('fr.txt')];
    const { code, stdout } = await cli(['align', ...files, ...embeddings]);
    expect([code, stdout]).toEqual([0, '[]:[0]:0.000000\n[]:[1]:0.000000\n[]:[2]:0.000000\n[]:[3]:0.000000\n']);
  });

  it('names a line without a vector, and writes nothing', async () => {
    const out = folder();
    const argv = ['align', texts[0]!, others[1]!, ...embeddings, '-o', out('b.vecalign')];
    const { code, stderr } = await cli(argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Line 1 of the text, "Выставку .*" *, is not among the overlaps\.\n.*overlap\.py/);
    expect(existsSync(out('b.vecalign'))).toBe(false);
  });

  it('refuses vectors whose number does not fit', async () => {
    const argv = ['align', ...others, ...embeddings.with(2, at('short.emb'))];
    const { code, stderr } = await cli(argv);
    expect(code).toBe(2);
    expect(stderr).toContain('The vectors have 12 bytes');
  });
});

describe('wrong usage', () => {
  const [overlaps, emb] = [at('de.over'), at('de.emb')];
  it.each([
    [[], 'No files are given.', 'align --help'],
    [['a.txt'], 'No translation is given for a.txt.', 'align --help'],
    [['a.txt', 'b.txt', 'c.txt'], 'c.txt is one file too many.', 'align --help'],
    [['-', '-'], 'Only one text can come from standard input.', 'align --help'],
    [[...texts, '--source-embedings', 'a'], 'There is no option --source-embedings.', '--source-embeddings?'],
    [[...others, '--source-embeddings', overlaps, emb], '--target-embeddings is not given.', 'both sides'],
    [[...others, '--target-embeddings', overlaps, emb], '--source-embeddings is not given.', 'both sides'],
    [[...others, '--source-embeddings', overlaps], '--source-embeddings needs two values.', 'align --help'],
    [[...others, '--source-embeddings'], '--source-embeddings needs a value.', 'align --help'],
    [['--source-embeddings', overlaps, '--', ...others], '--source-embeddings needs two values.', 'align --help'],
    [['--source-embeddings', overlaps, '--format', 'tsv', ...others], '--source-embeddings needs two', 'align --help'],
    [[...others, ...embeddings, ...embeddings], '--source-embeddings is given more than once.', 'align --help'],
    [[...texts, '--format', 'laddr'], '--format got "laddr".', 'Did you mean "ladder"?'],
    [[...texts, '-o', 'page.html'], '--format got "html".', 'vecalign'],
    [[...texts, '--language', 'de'], 'is said to be in German', '--target-embeddings'],
    [['none.txt', texts[1]!], 'There is no file none.txt.', 'path'],
  ])('%j', async (argv, message, hint) => {
    const { code, stdout, stderr } = await cli(['align', ...argv]);
    const [first, second] = stderr.split('\n');
    expect([code, stdout]).toEqual([2, '']);
    expect(first).toContain(message);
    expect(second).toContain(hint);
  });

  it('a command with a slip is told from a file', async () => {
    const { stderr } = await cli(['alihn', ...texts]);
    expect(stderr).toContain('There is no file alihn.\nDid you mean the command "align"?');
    expect((await cli(['alihn.txt', ...texts])).stderr).not.toContain('command');
    expect((await cli([texts[0]!, 'aling'])).stderr).not.toContain('command');
  });

  it('prints help', async () => {
    const { code, stdout } = await cli(['align', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^align-translations align SRC\.txt TGT\.txt/);
    expect((await cli(['--help'])).stdout).toContain('align-translations align ');
  });
});

describe('long texts', () => {
  const { source, rendering } = syntheticTexts({ sentences: 1500, seed: 3, dimensions: 32, noise: 0.5 });
  const lines = (rows: Matrix) => Array.from({ length: rows.rows }, (_, line) => `line ${line}\n`).join('');
  const long = folder({
    'a.txt': lines(source),
    'b.txt': lines(rendering),
    'a.emb': new Uint8Array(source.data.buffer),
    'b.emb': new Uint8Array(rendering.data.buffer),
  });
  const argv = [
    ...['align', long('a.txt'), long('b.txt')],
    ...['--source-embeddings', long('a.txt'), long('a.emb')],
    ...['--target-embeddings', long('b.txt'), long('b.emb')],
  ];
  /** Runs the command with a terminal for its errors and a clock that is a millisecond later at each look. */
  const watched = async (more: string[], isTTY: boolean, interrupt = false) => {
    let now = 0;
    const late = vi.spyOn(performance, 'now').mockImplementation(() => now++);
    const controller = new AbortController();
    const told = { stdout: '', stderr: '' };
    const output = (name: keyof typeof told): Output => ({
      isTTY,
      write(chunk: unknown, ...rest: unknown[]) {
        told[name] += String(chunk);
        // As Ctrl-C does, when other things have their turn.
        if (interrupt && name === 'stderr') setTimeout(() => controller.abort());
        (rest.at(-1) as (() => void) | undefined)?.();
        return true;
      },
    });
    const streams = { stdin: (async function* () {})(), stdout: output('stdout'), stderr: output('stderr') };
    const code = await run([...argv, ...more], { ...streams, env: {}, signal: controller.signal });
    late.mockRestore();
    return { code, ...told };
  };

  it('tell on a terminal how far they have come, and take it back', async () => {
    const { code, stdout, stderr } = await watched([], true);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\[0\]:\[0\]:/);
    const shown = [...stderr.matchAll(/\r\u001b\[2K(\d+) of 1500 lines/g)].map((match) => Number(match[1]));
    expect(shown.length).toBeGreaterThan(2);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('tell nothing where nobody looks or wants it', async () => {
    expect((await watched(['-q'], true)).stderr).toBe('');
    expect((await watched([], false)).stderr).toBe('');
  });

  it('end on Ctrl-C with 130, and write nothing', async () => {
    const out = folder();
    const file = out('b.vecalign');
    const { code, stdout, stderr } = await watched(['-o', file], true, true);
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(/of 1500 lines\r\u001b\[2K$/);
    expect(existsSync(file)).toBe(false);
  });
});

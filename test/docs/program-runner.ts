import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from 'vitest';
import { root, type CodeBlock } from './code-blocks.ts';
import { writeSmallModel } from './small-model.ts';

const path = (name: string): string => fileURLToPath(new URL(name, root));

/**
 * A reader's project: the package is installed, the texts of examples/seeds and the folder wire/ of examples/check-folder
 * lie there, and in model/ a small model of German and French.
 */
function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(path('.'), join(folder, 'node_modules/align-translations'), 'junction');
  symlinkSync('../align-translations/dist/cli.js', join(folder, 'node_modules/.bin/align-translations'));
  for (const name of readdirSync(path('examples/seeds'))) cpSync(path(`examples/seeds/${name}`), join(folder, name));
  cpSync(path('examples/check-folder/wire'), join(folder, 'wire'), { recursive: true });
  writeSmallModel(join(folder, 'model'));
  return folder;
}

/** Does in a project what a page says, block by block: writes the files, runs the programs and compares what they print. */
export function follow(blocks: readonly CodeBlock[]): void {
  const folder = makeProject();
  try {
    let program = '';
    let printed = '';
    let before = '';
    for (const { place, language, text, marks } of blocks) {
      if (marks.file !== undefined) {
        mkdirSync(dirname(join(folder, marks.file)), { recursive: true });
        writeFileSync(join(folder, marks.file), text);
      } else if (marks.prints !== undefined) {
        if (marks.prints === 'all') expect(printed.slice(before.length).trimEnd(), place).toBe(text.trimEnd());
        else expect(printed.split('\n'), place).toEqual(expect.arrayContaining(text.trimEnd().split('\n')));
      } else if (marks.notRun === undefined && language === 'js') {
        program = marks.continues ? program + text : text;
        before = marks.continues ? printed : '';
        writeFileSync(join(folder, 'program.mjs'), program);
        printed = run(folder, process.execPath, ['program.mjs'], place, marks.status);
      } else if (marks.notRun === undefined && language === 'sh') {
        before = '';
        printed = run(folder, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], place, marks.status);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Standard output of a program that ends as it should. */
function run(cwd: string, program: string, argv: string[], place: string, expected: number): string {
  const env = {
    ...process.env,
    PATH: [join(cwd, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    NO_COLOR: '1',
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd, env, encoding: 'utf8' });
  expect(status, `${place}\n${stdout}${stderr}`).toBe(expected);
  return stdout;
}

import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeTerminal } from '../report/escape.ts';
import { formatNamed } from '../report/registry.ts';
import { write, type Io } from './io.ts';
import type { PlannedOutput } from './outputs.ts';

/** The page that a run shows when it is done. */
export interface PageToOpen {
  /** What has to be written beside the outputs that were asked for. */
  added: PlannedOutput[];
  open(io: Io): Promise<void>;
}

/** The first HTML report among the outputs, or a temporary one. It stays: the browser may read it at any time. */
export async function pageToOpen(outputs: readonly PlannedOutput[]): Promise<PageToOpen> {
  const format = formatNamed('html');
  const planned = outputs.find((output) => output.format === format && output.path !== '-');
  const page = planned ?? { format, path: join(await mkdtemp(join(tmpdir(), 'align-translations-')), 'report.html') };
  return {
    added: planned === undefined ? [page] : [],
    async open(io) {
      try {
        await (io.openPage ?? openInBrowser)(page.path);
      } catch (error) {
        const { message } = error as Error;
        await write(
          io.stderr,
          escapeTerminal(`No browser could be started (${message}): open ${page.path} in one.`) + '\n',
        );
      }
    },
  };
}

/** What opens a page on a platform. The address is one argument, and no shell reads it. */
export function openerOf(platform: NodeJS.Platform, url: string): [command: string, ...argv: string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

function openInBrowser(path: string): Promise<void> {
  const [command, ...argv] = openerOf(process.platform, pathToFileURL(resolve(path)).href);
  return new Promise((done, failed) => {
    const child = spawn(command, argv, { detached: true, stdio: 'ignore', shell: false });
    child.once('error', failed);
    child.once('spawn', () => {
      // The browser outlives the command.
      child.unref();
      done();
    });
  });
}

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.bin': 'application/octet-stream',
};

/** The playground, built and served; `close` ends the server and removes the folder. */
export interface PlaygroundSite {
  address: string;
  folder: string;
  close(): void;
}

/**
 * Builds the playground in a folder of its own, where the package lies in node_modules as npm would have put it, and serves
 * it below a path, with the headers that its README recommends.
 */
export async function openPlayground(): Promise<PlaygroundSite> {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    const dist = await buildIn(folder);
    const server = await serve(dist);
    const { port } = server.address() as AddressInfo;
    const close = (): void => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    };
    return { address: `http://127.0.0.1:${port}/check/`, folder: dist, close };
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
}

async function buildIn(folder: string): Promise<string> {
  const copied = (path: string): boolean => !/[\\/](node_modules|dist)$/.test(path);
  cpSync(join(root, 'examples/playground'), join(folder, 'playground'), { recursive: true, filter: copied });
  cpSync(join(root, 'examples/seeds'), join(folder, 'seeds'), { recursive: true });
  const installed = join(folder, 'node_modules/align-translations');
  mkdirSync(installed, { recursive: true });
  for (const part of ['package.json', 'dist', 'models'])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  for (const name of ['vite', 'fastest-levenshtein'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  await build({ root: join(folder, 'playground'), logLevel: 'error' });
  return join(folder, 'playground/dist');
}

/** The headers in the README's block of code under "Headers". */
function recommendedHeaders(): Record<string, string> {
  const readme = readFileSync(join(root, 'examples/playground/README.md'), 'utf8');
  const [, block] = /^## .*Headers\n[^]*?^```http\n([^]*?)^```/im.exec(readme) ?? [];
  if (block === undefined) throw new Error('The README of the playground recommends no headers.');
  return Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function serve(dist: string): Promise<Server> {
  const headers = recommendedHeaders();
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname.replace(/^\/check\/$/, '/check/index.html');
    try {
      if (!/^\/check\/[\w./-]+$/.test(path) || path.includes('..')) throw new Error(path);
      const body = readFileSync(join(dist, path.slice('/check/'.length)));
      response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(path)]!, 'Content-Length': body.length });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

// `npm run playground` in the root of a clone: links the package into node_modules, which is what `npm install` makes of
// "file:../..", and starts Vite's development server. It needs no network.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const path = (url) => fileURLToPath(new URL(url, import.meta.url));

if (!existsSync(path('node_modules/align-translations'))) {
  mkdirSync(path('node_modules'), { recursive: true });
  symlinkSync(path('../..'), path('node_modules/align-translations'), 'junction');
}
const server = await createServer({ root: path('.') });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });

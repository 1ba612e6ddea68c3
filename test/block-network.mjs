// Preloaded with `node --import`: every way out of the process throws, and an attempt is told on standard error even
// where the error is caught.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const ways = [
  [globalThis, 'fetch'],
  [require('node:net').Socket.prototype, 'connect'],
  [require('node:net'), 'connect'],
  [require('node:net'), 'createConnection'],
  [require('node:tls'), 'connect'],
  [require('node:http'), 'request'],
  [require('node:http'), 'get'],
  [require('node:https'), 'request'],
  [require('node:https'), 'get'],
  [require('node:http2'), 'connect'],
  [require('node:dns'), 'lookup'],
  [require('node:dgram'), 'createSocket'],
  [require('node:child_process'), 'spawn'],
];
for (const [holder, name] of ways) {
  holder[name] = () => {
    process.stderr.write(`BLOCKED ${name}\n`);
    throw new Error(`the network is blocked: ${name}`);
  };
}
syncBuiltinESMExports();

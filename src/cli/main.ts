#!/usr/bin/env node
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

const controller = new AbortController();
process.on('SIGINT', () => {
  // The first Ctrl-C lets the command end its output, a second one does not wait.
  if (controller.signal.aborted) process.exit(EXIT.interrupted);
  controller.abort();
});

// A reader that has gone is told by the write that fails; without a listener the stream would end the process.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const { stdin, stdout, stderr, env } = process;
process.exit(await run(process.argv.slice(2), { stdin, stdout, stderr, env, signal: controller.signal }));

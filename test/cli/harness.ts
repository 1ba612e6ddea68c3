import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

class Captured extends Writable {
  bytes = Buffer.alloc(0);
  isTTY = false;
  columns = 88;
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.bytes = Buffer.concat([this.bytes, Buffer.from(chunk)]);
    done();
  }
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  stdoutBytes: Buffer;
}

export interface Settings {
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  tty?: boolean;
  signal?: AbortSignal;
}

/** Runs the command line in this process. */
export async function cli(argv: string[], { stdin = '', env = {}, tty = false, signal }: Settings = {}): Promise<Ran> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  stdout.isTTY = tty;
  async function* input(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(stdin);
  }
  const io: Io = { stdin: input(), stdout, stderr, env, signal: signal ?? new AbortController().signal };
  const code = await run(argv, io);
  return { code, stdout: stdout.bytes.toString(), stderr: stderr.bytes.toString(), stdoutBytes: stdout.bytes };
}

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A new temporary folder with these files in it, removed after the tests of the file; gives the path of a file by its name. */
export function folder(files: Record<string, string | Uint8Array> = {}): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), 'align-translations-'));
  made.push(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return (name) => join(path, name);
}

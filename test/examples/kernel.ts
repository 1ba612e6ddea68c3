import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dealer, Subscriber } from 'zeromq';

/** What a cell showed, as nbformat 4 stores it. */
export type Output =
  | { output_type: 'execute_result'; data: Record<string, unknown>; metadata: object; execution_count: number }
  | { output_type: 'display_data'; data: Record<string, unknown>; metadata: object }
  | { output_type: 'stream'; name: string; text: string }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

interface Message {
  header: { msg_type: string };
  parent: { msg_id?: string };
  content: Record<string, unknown>;
}

const DELIMITER = '<IDS|MSG>';
const KEY = 'a key of this test alone';
const OUTPUTS = ['execute_result', 'display_data', 'stream', 'error'];

/**
 * Deno's Jupyter kernel, spoken to as a notebook does: version 5.3 of Jupyter's wire protocol over ZeroMQ. Cells are sent on
 * the shell channel, what they show comes on the channel that all notebooks listen to.
 */
export class Kernel {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #shell = new Dealer();
  readonly #control = new Dealer();
  readonly #published = new Subscriber();
  /** What was shown in answer to the message of this id. */
  readonly #shown = new Map<string, Output[]>();
  /** To be called when the kernel is idle again after the message of this id. */
  readonly #waiting = new Map<string, () => void>();

  private constructor(process: ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
  }

  /** Starts `deno jupyter` in `folder`, from which cells import. */
  static async start(folder: string): Promise<Kernel> {
    const [shell, iopub, stdin, control, hb] = await freePorts(5);
    const own = mkdtempSync(join(tmpdir(), 'kernel-'));
    const connection = join(own, 'connection.json');
    const ports = { shell_port: shell, iopub_port: iopub, stdin_port: stdin, control_port: control, hb_port: hb };
    const signature = { signature_scheme: 'hmac-sha256', key: KEY };
    writeFileSync(connection, JSON.stringify({ transport: 'tcp', ip: '127.0.0.1', ...ports, ...signature }));
    const child = spawn('deno', ['jupyter', '--kernel', '--conn', connection], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
    });
    const kernel = new Kernel(child, own);
    await kernel.#connect({ shell: shell!, control: control!, iopub: iopub! });
    return kernel;
  }

  /** Runs cells one after the other as a notebook does, and gives what each of them showed. */
  async execute(cells: readonly string[]): Promise<Output[][]> {
    const ids: string[] = [];
    for (const code of cells) ids.push(await this.#execute(code, false));
    // Under load the kernel says that it is idle before it shows what it has: what it is asked now comes behind that.
    await this.#execute('0', true);
    return ids.map((id) => this.#shown.get(id) ?? []);
  }

  async stop(): Promise<void> {
    const gone = this.#process.exitCode === null ? once(this.#process, 'exit') : undefined;
    await this.#send(this.#control, 'shutdown_request', { restart: false }, randomUUID());
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
    for (const socket of [this.#shell, this.#control, this.#published]) socket.close();
    rmSync(this.#folder, { recursive: true });
  }

  async #connect(ports: { shell: number; control: number; iopub: number }): Promise<void> {
    // What has not been sent when all is over need not be waited for.
    this.#shell.linger = this.#control.linger = 0;
    this.#shell.connect(`tcp://127.0.0.1:${ports.shell}`);
    this.#control.connect(`tcp://127.0.0.1:${ports.control}`);
    this.#published.connect(`tcp://127.0.0.1:${ports.iopub}`);
    this.#published.subscribe();
    void this.#listen();
    // Nobody says when a subscription has come through: ask until an answer is heard.
    let heard = false;
    for (let attempt = 0; !heard && attempt < 100; attempt++) {
      const answered = this.#request('kernel_info_request', {}).then(() => (heard = true));
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 200))]);
    }
    if (!heard) throw new Error('The kernel does not answer.');
  }

  async #listen(): Promise<void> {
    for await (const frames of this.#published) {
      const { header, parent, content } = read(frames);
      // `transient` is between kernel and notebook, and not to be stored.
      delete content['transient'];
      const id = parent.msg_id ?? '';
      if (OUTPUTS.includes(header.msg_type)) {
        const output = { output_type: header.msg_type, ...content } as Output;
        this.#shown.set(id, [...(this.#shown.get(id) ?? []), output]);
      }
      if (header.msg_type === 'status' && content['execution_state'] === 'idle') this.#waiting.get(id)?.();
    }
  }

  #execute(code: string, silent: boolean): Promise<string> {
    const content = { code, silent, store_history: !silent, user_expressions: {}, allow_stdin: false };
    return this.#request('execute_request', { ...content, stop_on_error: true });
  }

  /** Sends a message and waits until the kernel is done with it; gives the message's id. */
  async #request(type: string, content: object): Promise<string> {
    const id = randomUUID();
    const idle = new Promise<void>((resolve) => this.#waiting.set(id, resolve));
    await this.#send(this.#shell, type, content, id);
    await idle;
    this.#waiting.delete(id);
    return id;
  }

  async #send(socket: Dealer, type: string, content: object, id: string): Promise<void> {
    const date = new Date().toISOString();
    const header = { msg_id: id, session: 'test', username: 'test', date, msg_type: type, version: '5.3' };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    await socket.send([DELIMITER, signatureOf(parts), ...parts]);
  }
}

/** The parts of a message, behind the addresses that it was sent to. @throws where its signature is wrong */
function read(frames: readonly Buffer[]): Message {
  const texts = frames.map((frame) => frame.toString('utf8'));
  const at = texts.indexOf(DELIMITER);
  const parts = texts.slice(at + 2, at + 6);
  if (texts[at + 1] !== signatureOf(parts)) throw new Error('A message of the kernel is not signed as it should be.');
  const [header, parent, , content] = parts.map((part) => JSON.parse(part));
  return { header, parent, content };
}

function signatureOf(parts: readonly string[]): string {
  const hmac = createHmac('sha256', KEY);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

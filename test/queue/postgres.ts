import { spawnSync, type StdioOptions } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where distributions put PostgreSQL's programs, beside the path. */
const HOMES = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt', '/usr'];

/** The folder of `initdb` and `pg_ctl`; undefined where PostgreSQL is not installed. */
function findPrograms(): string | undefined {
  const inHomes = HOMES.flatMap((home) => names(home).map((name) => join(home, name, 'bin'))).reverse();
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...inHomes];
  return folders.find((folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => isProgram(join(folder, name))));
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const programs = process.platform === 'win32' ? undefined : findPrograms();

/** True where a server can be started; where not, it says so. */
export const hasPostgres = programs !== undefined;
if (!hasPostgres) console.warn('NOTICE: PostgreSQL is not installed here: the tests of the queue are left out.');

/** The server refuses to run as root: then it runs as the user of that name, or as nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): string | undefined => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  return { uid: Number(id('-u') ?? 65534), gid: Number(id('-g') ?? 65534) };
}

/** A server of its own in a temporary folder, reached by a socket there. */
export interface Postgres {
  url: string;
  stop(mode: 'fast' | 'immediate'): void;
  start(): void;
  /** Stops it and removes its folder. */
  remove(): void;
}

export function startPostgres(): Postgres {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const [data, log] = [join(folder, 'data'), join(folder, 'log')];
  const run = (program: string, argv: string[]): void => {
    const stdio: StdioOptions = ['ignore', 'ignore', 'pipe'];
    const ran = spawnSync(join(programs!, program), argv, { ...user, cwd: folder, encoding: 'utf8', stdio });
    if (ran.status === 0) return;
    const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
    throw new Error(`${program} failed: ${ran.error?.message ?? ''}${ran.stderr}${logged}`);
  };
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB'];
  const options = [`-k ${folder}`, '-c listen_addresses=', ...settings.map((one) => `-c ${one}`)].join(' ');
  const control = (...argv: string[]): void => run('pg_ctl', ['-D', data, '-w', '-t', '60', ...argv]);
  const postgres: Postgres = {
    url: `postgresql://tester:secret-word@/postgres?host=${encodeURIComponent(folder)}`,
    stop: (mode) => control('stop', '-m', mode),
    start: () => control('start', '-o', options, '-l', log),
    remove() {
      try {
        postgres.stop('immediate');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
  try {
    run('initdb', ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']);
    postgres.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return postgres;
}

import { realpathSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** Editors write in several steps: this long nothing has to happen before a change counts. */
const QUIET_MS = 100;

/**
 * Tells when one of some files changes, is made or is replaced by another of its name. Their folders are watched, since
 * an editor that saves by renaming leaves a watched file behind. A change counts by time, size and inode, so that
 * what only touches the folder is none. A file that a symbolic link leads to is watched too.
 */
export class FileWatcher {
  /** What a file was like when it was read, by its path as given. */
  readonly #files = new Map<string, string>();
  /** What those files are called in their folders. */
  readonly #names = new Set<string>();
  readonly #folders = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;
  #told: ((changed: string | undefined) => void) | undefined;
  #isClosed = false;

  /** Forgets the files of an earlier run; the folders stay watched. */
  begin(): void {
    this.#files.clear();
  }

  /** Watches a file, from before it is read; it need not exist. Its folder has to, or else it is not watched. */
  add(path: string): void {
    if (this.#isClosed) return;
    if (!this.#files.has(path)) this.#files.set(path, stateOf(path));
    for (const { folder, name } of placesOf(path)) {
      this.#names.add(name);
      if (this.#folders.has(folder)) continue;
      try {
        const watcher = watch(folder, (_, name) => {
          if (name === null || this.#names.has(name)) this.#stir();
        });
        watcher.on('error', () => this.#forget(folder));
        this.#folders.set(folder, watcher);
      } catch {
        // The file cannot be read either, which the run tells.
      }
    }
  }

  /** The first file that has changed since it was added, as soon as there is one; `undefined` once this is closed. */
  changed(): Promise<string | undefined> {
    return new Promise((resolve) => {
      if (this.#isClosed) return resolve(undefined);
      this.#told = resolve;
      this.#stir();
    });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
    this.#tell(undefined);
  }

  #stir(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = [...this.#files].find(([path, state]) => stateOf(path) !== state);
      if (changed !== undefined) this.#tell(changed[0]);
    }, QUIET_MS);
  }

  #tell(changed: string | undefined): void {
    this.#told?.(changed);
    this.#told = undefined;
  }

  #forget(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
  }
}

function stateOf(path: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return 'absent';
  }
}

/** Where a file lies by its path, and where a symbolic link leads to. */
function placesOf(path: string): { folder: string; name: string }[] {
  const place = (full: string) => ({ folder: dirname(full), name: basename(full) });
  const own = place(resolve(path));
  try {
    return [own, place(realpathSync(path))];
  } catch {
    // A file that is not there yet leads nowhere.
    return [own];
  }
}

import { AlignError } from '../core/errors.ts';

/** Entries lie in so many folders, by the first two digits of their keys. */
const SHARDS = 256;
/** What a file takes on most disks is a multiple of this. */
const BLOCK_BYTES = 4096;
/** A folder above this share of its bound is thinned out ... */
const FULL = 7 / 8;
/** ... to this share, so that its files are not looked at one by one again soon. */
const THINNED = 3 / 4;
/**
 * What a process writes into a folder before it looks again what others wrote, as a share of the bound: eight that
 * write at once stay below it all the same.
 */
const UNSEEN = 1 / 64;
/** An entry has at most this share of a folder's bound, or one write would be more than may go unseen. */
const LARGEST_ENTRY = UNSEEN;
/** An entry's time of use is written anew after so long: order to the minute is enough. */
const TOUCH_AFTER_MS = 60_000;
/** A file under its first name this old was left by a process that died. */
const ABANDONED_AFTER_MS = 600_000;

const FILE_NAME = /^[0-9a-f]{62}\.([1-9]\d*)(\.[0-9a-f]+\.tmp)?$/;

/** The least `maxBytes` for entries of this size. */
export function leastBytes(bytesAnEntry: number): number {
  return Math.ceil((SHARDS * onDisk(bytesAnEntry)) / LARGEST_ENTRY);
}

/**
 * Entries by key in a folder that several processes may share, without a lock: an entry appears whole, by a rename,
 * and is never changed. The bytes on disk stay below `maxBytes`, what has not been used for the longest time goes first;
 * bound and order hold in each of 256 folders for itself, over which keys are spread evenly.
 */
export class CacheFolder {
  readonly #fs = process.getBuiltinModule('node:fs');
  readonly #path = process.getBuiltinModule('node:path');
  readonly #crypto = process.getBuiltinModule('node:crypto');
  readonly #directory: string;
  readonly #maxShardBytes: number;
  /** Bytes that were written to a shard since its files were counted. */
  readonly #unseen = new Map<string, number>();

  /** @throws AlignError `write-failed` where there is no such folder and none can be made */
  constructor(directory: string, maxBytes: number) {
    this.#directory = this.#path.resolve(directory);
    this.#maxShardBytes = maxBytes / SHARDS;
    try {
      this.#fs.mkdirSync(this.#directory, { recursive: true });
    } catch (cause) {
      throw new AlignError(
        'write-failed',
        `The folder ${this.#directory} cannot be made (${(cause as NodeJS.ErrnoException).code}).`,
        'Name a folder for the cache that exists, or that may be made.',
        { cause },
      );
    }
  }

  /** The file of an entry of so many bytes. */
  pathOf(key: string, size: number): string {
    return this.#path.join(this.#directory, key.slice(0, 2), `${key.slice(2)}.${size}`);
  }

  /**
   * The bytes of an entry, undefined where there is none; at most one more than `size`, so that a longer one shows.
   *
   * @throws the error of the file system
   */
  read(key: string, size: number): Uint8Array | undefined {
    const path = this.pathOf(key, size);
    let file: number;
    try {
      file = this.#fs.openSync(path, 'r');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    try {
      const bytes = new Uint8Array(size + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = this.#fs.readSync(file, bytes, length, bytes.length - length, length);
      this.#touch(path, this.#fs.fstatSync(file).mtimeMs);
      return bytes.subarray(0, length);
    } finally {
      this.#fs.closeSync(file);
    }
  }

  /** Writes an entry, in place of one of its key. @throws the error of the file system; then nothing of it is left */
  write(key: string, bytes: Uint8Array): void {
    const path = this.pathOf(key, bytes.length);
    this.#makeRoom(key.slice(0, 2), onDisk(bytes.length));
    const first = `${path}.${this.#crypto.randomBytes(6).toString('hex')}.tmp`;
    try {
      this.#fs.writeFileSync(first, bytes, { flag: 'wx' });
      this.#fs.renameSync(first, path);
    } catch (error) {
      this.#remove(first);
      // Somebody may have removed the shard: the next write makes it again.
      if (isMissing(error)) this.#unseen.delete(key.slice(0, 2));
      throw error;
    }
  }

  #touch(path: string, lastUse: number): void {
    const now = Date.now();
    if (now - lastUse < TOUCH_AFTER_MS) return;
    try {
      this.#fs.utimesSync(path, now / 1000, now / 1000);
    } catch {
      // Removed meanwhile, or not ours to write; only the order in which entries go depends on it.
    }
  }

  #makeRoom(shard: string, size: number): void {
    const unseen = (this.#unseen.get(shard) ?? Infinity) + size;
    if (unseen <= this.#maxShardBytes * UNSEEN) {
      this.#unseen.set(shard, unseen);
      return;
    }
    const folder = this.#path.join(this.#directory, shard);
    this.#fs.mkdirSync(folder, { recursive: true });
    const files = this.#files(folder);
    const bytes = files.reduce((sum, file) => sum + file.bytes, size);
    if (bytes > this.#maxShardBytes * FULL) this.#thinOut(folder, files, bytes);
    this.#unseen.set(shard, size);
  }

  /** The files of a shard that are the cache's; those that a process left when it died are removed. */
  #files(folder: string): { name: string; bytes: number }[] {
    const files: { name: string; bytes: number }[] = [];
    for (const name of this.#fs.readdirSync(folder)) {
      const [found, size, first] = FILE_NAME.exec(name) ?? [];
      if (found === undefined) continue;
      if (first !== undefined && Date.now() - this.#lastUse(folder, name) > ABANDONED_AFTER_MS)
        this.#remove(this.#path.join(folder, name));
      else files.push({ name, bytes: onDisk(Number(size)) });
    }
    return files;
  }

  #thinOut(folder: string, files: readonly { name: string; bytes: number }[], bytes: number): void {
    const aged = files
      .map((file) => ({ ...file, lastUse: this.#lastUse(folder, file.name) }))
      .sort((a, b) => a.lastUse - b.lastUse || (a.name < b.name ? -1 : 1));
    let left = bytes;
    for (const file of aged) {
      if (left <= this.#maxShardBytes * THINNED) break;
      this.#remove(this.#path.join(folder, file.name));
      left -= file.bytes;
    }
  }

  /** When a file was used; one that is gone counts as old. */
  #lastUse(folder: string, name: string): number {
    return this.#fs.statSync(this.#path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  #remove(path: string): void {
    this.#fs.rmSync(path, { force: true });
  }
}

function onDisk(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

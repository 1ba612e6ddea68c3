import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CacheFolder, leastBytes } from '../../src/embed/cache-folder.ts';
import { folder } from '../cli/harness.ts';

const SIZE = 1000;
const BLOCK = 4096;
/** The bound of one of the 256 folders, in entries. */
const ENTRIES = 64;
const BOUND = 256 * ENTRIES * BLOCK;

/** Keys of one of the 256 folders. */
const key = (i: number): string => `00${i.toString(16).padStart(62, '0')}`;
const bytes = (i: number): Uint8Array => new Uint8Array(SIZE).fill(i % 251);
const names = (directory: string): string[] => readdirSync(join(directory, '00')).sort();
const onDisk = (directory: string): number => names(directory).length * BLOCK;
/** Says that an entry was used so many minutes ago. */
const use = (cache: CacheFolder, i: number, minutes: number): void => {
  const seconds = Date.now() / 1000 - 60 * minutes;
  utimesSync(cache.pathOf(key(i), SIZE), seconds, seconds);
};

describe('CacheFolder', () => {
  it('reads what was written, through another one as well', () => {
    const at = folder();
    const [one, other] = [new CacheFolder(at('v'), BOUND), new CacheFolder(at('v'), BOUND)];
    expect(one.read(key(1), SIZE)).toBeUndefined();
    one.write(key(1), bytes(1));
    expect(other.read(key(1), SIZE)).toEqual(bytes(1));
    other.write(key(1), bytes(2));
    expect(one.read(key(1), SIZE)).toEqual(bytes(2));
    expect(one.read(key(1), SIZE + 1)).toBeUndefined();
    expect(one.pathOf(key(1), SIZE)).toBe(at(`v/00/${key(1).slice(2)}.1000`));
  });

  it('needs room for 64 entries in each folder', () => {
    expect(leastBytes(1)).toBe(256 * 64 * 4096);
    expect(leastBytes(4096)).toBe(256 * 64 * 4096);
    expect(leastBytes(4097)).toBe(256 * 64 * 8192);
  });

  it('never has more on disk than its bound, also with eight that write at once', () => {
    const at = folder();
    const writers = Array.from({ length: 8 }, () => new CacheFolder(at('v'), BOUND));
    let most = 0;
    for (let i = 0; i < 600; i++) {
      writers[(i * 5) % 8]!.write(key(i), bytes(i));
      most = Math.max(most, onDisk(at('v')));
    }
    expect(most).toBeLessThanOrEqual(ENTRIES * BLOCK);
    // Nor does it throw away more than it has to.
    expect(onDisk(at('v'))).toBeGreaterThanOrEqual(0.7 * ENTRIES * BLOCK);
    expect(writers[0]!.read(key(599), SIZE)).toEqual(bytes(599));
  });

  it('lets go first what has not been used for the longest time', () => {
    const at = folder();
    const cache = new CacheFolder(at('v'), BOUND);
    for (let i = 0; i < 50; i++) {
      cache.write(key(i), bytes(i));
      use(cache, i, 100 - i);
    }
    // A reading is a use.
    for (const i of [0, 7]) cache.read(key(i), SIZE);
    for (let i = 50; i < 60; i++) cache.write(key(i), bytes(i));
    const left = Array.from({ length: 60 }, (_, i) => i).filter((i) => cache.read(key(i), SIZE) !== undefined);
    const gone = 60 - left.length;
    expect(gone).toBeGreaterThanOrEqual(8);
    expect(left.slice(0, 3)).toEqual([0, 7, gone + 2]);
    expect(left.at(-1)).toBe(59);
  });

  it('does not write the time of use anew within a minute', () => {
    const at = folder();
    const cache = new CacheFolder(at('v'), BOUND);
    cache.write(key(1), bytes(1));
    const time = (): number => statSync(cache.pathOf(key(1), SIZE)).mtimeMs;
    use(cache, 1, 0.5);
    const before = time();
    cache.read(key(1), SIZE);
    expect(time()).toBe(before);
    use(cache, 1, 1.5);
    cache.read(key(1), SIZE);
    expect(time()).toBeGreaterThan(before);
  });

  it('removes what processes left that died, counts what others are writing, and leaves alone what is not its own', () => {
    const at = folder();
    new CacheFolder(at('v'), BOUND).write(key(1), bytes(1));
    const foreign = ['notes.txt', `${key(2)}.1000`, '.1000'];
    const writing = (i: number, mark: string): string => `${key(i).slice(2)}.1000.${mark}.tmp`;
    for (const name of [...foreign, writing(3, 'aa'), writing(4, 'bb')]) writeFileSync(at(`v/00/${name}`), bytes(0));
    const old = Date.now() / 1000 - 3600;
    for (const name of [writing(4, 'bb'), 'notes.txt']) utimesSync(at(`v/00/${name}`), old, old);
    const cache = new CacheFolder(at('v'), BOUND);
    for (let i = 5; i < 500; i++) cache.write(key(i), bytes(i));
    const left = names(at('v'));
    for (const name of foreign) expect(left).toContain(name);
    expect(left).not.toContain(writing(4, 'bb'));
    expect(left.length - foreign.length).toBeLessThanOrEqual(ENTRIES);
  });
});

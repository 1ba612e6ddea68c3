import { afterEach, describe, expect, it, vi } from 'vitest';
import { PageSize } from '../../src/queue/page-size.ts';

afterEach(() => vi.restoreAllMocks());

/** The sizes after pages that took so long. */
function sizes(threads: number, ...tookMs: number[]): number[] {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const page = new PageSize(threads);
  return tookMs.map((ms) => {
    page.begin();
    now += ms;
    page.end();
    return page.size;
  });
}

describe('the number of jobs that are taken at once', () => {
  it('grows for short documents up to a bound', () => {
    expect(sizes(2, 10, 10, 10, 10, 10, 10)).toEqual([16, 32, 64, 128, 256, 256]);
  });

  it('shrinks for long ones to one a thread, and stays where a page takes a second', () => {
    expect(sizes(2, 1_000, 9_000, 9_000, 9_000)).toEqual([8, 4, 2, 2]);
  });
});

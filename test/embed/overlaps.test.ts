import { describe, expect, it } from 'vitest';
import { windowSimilarity } from '../../src/align/similarity.ts';
import { overlapRuns, readOverlaps } from '../../src/embed/overlaps.ts';

/** An overlaps file with a vector a line, `[1 + row, 0]` where none is given. */
function overlapsOf(lines: string[], vectors: number[][] = lines.map((_, row) => [1 + row, 0])) {
  return readOverlaps(lines.map((line) => `${line}\n`).join(''), bytesOf(vectors.flat()));
}

function bytesOf(values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => view.setFloat32(at * 4, value, true));
  return new Uint8Array(view.buffer);
}

const code = (wanted: string, message: string | RegExp) =>
  expect.objectContaining({
    code: wanted,
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });

describe('runs', () => {
  it('are unit rows by length and first line, wherever the file holds them', () => {
    const overlaps = overlapsOf(
      ['b', 'a b', 'a', 'c', 'b c', 'of another document'],
      [
        [0, 2],
        [3, 4],
        [5, 0],
        [0, -1],
        [-6, 8],
        [1, 1],
      ],
    );
    const windows = overlapRuns(overlaps, [' a', 'b\t', 'c'], 6);
    expect(windows.map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 2],
      [2, 2],
    ]);
    const rounded = windows.map(({ data }) => Array.from(data, (value) => Math.round(value * 1e6) / 1e6));
    expect(rounded).toEqual([
      [1, 0, 0, 1, 0, -1],
      [0.6, 0.8, -0.6, 0.8],
    ]);
  });

  it('are no longer than asked for, nor than the text', () => {
    const overlaps = overlapsOf(['a', 'b', 'c', 'a b', 'b c', 'a b c']);
    expect(overlapRuns(overlaps, ['a', 'b', 'c'], 6)).toHaveLength(3);
    expect(overlapRuns(overlaps, ['a', 'b', 'c'], 2)).toHaveLength(2);
    expect(overlapRuns(overlaps, [], 6)).toEqual([]);
  });

  it('of blank lines are those of BLANK_LINE', () => {
    const overlaps = overlapsOf(['a', 'BLANK_LINE', 'a BLANK_LINE', 'BLANK_LINE a']);
    expect(overlapRuns(overlaps, ['a', ' \t', 'a'], 2).map(({ rows }) => rows)).toEqual([3, 2]);
    expect(() => overlapRuns(overlapsOf(['a']), ['a', ''], 1)).toThrow(code('missing-vector', /"BLANK_LINE"/));
  });

  it('are cut off after ten thousand characters, as Vecalign writes them', () => {
    const [long, wide] = ['x'.repeat(9_999), '😀'.repeat(10_500)];
    const overlaps = overlapsOf([long, wide.slice(0, 20_000), long, `${long}`]);
    expect(overlapRuns(overlaps, [long, wide], 2).map(({ rows }) => rows)).toEqual([2, 1]);
    expect(overlapRuns(overlapsOf([wide]), [wide], 1)).toHaveLength(1);
  });

  it('that read as another line or run have its vector', () => {
    const overlaps = overlapsOf(
      ['a', 'b', 'a b', 'b a', 'a b a', 'b a b'],
      [
        [1, 0],
        [0, 1],
        [3, 4],
        [4, 3],
        [-3, 4],
        [-4, 3],
      ],
    );
    const windows = overlapRuns(overlaps, ['a', 'b', 'a b'], 2);
    const rounded = windows.map(({ data }) => Array.from(data, (value) => Math.round(value * 1e6) / 1e6));
    expect(rounded).toEqual([
      [1, 0, 0, 1, 0.6, 0.8],
      [0.6, 0.8, -0.8, 0.6],
    ]);
  });

  it('of several lines are not asked for where only a line happens to read as they do', () => {
    const lines = ['Chapter', '1', 'Chapter 1', 'The end'];
    expect(overlapRuns(overlapsOf(lines), lines, 6).map(({ rows }) => rows)).toEqual([4]);
    const same = ['a', 'a', 'a a', 'a a a'];
    expect(overlapRuns(overlapsOf(['a', 'a a', 'a a a']), same, 6)).toHaveLength(1);
    // One that reads as no line does is there because runs were embedded: then all have to be.
    expect(() => overlapRuns(overlapsOf([...lines, '1 Chapter 1']), lines, 6)).toThrow(
      code('missing-vector', /lines 3 to 4/),
    );
  });

  it('of the same lines have the same vectors, wherever they are', () => {
    const overlaps = overlapsOf(['a', 'b', 'a b', 'b a']);
    const [ones, twos] = overlapRuns(overlaps, ['a', 'b', 'a', 'b'], 2);
    expect(Array.from(ones!.data.subarray(0, 4))).toEqual(Array.from(ones!.data.subarray(4)));
    expect([twos!.rows, Array.from(twos!.data.subarray(0, 2))]).toEqual([3, Array.from(twos!.data.subarray(4))]);
  });

  it('that are missing are named', () => {
    expect(() => overlapRuns(overlapsOf(['a', 'c']), ['a', 'b', 'c'], 6)).toThrow(
      code('missing-vector', 'Line 2 of the text, "b", is not among the overlaps.'),
    );
    expect(() => overlapRuns(overlapsOf(['a', 'b', 'c', 'a b']), ['a', 'b', 'c'], 6)).toThrow(
      code('missing-vector', 'The run of lines 2 to 3 of the text, "b c", is not among the overlaps.'),
    );
  });

  it.each([
    [[0, 0], 0],
    [[NaN, 1], NaN],
    [[Infinity, 1], Infinity],
  ])('with the vector %j are refused', (vector, length) => {
    const overlaps = overlapsOf(['a', 'b'], [[1, 0], vector]);
    expect(overlapRuns(overlaps, ['a'], 1)).toHaveLength(1);
    expect(() => overlapRuns(overlaps, ['b'], 1)).toThrow(
      code('invalid-vectors', `The vector of line 2 of the overlaps has the length ${length}.`),
    );
  });
});

describe('the files', () => {
  it('may be a part of a larger buffer, and have any line end', () => {
    const bytes = new Uint8Array(17);
    bytes.set(bytesOf([3, 4, 0, 1]), 1);
    const overlaps = readOverlaps('a\r\nb', bytes.subarray(1));
    expect(overlaps.dimensions).toBe(2);
    expect(Array.from(overlapRuns(overlaps, ['b'], 1)[0]!.data)).toEqual([0, 1]);
  });

  it('may begin with a byte order mark, and have spaces around their lines and lines of other texts', () => {
    const overlaps = readOverlaps('\ufeff a \r\nb\t\r\n\r\nanother\r\n', bytesOf([1, 0, 0, 1, 2, 2, 3, 3]));
    const [windows] = overlapRuns(overlaps, ['\ufeffa', ' b\r'], 6);
    expect(Array.from(windows!.data)).toEqual([1, 0, 0, 1]);
  });

  it('of the two sides need vectors of one dimension', () => {
    const [two, one] = [overlapsOf(['a']), readOverlaps('a\nb\n', bytesOf([1, 1]))];
    const windows = [two, one].map((overlaps) => overlapRuns(overlaps, ['a'], 1));
    // As where a file has lost half of its rows, and what is left would fit half of the dimensions.
    expect(() => windowSimilarity(windows[0]!, windows[1]!)).toThrow(code('invalid-vectors', /2 dimensions.* 1/));
  });

  it('give the first vector of a run that is there twice', () => {
    const overlaps = overlapsOf(
      ['a', 'a '],
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(Array.from(overlapRuns(overlaps, ['a'], 1)[0]!.data)).toEqual([1, 0]);
  });

  it.each([
    ['a\nb\n', 0],
    ['a\nb\n', 4],
    ['a\nb\n', 12],
    ['a\nb\n', 15],
    ['', 8],
    ['', 0],
  ])('have sizes that fit: %j with %i bytes', (text, size) => {
    expect(() => readOverlaps(text, new Uint8Array(size))).toThrow(
      code('invalid-vectors', new RegExp(`${size} bytes`)),
    );
  });
});

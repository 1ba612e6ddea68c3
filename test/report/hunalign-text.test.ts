import { describe, expect, it } from 'vitest';
import { readHunalignText, writeHunalignText } from '../../src/report/hunalign-text.ts';

const texts = { source: ['Eins.', 'Zwei.', 'Drei.'], rendering: ['One. Two.', 'Four.'] };
const beads = [
  { source: [0, 1], rendering: [0], confidence: 0.9 },
  { source: [2], rendering: [], confidence: 0.5 },
  { source: [], rendering: [1], confidence: 1 },
];
const written = 'Eins. ~~~ Zwei.\tOne. Two.\t0.9000\nDrei.\t\t0.5000\n\tFour.\t1.0000\n';

it('writes a line a bead, and reads it', () => {
  expect(writeHunalignText({ ...texts, beads })).toBe(written);
  expect(readHunalignText(written)).toEqual({ ...texts, beads });
});

it('has two columns where no confidence is given', () => {
  const plain = beads.map(({ source, rendering }) => ({ source, rendering }));
  const text = 'Eins. ~~~ Zwei.\tOne. Two.\nDrei.\t\n\tFour.\n';
  expect(writeHunalignText({ ...texts, beads: plain })).toBe(text);
  expect(readHunalignText(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({ ...texts, beads: plain });
});

it('keeps beads that cross', () => {
  const crossing = [
    { source: [0], rendering: [1], confidence: 1 },
    { source: [1], rendering: [0], confidence: 1 },
  ];
  expect(writeHunalignText({ ...texts, beads: crossing })).toBe('Eins.\tFour.\t1.0000\nZwei.\tOne. Two.\t1.0000\n');
});

it('lets no sentence break a line or a cell', () => {
  const hostile = { source: ['a\tb\nc\u2028d'], rendering: ['x\u0000'], beads: [{ source: [0], rendering: [0] }] };
  expect(writeHunalignText(hostile)).toBe('a b c d\tx⟨U+0000⟩\n');
});

describe('refuses', () => {
  it.each(['a ~~~ b', '~~~ b', 'a ~~~', '~~~', 'a\t~~~\nb'])('the sentence %j', (text) => {
    const write = () => writeHunalignText({ source: [text], rendering: [], beads: [{ source: [0], rendering: [] }] });
    expect(write).toThrow(
      expect.objectContaining({
        code: 'invalid-beads',
        message: 'Sentence 0 of the source holds "~~~", which stands between sentences.',
      }),
    );
  });

  it('a bead of a sentence that is not there', () => {
    const write = () => writeHunalignText({ ...texts, beads: [{ source: [3], rendering: [] }] });
    expect(write).toThrow('There is no sentence 3 in the source.');
  });

  it.each(['no tab', 'a\tb\tc', 'a\tb\t', 'a\tb\t1\td'])('the line %j', (line) => {
    expect(() => readHunalignText(`a\tb\t1\n${line}`)).toThrow(
      expect.objectContaining({ code: 'invalid-beads', message: `Line 2 of the text is ${JSON.stringify(line)}.` }),
    );
  });
});

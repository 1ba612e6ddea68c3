import { describe, expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import type { AlignmentResult } from '../../src/core/result.ts';
import { formatOfFile, formats, render } from '../../src/report/registry.ts';
import { withLeastSeverity } from '../../src/report/severity.ts';
import { hostileResult, seedResult } from './fixture.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]></script><!-- -->',
  'a\u2028b\u2029c',
  'abc\u202edef\u2066',
  'a\u001b[2J\u001b]0;title\u0007b\u009b31m\u0000\r',
  '=HYPERLINK("http://example.org")\t+1\n-1\n@x',
  '\ud83d lone \udc00',
];

const ofOneRendering = ['vecalign', 'ladder', 'hunalign-text'];
/** The result with as many renderings, and languages of theirs, as the format holds. */
function heldBy(name: string, result: AlignmentResult): AlignmentResult {
  if (ofOneRendering.includes(name)) return { ...result, renderings: result.renderings.slice(0, 1) };
  if (name !== 'xliff') return result;
  return { ...result, renderings: result.renderings.map((rendering) => ({ ...rendering, language: 'en' })) };
}

describe.each(formats)('$name', ({ name }) => {
  it('gives the same for a result that was saved as JSON, and on a second run', () => {
    const result = heldBy(name, seedResult());
    const first = render(result, name);
    expect(render(JSON.parse(JSON.stringify(result)), name)).toBe(first);
    expect(first.endsWith('\n')).toBe(true);
  });

  it.each(hostile)('lets no control or direction override of %j through raw', (text) => {
    const report = render(heldBy(name, hostileResult(text)), name);
    expect(report).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    if (name !== 'html') expect(report).not.toMatch(/[\r\u2028\u2029]/);
  });
});

it.each(ofOneRendering)('%s refuses a result of several renderings', (name) => {
  expect(() => render(seedResult(), name)).toThrow(
    expect.objectContaining({
      code: 'invalid-argument',
      message: `The format ${name} holds one rendering, the result has 3.`,
    }),
  );
});

it('json is the result', () => {
  for (const text of hostile) expect(JSON.parse(render(hostileResult(text), 'json'))).toEqual(hostileResult(text));
});

it('stylish writes colours only when asked to', () => {
  expect(render(seedResult(), 'stylish')).not.toContain('\u001b');
  const coloured = render(seedResult(), 'stylish', { color: true });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(seedResult(), 'stylish'));
});

describe('tsv', () => {
  it.each(hostile)('keeps %j within its cells', (text) => {
    const lines = render(hostileResult(text), 'tsv').slice(0, -1).split('\n');
    expect(lines).toHaveLength(4);
    const columns = lines[0]!.split('\t').length;
    for (const line of lines) {
      expect(line.split('\t')).toHaveLength(columns);
      for (const cell of line.split('\t')) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
    }
  });

  it('has a row a bead', () => {
    const [head, ...rows] = render(seedResult(), 'tsv')
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t'));
    const result = seedResult();
    expect(rows).toHaveLength(result.renderings.reduce((sum, { beads }) => sum + beads.length, 0));
    const number = rows.find((row) => row.at(-1) === 'number')!;
    const cell = (name: string): string => number[head!.indexOf(name)]!;
    expect(cell('rendering_id')).toBe('000.txt');
    expect(cell('state')).toBe('damaged');
    const [start, end] = [Number(cell('source_start')), Number(cell('source_end'))];
    expect(result.source.text.slice(start, end)).toBe('Пострадали тысячи человек, точное число погибших неизвестно.');
    expect(cell('source_text')).toBe('Пострадали тысячи человек, точное число погибших неизвестно.');
  });
});

describe('registry', () => {
  it('knows formats by extension', () => {
    expect(formatOfFile('a/REPORT.HTML')?.name).toBe('html');
    expect(formatOfFile('out.json')?.name).toBe('json');
    expect(formatOfFile('out.pdf')).toBeUndefined();
    expect(formats.flatMap(({ extensions }) => extensions).every((extension) => formatOfFile(`r${extension}`))).toBe(
      true,
    );
    const told = ['csv', 'jsonl', 'md', 'tmx', 'xlf', 'sarif', 'junit.xml'].map(
      (end) => formatOfFile(`r.${end}`)?.name,
    );
    expect(told).toEqual(['csv', 'jsonl', 'markdown', 'tmx', 'xliff', 'sarif', 'junit']);
  });

  it('takes the longer of two extensions', () => {
    expect(formatOfFile('out.sarif.json')?.name).toBe('sarif');
  });

  it('refuses a format that does not exist, and names the nearest', () => {
    expect(() => render(seedResult(), 'htm')).toThrow(AlignError);
    expect(() => render(seedResult(), 'htm')).toThrow(
      expect.objectContaining({ code: 'unknown-option', hint: 'Did you mean "html"?' }),
    );
  });
});

it('withLeastSeverity leaves milder findings out and counts the rest', () => {
  const errors = withLeastSeverity(seedResult(), 'error');
  expect(errors.summary).toEqual({ errors: seedResult().summary.errors, warnings: 0, infos: 0 });
  expect(errors.renderings.flatMap(({ findings }) => findings).every(({ severity }) => severity === 'error')).toBe(
    true,
  );
  expect(withLeastSeverity(seedResult(), 'info')).toEqual(seedResult());
  const [unrelated, date] = seedResult().findings.map((one) => ({ ...one, by: 'ignore' as const, rendering: null }));
  const aside = { ...seedResult(), suppressed: [unrelated!, date!] };
  expect(withLeastSeverity(aside, 'error').suppressed).toEqual([date]);
  expect(withLeastSeverity({ ...aside, suppressed: [unrelated!] }, 'error')).not.toHaveProperty('suppressed');
});

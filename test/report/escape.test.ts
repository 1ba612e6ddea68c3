import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  escapeJson,
  escapeJsonInHtml,
  escapeTerminal,
  escapeTsv,
  showControls,
} from '../../src/report/escape.ts';

const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');

describe('showControls', () => {
  it('leaves no control, direction override or lone surrogate, and everything else as it is', () => {
    const shown = showControls(everyUnit);
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(shown).not.toMatch(/\p{Cs}/u);
    expect(showControls('a\u001b[31mb\u202ec')).toBe('a⟨U+001B⟩[31mb⟨U+202E⟩c');
    expect(showControls('\ud83d\ude00 \ud83d!')).toBe('\ud83d\ude00 \ufffd!');
    expect(showControls('Ёлка\tи\r\n«дом»')).toBe('Ёлка\tи\r\n«дом»');
  });
});

describe('escapeTerminal', () => {
  it('gives one line without anything a terminal acts on', () => {
    expect(escapeTerminal('a\r\nb\tc\u2028d\u0085e\u009b2J\u0007')).toBe('a b c d e⟨U+009B⟩2J⟨U+0007⟩');
    expect(escapeTerminal(everyUnit)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('escapeHtml', () => {
  it('is safe in content and in attributes of either quotes', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
    expect(escapeHtml('\u0000\u001b')).toBe('⟨U+0000⟩⟨U+001B⟩');
  });
});

describe('JSON', () => {
  const data = { [everyUnit]: `</script><!--]]>&\u2028\u2029\u202e\u009b${everyUnit}` };

  it('parses to the same data', () => {
    expect(JSON.parse(escapeJson(JSON.stringify(data)))).toEqual(data);
    expect(JSON.parse(escapeJsonInHtml(JSON.stringify(data)))).toEqual(data);
  });

  it('holds no raw controls, separators or overrides', () => {
    expect(escapeJson(JSON.stringify(data))).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
  });

  it('cannot end a script element', () => {
    expect(escapeJsonInHtml(JSON.stringify(data))).not.toMatch(/[<>&\u2028\u2029]/);
  });
});

describe('escapeTsv', () => {
  it('keeps cells apart', () => {
    expect(escapeTsv('a\tb\r\nc\nd')).toBe('a b c d');
    expect(escapeTsv(everyUnit)).not.toMatch(/[\t\r\n\u2028\u2029]/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '- Росатом'])('guards %j', (text) => {
    expect(escapeTsv(text)).toMatch(/^'/);
  });

  it('leaves other text alone', () => {
    expect(escapeTsv('a = b')).toBe('a = b');
    expect(escapeTsv('')).toBe('');
  });
});

it('is linear: megabytes of one line take no time', () => {
  const text = '<\u202e =\t'.repeat(400_000);
  const start = performance.now();
  for (const escape of [escapeTerminal, escapeHtml, escapeTsv, escapeJson]) escape(text);
  expect(performance.now() - start).toBeLessThan(4000);
});

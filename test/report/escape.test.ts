import { describe, expect, it } from 'vitest';
import {
  escapeCsv,
  escapeGithubMessage,
  escapeGithubProperty,
  escapeHtml,
  escapeJson,
  escapeJsonInHtml,
  escapeMarkdown,
  escapeSarifMessage,
  escapeTerminal,
  escapeTsv,
  escapeUriPath,
  escapeXliff,
  escapeXml,
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

describe('escapeCsv', () => {
  it('is one cell in quotes, guarded as in TSV', () => {
    expect(escapeCsv('a "b", c\nd')).toBe('"a ""b"", c d"');
    expect(escapeCsv('=1+1')).toBe(`"'=1+1"`);
    expect(escapeCsv(everyUnit).slice(1, -1).replaceAll('""', '')).not.toMatch(/["\r\n\t\u2028]/);
  });
});

describe('escapeXml', () => {
  it('is safe in content and in attributes, and keeps what readers would normalize', () => {
    expect(escapeXml(`<b a="1" c='2'>&]]>`)).toBe('&lt;b a=&quot;1&quot; c=&apos;2&apos;&gt;&amp;]]&gt;');
    expect(escapeXml('a\r\n\tb\u0085\u2028\u202e')).toBe('a&#xD;&#xA;&#x9;b&#x85;&#x2028;&#x202E;');
    expect(escapeXml('\u0000\u001b\ufffe\ud800')).toBe('⟨U+0000⟩⟨U+001B⟩⟨U+FFFE⟩\ufffd');
    expect(escapeXml('Ёлка «дом» \ud83d\ude00')).toBe('Ёлка «дом» \ud83d\ude00');
  });

  it('lets nothing through that no XML may hold, nor directions raw', () => {
    for (const escape of [escapeXml, escapeXliff])
      expect(escape(everyUnit)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u,
      );
  });
});

describe('escapeXliff', () => {
  it('has an element for what no XML may hold', () => {
    expect(escapeXliff('a\u0000<\uffff>')).toBe('a<cp hex="0000"/>&lt;<cp hex="FFFF"/>&gt;');
  });
});

describe('escapeMarkdown', () => {
  it('takes their meaning from marks, addresses, names and numbers', () => {
    expect(escapeMarkdown('*a* [b](c) `d` <e> f|g & h')).toBe('\\*a\\* \\[b\\](c) \\`d\\` \\<e\\> f\\|g \\& h');
    expect(escapeMarkdown('http://a WWW.b c@d #1')).toBe('http\\://a WWW\\.b c@\u2060d \\#\u20601');
    expect(escapeMarkdown('a\n\n# b')).toBe('a \\# b');
  });
});

describe('GitHub', () => {
  it('has messages and properties of one line that end nowhere else', () => {
    expect(escapeGithubMessage('a\r\n::error::50%0A')).toBe('a ::error::50%250A');
    expect(escapeGithubProperty('a:b,c=d%\n')).toBe('a%3Ab%2Cc=d%25 ');
  });
});

describe('escapeSarifMessage', () => {
  it('keeps links and placeholders text', () => {
    expect(escapeSarifMessage('[a](b) {0} \\')).toBe('\\[a\\](b) {{0}} \\\\');
    expect(escapeSarifMessage('[a] {b} c')).toBe('[a] {b} c');
  });
});

describe('escapeUriPath', () => {
  it('is a relative reference', () => {
    expect(escapeUriPath('a b/ё:[1]%.txt')).toBe('a%20b/%D1%91%3A%5B1%5D%25.txt');
    expect(escapeUriPath('\ud800')).toBe('%EF%BF%BD');
    expect(new URL(escapeUriPath('../a#?b'), 'file:///x/y/').pathname).toBe('/x/a%23%3Fb');
  });
});

it('is linear: a line of a million characters takes no time', () => {
  const text = '<\u202e =\t'.repeat(200_000);
  const start = performance.now();
  for (const escape of [escapeTerminal, escapeHtml, escapeTsv, escapeJson, escapeXml, escapeXliff, escapeMarkdown])
    escape(text);
  expect(performance.now() - start).toBeLessThan(4000);
});

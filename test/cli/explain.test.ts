import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/index.ts';
import { terminalMarkdown } from '../../src/cli/terminal-markdown.ts';
import { cellWidth } from '../../src/report/cells.ts';
import { cli } from './harness.ts';

describe('--explain', () => {
  it.each(ruleIds)('%s tells the page of the rule', async (rule) => {
    const { code, stdout, stderr } = await cli(['--explain', rule]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^${rule}\n\n\\S`));
    expect(stdout).toMatch(/^MQM category +\S/m);
    expect(stdout).not.toMatch(/\]\(|`|^#|^\||\n\n\n/m);
    for (const line of stdout.split('\n')) expect(cellWidth(line), line).toBeLessThanOrEqual(88);
  });

  it('has bold words on a terminal', async () => {
    const { stdout } = await cli(['--explain', 'number'], { tty: true });
    expect(stdout).toContain('\u001b[1mnumber\u001b[22m');
    expect(stdout).toContain('\u001b[1m835\u001b[22m');
    expect(stdout).not.toContain('**');
  });

  it('suggests the rule that was meant', async () => {
    const { code, stderr } = await cli(['--explain', 'omision']);
    expect([code, stderr]).toEqual([2, 'align-translations: There is no rule "omision".\nDid you mean "omission"?\n']);
  });
});

describe('Markdown for a terminal', () => {
  const markdown = `# A rule

Words of *one
sentence* with \`code\`, **bold** and [a link](x.md), that go on and on.

> Quoted.
> More.
>
> Second.

| | |
|---|---|
| name | text that is long enough to need another line here |

- item
  that goes on
- next \\- one
`;

  it('is plain text of the width', () => {
    expect(terminalMarkdown(markdown, { width: 60, color: false })).toBe(`A rule

Words of one sentence with code, **bold** and a link, that
go on and on.

  │ Quoted. More.
  │
  │ Second.

name                      text that is long enough to need
                          another line here

- item that goes on
- next - one
`);
  });

  it('has names of a table above their texts where it is narrow', () => {
    const text = terminalMarkdown(markdown, { width: 40, color: false });
    expect(text).toContain('\nname\n  text that is long enough to need\n  another line here\n');
  });
});

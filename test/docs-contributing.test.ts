import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Rule } from '../src/detect/rule.ts';
import { detect } from '../src/detect/detect.ts';
import type { Format } from '../src/report/format.ts';
import { madeContext, madeDocument } from './detect/made-context.ts';
import { codeBlocks } from './docs/code-blocks.ts';
import { withAbsoluteImports } from './docs/repository-code.ts';
import { seedResult } from './report/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'docs-contributing-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of CONTRIBUTING.md, loaded as if it stood at its place. */
async function load(file: string): Promise<Record<string, unknown>> {
  const block = codeBlocks('CONTRIBUTING.md').find(({ marks }) => marks.file === file)!;
  const path = join(folder, basename(file));
  writeFileSync(path, withAbsoluteImports(file, block.text));
  return (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
}

it('the rule of CONTRIBUTING.md finds what it is about, and tells it as others do', async () => {
  const { doubleSpaceRule: rule } = (await load('src/detect/double-space.ts')) as { doubleSpaceRule: Rule };
  const context = madeContext(
    madeDocument('source', 'ru', ['Да.', 'Нет.']),
    madeDocument('r', 'en', ['Yes, he  did.', 'No.']),
  );
  const findings = detect(context, { rules: [rule], profile: 'literal', severities: {} });
  expect(findings).toMatchObject([
    { rule: rule.id, severity: 'info', source: [], rendering: [{ start: 7, end: 9 }], beads: [0], confidence: 0.9 },
  ]);
});

it('the format of CONTRIBUTING.md writes the result down', async () => {
  const { counts } = (await load('src/report/counts.ts')) as { counts: Format };
  const result = seedResult();
  expect(JSON.parse(counts.render(result, {}))).toEqual(result.summary);
});

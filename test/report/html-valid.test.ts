import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from './fixture.ts';
import { longResult } from './long-result.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] }),
);

async function complaints(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`),
  );
}

it.each([
  ['the seeds', seedResult()],
  ['a long text', longResult(400)],
  ['hostile text', hostileResult(`</td></table><img src=x onerror=alert(1)>"'&nbsp;]]>`)],
  ['no rendering', { ...seedResult(), renderings: [], findings: [], summary: { errors: 0, warnings: 0, infos: 0 } }],
])('is valid HTML: %s', async (_, result) => {
  expect(await complaints(render(result, 'html'))).toEqual([]);
});

it('would hear of a page that is not', async () => {
  const page = render(seedResult(), 'html');
  expect(await complaints(page.replace('</caption>', ''))).not.toEqual([]);
  expect(await complaints(page.replace('<tbody>', '<tbody><p>text</p>'))).not.toEqual([]);
});

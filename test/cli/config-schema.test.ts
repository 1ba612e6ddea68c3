import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkConfiguration } from '../../src/cli/configuration.ts';
import { configSchema } from './config-schema.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const guide = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8');

describe('schema/config.schema.json', () => {
  it('is what the table of options makes of it', async () => {
    expect(schema).toEqual(await configSchema());
  });

  it.each([
    {},
    { $schema: './x.json', profile: 'wire', rules: { omission: 'warning', number: 'off' }, quiet: true },
    { files: 'articles', renderings: '{name}.en*.txt', output: ['a.json', '-'], format: ['json', 'stylish'] },
    { files: ['a/*.txt'], maxWarnings: 0, concurrency: 1, failOn: 'never', color: false, language: 'en' },
  ])('takes what the command takes: %j', async (configuration) => {
    expect(validate(configuration), JSON.stringify(validate.errors)).toBe(true);
    await checkConfiguration('c.json', configuration);
  });

  it.each([
    [],
    null,
    { profil: 'wire' },
    { profile: 'wired' },
    { profile: ['wire'] },
    { rules: { omision: 'error' } },
    { rules: { omission: 'fatal' } },
    { rules: ['omission=error'] },
    { maxWarnings: -1 },
    { maxWarnings: '1' },
    { maxWarnings: 1_000_000_000 },
    { concurrency: 0 },
    { concurrency: 1.5 },
    { output: ['a.json', 3] },
    { output: '' },
    { format: 'htlm' },
    { quiet: 'yes' },
    { files: {} },
    { watch: true },
    { 'fail-on': 'error' },
  ])('refuses what the command refuses: %j', async (configuration) => {
    expect(validate(configuration)).toBe(false);
    await expect(checkConfiguration('c.json', configuration)).rejects.toThrow(/^c\.json/);
  });

  it('takes the examples of the guide', async () => {
    const examples = [...guide.matchAll(/```json\n(\{[^`]*)```/g)].map(([, json]) => JSON.parse(json!));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
      await checkConfiguration('c.json', example);
    }
  });
});

import { choicesOf, type OptionSpec } from '../../src/cli/command.ts';
import { optionKeys, optionOf } from '../../src/cli/configuration.ts';

const text = { type: 'string', minLength: 1 };

/** The JSON Schema that the table of options makes of a configuration file: schema/config.schema.json has to be this. */
export async function configSchema(): Promise<object> {
  const properties: Record<string, object> = {
    $schema: { description: 'Where this schema is, for editors.', type: 'string' },
    files: oneOrMore(text, 'What check reports on where the command line names nothing: sources, globs, folders.'),
  };
  for (const key of optionKeys) properties[key] = await propertyOf(optionOf(key)!.spec);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:align-translations:config:1',
    title: 'align-translations.config.json',
    description: 'Options of align-translations and align-translations check. Paths are relative to the file.',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

async function propertyOf(spec: OptionSpec): Promise<object> {
  const description = spec.help;
  const choices = await choicesOf(spec);
  if (spec.assigned !== undefined)
    return {
      description,
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries((choices ?? []).map((choice) => [choice, { enum: spec.assigned }])),
    };
  if (spec.type === 'flag') return { description, type: 'boolean' };
  if (spec.kind === 'count') return { description, type: 'integer', minimum: spec.least ?? 0, maximum: 999_999_999 };
  const value = choices === undefined ? text : { enum: choices };
  return spec.multiple ? oneOrMore(value, description) : { description, ...value };
}

function oneOrMore(value: object, description: string): object {
  return { description, anyOf: [value, { type: 'array', items: value }] };
}

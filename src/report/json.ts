import { escapeJson } from './escape.ts';
import type { Format } from './format.ts';

/** The result itself, indented, for programs; schema/result.schema.json describes it. */
export const json: Format = {
  name: 'json',
  extensions: ['.json'],
  render: (result) => `${escapeJson(JSON.stringify(result, null, 2))}\n`,
};

// Writes schema/config.schema.json from the table of options: `npm run schema`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { configSchema } from '../test/cli/config-schema.ts';

const path = fileURLToPath(new URL('../schema/config.schema.json', import.meta.url));
const text = await format(JSON.stringify(await configSchema(), null, 2), {
  ...(await resolveConfig(path)),
  parser: 'json',
});
writeFileSync(path, text);

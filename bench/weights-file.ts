import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** Which half of the development cases the weights that are written come from: `a`, `b`, or both (the default, shipped). */
export const fittedHalf = (process.env['HALF'] ?? 'ab') as 'a' | 'b' | 'ab';

/** Puts fitted weights in the place of those of a constant in a file under src/. */
export async function writeWeights(
  file: string,
  constant: string,
  value: readonly number[] | Readonly<Record<string, number | readonly number[]>>,
): Promise<void> {
  const path = new URL(`../src/${file}`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf(' = ', text.indexOf(`export const ${constant}`)) + 3;
  const end = text.indexOf(';', start);
  const entries = Object.entries(value).map(
    ([name, weight]) =>
      `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${typeof weight === 'number' ? weight : `[${weight.join(', ')}]`},\n`,
  );
  const body = Array.isArray(value) ? `[${value.join(', ')}]` : `{\n${entries.join('')}}`;
  const options = { ...(await resolveConfig(fileURLToPath(path))), parser: 'typescript' };
  writeFileSync(path, await format(text.slice(0, start) + body + text.slice(end), options));
  console.log(`wrote ${constant} in src/${file}`);
}

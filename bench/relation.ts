/**
 * Where the bounds between the kinds of relation lie (src/options.ts): coverage and resemblance of every planted case
 * beside its own rendering and beside another document's. Writes bench/relation.md: `npm run bench:relation`.
 */
import { writeFileSync } from 'node:fs';
import { alignTranslations } from '../src/align-translations.ts';
import { plantedCases } from './planted-cases.ts';

const cases = [...plantedCases('a'), ...plantedCases('b')];
/** Far enough that no case meets the other planting of its own document. */
const STEP = 101;

const kinds = ['translation', 'partial-translation', 'comparable', 'unrelated'] as const;
const rows: string[] = [];
for (const [name, step] of [
  ['its own rendering, with planted damage', 0],
  ["another document's rendering", STEP],
] as const) {
  const shares: number[][] = [[], []];
  const counts = new Map<string, number>();
  for (const [index, item] of cases.entries()) {
    const other = cases[(index + step) % cases.length]!.renderings[0].text;
    const { renderings } = await alignTranslations(item.source, other);
    const { relation, coverage } = renderings[0]!;
    counts.set(relation.kind, (counts.get(relation.kind) ?? 0) + 1);
    shares[0]!.push(coverage.source);
    shares[1]!.push(coverage.rendering);
  }
  const quantile = (values: number[], q: number) =>
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))]!.toFixed(2);
  const spread = shares.map((values) => [0.01, 0.05, 0.5, 0.95, 0.99].map((q) => quantile(values, q)).join(' '));
  rows.push(`| ${name} | ${kinds.map((kind) => counts.get(kind) ?? 0).join(' | ')} | ${spread.join(' | ')} |`);
}
const table = `# Kinds of relation

\`npm run bench:relation\`: the ${cases.length} planted development cases; coverages at the quantiles .01 .05 .5 .95 .99.

| beside | ${kinds.join(' | ')} | coverage of the source | coverage of the rendering |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
console.log(table);
writeFileSync(new URL('relation.md', import.meta.url), table);

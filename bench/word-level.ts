/**
 * How often a whole translation ranks above the same translation with one piece of damage, by kind of damage:
 * `npm run bench:word-level`. Prints a table and writes it to bench/word-level.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alignTranslations } from '../src/align-translations.ts';
import type { Severity } from '../src/core/result.ts';

interface Damage {
  id: number;
  src_sent: string;
  mt_sent: string;
  pert_sent: string;
  pert_name: string;
}

/** What is asked of a kind, in a hundred pairs. */
const targets: Readonly<Record<string, number>> = {
  critical_id21_adj_adv_removed: 90,
  critical_id22_verb_removed: 90,
  critical_id23_noun_removed: 90,
  critical_id24_subj_removed: 90,
  critical_id25_ne_removed: 90,
  major_id5_pp_removed: 90,
  critical_id8_negation: 90,
  critical_id6_addition: 95,
  critical_id10_numbers_replaced: 95,
  critical_id9_ne_replaced: 95,
};
/** A finding lowers the figure of its text by so much for each step of severity, times its confidence. */
const STEP = 0.02;
const steps: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

const file = new URL('../../shared/corpora/dev/word-level/demetr-dev.jsonl', import.meta.url);
if (!existsSync(file)) {
  console.error(`There is no ${fileURLToPath(file)}: put the corpora beside the repository.`);
  process.exit(2);
}
const damages = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Damage);

/** Coverage of both sides less the findings; a text without words, which is refused, ranks below every other. */
async function figure(source: string, rendering: string): Promise<{ value: number; rules: string[] }> {
  if (!/[\p{L}\p{N}]/u.test(rendering)) return { value: -Infinity, rules: [] };
  const { renderings, findings } = await alignTranslations(source, rendering, { profile: 'literal' });
  const { coverage, findings: own } = renderings[0]!;
  const all = [...own, ...findings];
  const cost = all.reduce((sum, { severity, confidence }) => sum + STEP * steps[severity] * confidence, 0);
  return { value: coverage.source + coverage.rendering - cost, rules: all.map(({ rule }) => rule) };
}

/** What a pair counts: 1 where the whole translation ranks above, a half where both rank alike. */
interface Pair {
  half: 0 | 1;
  win: number;
  rules: string[];
}

const sentences = [...new Set(damages.map(({ id }) => id))].sort((a, b) => a - b);
const wholes = new Map<number, { value: number; rules: string[] }>();
const kinds = new Map<string, { pairs: Pair[]; alike: number }>();
for (const { id, src_sent, mt_sent, pert_sent, pert_name } of damages) {
  const kind = kinds.get(pert_name) ?? { pairs: [], alike: 0 };
  kinds.set(pert_name, kind);
  if (pert_sent.trim() === mt_sent.trim()) {
    kind.alike++;
    continue;
  }
  const whole = wholes.get(id) ?? (await figure(src_sent, mt_sent));
  wholes.set(id, whole);
  const damaged = await figure(src_sent, pert_sent);
  const win = whole.value > damaged.value ? 1 : whole.value === damaged.value ? 0.5 : 0;
  kind.pairs.push({ half: (sentences.indexOf(id) % 2) as 0 | 1, win, rules: damaged.rules });
  if (process.argv.includes('--losses') && win < 1)
    console.log(
      [pert_name, win, whole.value.toFixed(4), damaged.value.toFixed(4), damaged.rules.join(','), `id ${id}`].join(
        '\t',
      ),
    );
}

const share = (pairs: readonly Pair[]) =>
  pairs.length === 0 ? '-' : ((100 * pairs.reduce((sum, { win }) => sum + win, 0)) / pairs.length).toFixed(0);
const rows = [...kinds]
  .sort(([a], [b]) => (targets[b] ?? 0) - (targets[a] ?? 0) || (a < b ? -1 : 1))
  .map(([name, { pairs, alike }]) => {
    const half = (n: 0 | 1) => share(pairs.filter((pair) => pair.half === n));
    const told = pairs.filter(({ rules }) => rules.length > 0).length;
    const cells = [name, pairs.length, alike, half(0), half(1), share(pairs), targets[name] ?? '', told];
    return `| ${cells.join(' | ')} |`;
  });
const found = [...wholes.values()].filter(({ rules }) => rules.length > 0);
const table = [
  '| damage | pairs | undamaged | even half | odd half | both | target | pairs with a finding |',
  '|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
console.log(table);
writeFileSync(
  new URL('word-level.md', import.meta.url),
  `# Damage within a sentence

\`npm run bench:word-level\`: ${sentences.length} Russian sentences, each with an English translation and ${kinds.size} damaged copies of it
(the development part of DEMETR). The figure is in how many of 100 pairs the whole translation ranks above the damaged one
by \`coverage.source + coverage.rendering\` less ${STEP} x (3, 2, 1 for error, warning, info) x confidence for each finding,
profile \`literal\`; a tie counts half. *Undamaged* are copies in which nothing was changed, because the sentence has no
number, say: they are no pairs. The halves are every other sentence. The whole translations have findings in
${found.length} of ${sentences.length} sentences (${[...new Set(found.flatMap(({ rules }) => rules))].sort().join(', ') || 'none'}).

${table}
`,
);

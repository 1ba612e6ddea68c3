import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../src/index.ts';
import { rules } from '../src/detect/rules.ts';

/** ITS 2.0 names by rule, as the exchange formats give them. */
const issueTypes: Readonly<Record<string, string>> = {
  omission: 'omission',
  'partial-omission': 'omission',
  addition: 'addition',
  'partial-addition': 'addition',
  'unrelated-trailing': 'addition',
  untranslated: 'untranslated',
  glossary: 'terminology',
  number: 'numbers',
  'garbled-quote': 'mistranslation',
  negation: 'mistranslation',
  date: 'mistranslation',
  name: 'mistranslation',
  duplication: 'duplication',
  'unpaired-marks': 'typographical',
  'broken-word': 'typographical',
  encoding: 'characters',
};

const pageOf = (id: string): string => readFileSync(new URL(`../docs/rules/${id}.md`, import.meta.url), 'utf8');

function rowOf(page: string, name: string): string {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
  return row?.split('|')[2]?.trim() ?? '';
}

/** The worked examples: what is quoted before the first table, a paragraph each. */
function examplesOf(page: string): string[] {
  const quoted = page
    .slice(0, page.indexOf('\n| '))
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.slice(1).trim());
  return quoted
    .join('\n')
    .split('\n\n')
    .map((example) => example.replaceAll('\\-', '-'));
}

/** Text without the asterisks of bold words, and those words. */
function read(marked: string): { text: string; bold: string[] } {
  if (marked === '(nothing)') return { text: '', bold: [] };
  return {
    text: marked.replaceAll('**', ''),
    bold: [...marked.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!),
  };
}

const before = [
  'Музей напечатал каталог на двух языках.\n\nСиноптики обещают тёплую осень и мало дождей.\n\n',
  'The museum has printed a catalogue in two languages.\n\nForecasters promise a warm autumn and little rain.\n\n',
];
const after = [
  '\n\nЗавод купил новые станки у японской компании.\n\nШкольники посадили сто деревьев у реки.\n',
  '\n\nThe factory bought new machines from a Japanese company.\n\nPupils planted a hundred trees by the river.\n',
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', (id, { category, severity }) => {
  const page = pageOf(id);

  test('names the rule as the code and the formats do', () => {
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    expect(rowOf(page, 'MQM category')).toContain(category);
    expect(rowOf(page, 'ITS 2.0 type').replaceAll('`', '')).toBe(issueTypes[id]);
  });

  test('says how severe it is', () => {
    for (const profile of ['literal', 'wire'] as const)
      expect(rowOf(page, `severity, profile \`${profile}\``).split(/[;: ]/)[0]).toBe(severity[profile]);
  });

  // The caller's glossary has a test of its own.
  test.runIf(id !== 'glossary').each(examplesOf(page))('finds %s', async (example) => {
    // What is no part of the article stands behind it, on one side.
    const [source, rendering] = example.includes(' / ') ? example.replaceAll('\n', ' ').split(' / ') : [example, ''];
    const sides = [read(source!), read(rendering!)];
    const texts = sides.map(({ text }, side) =>
      id === 'unrelated-trailing'
        ? before[side]! + after[side]!.trim() + '\n\n' + text
        : before[side]! + text + after[side]!,
    );
    for (const profile of ['literal', 'wire'] as const) {
      const result = await alignTranslations(texts[0]!, texts[1]!, { profile });
      const found = [...result.findings, ...result.renderings[0]!.findings].filter((finding) => finding.rule === id);
      expect(
        found,
        JSON.stringify(result.renderings[0]!.findings.map(({ rule, message }) => [rule, message])),
      ).not.toEqual([]);
      expect(rowOf(page, `severity, profile \`${profile}\``)).toContain(found[0]!.severity);
      const told = found.flatMap((finding) => [
        ...finding.source.map(({ start, end }) => texts[0]!.slice(start, end)),
        ...('rendering' in finding ? finding.rendering : finding.places).map(({ start, end }) =>
          texts[1]!.slice(start, end),
        ),
      ]);
      for (const words of sides.flatMap(({ bold }) => bold))
        expect(
          told.some((piece) => piece.includes(words) || words.includes(piece)),
          `${words} in ${JSON.stringify(told)}`,
        ).toBe(true);
    }
  });
});

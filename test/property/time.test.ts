import { beforeAll, describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { render } from '../../src/report/registry.ts';
import { readBlocks } from '../../src/text/blocks.ts';
import { readBracketFaults } from '../../src/text/brackets.ts';
import { readDocument } from '../../src/text/document.ts';

/*
 * Time by the length of the text, for the same number of sentences: eight times the length may take no more than
 * `MOST_TIMES` as long, and quadratic work takes 64 times. Processor time, the least of three runs.
 */
const MOST_TIMES = 24;
const FLOOR_MS = 30;

const EN = 'The court put off its decision. The bridge across the river was opened on Wednesday.';

async function least(work: () => Promise<unknown>): Promise<number> {
  let most = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    most = Math.min(most, (user + system) / 1000);
  }
  return most;
}

async function ratio(text: (length: number) => string, work: (text: string) => Promise<unknown>, length: number) {
  const [short, long] = [text(length), text(8 * length)];
  return (await least(() => work(long))) / Math.max(FLOOR_MS, await least(() => work(short)));
}

const asSource = (text: string) => alignTranslations({ text, language: 'ru' }, EN);
const asRendering = (text: string) =>
  alignTranslations('Суд отложил решение по делу. Мост через реку открыли в среду.', { text, language: 'en' });
const rendered = async (text: string) => {
  const result = await asRendering(text);
  for (const format of ['json', 'html', 'tsv', 'xliff', 'sarif', 'github', 'jsonl']) render(result, format);
};

/** Each is two sentences, whatever its length. */
const shapes: [what: string, text: (length: number) => string][] = [
  ['one word', (length) => `Мост. ${'a'.repeat(length)}`],
  ['words', (length) => `Мост. ${'да нет '.repeat(length / 7)}`],
  ['words that differ', (length) => `Мост. ${Array.from({ length: length / 6 }, (_, i) => `а${i.toString(36)}`).join(' ')}`],
  ['numbers', (length) => `Мост. ${'12 345 '.repeat(length / 7)}`],
  ['hyphens', (length) => `Мост. ${'а-'.repeat(length / 2)}`],
  ['quotation marks', (length) => `Мост. ${'«а» '.repeat(length / 4)}`],
  ['opening marks', (length) => `Мост. ${'«'.repeat(length)}`],
  ['brackets', (length) => `Мост. ${'(a '.repeat(length / 3)}`],
  ['blank lines', (length) => `Мост.${'\n'.repeat(length)}Да.`],
  ['combining marks', (length) => `Мост. е${'\u0301'.repeat(length)}`],
  ['lone surrogates', (length) => `Мост. а${'\ud83d'.repeat(length)}`],
  ['controls', (length) => `Мост. а${'\u0000\u001b'.repeat(length / 2)}b`],
  ['names', (length) => `Мост. ${'Иван Петров, '.repeat(length / 13)}`],
  ['not', (length) => `Мост. ${'не был, '.repeat(length / 8)}`],
]; // prettier-ignore

beforeAll(async () => {
  // The model is read, and the code compiled, before anything is timed.
  for (const [, text] of shapes) await asSource(text(2_000));
});

describe('eight times as long a text takes no more than linearly longer', () => {
  it.each(shapes)('as the source: %s', async (_, text) => {
    expect(await ratio(text, asSource, 10_000)).toBeLessThan(MOST_TIMES);
  });

  it.each(shapes)('as the rendering, with its reports: %s', async (_, text) => {
    expect(await ratio(text, rendered, 4_000)).toBeLessThan(MOST_TIMES);
  });

  it('in paragraphs without a mark of quotation or a bracket: none is looked for beyond its paragraph', async () => {
    const paragraphs = (length: number) => 'Мост через реку открыли в среду.\n\n'.repeat(length / 34);
    const read = async (text: string) => {
      readDocument({ id: 'a', text, language: 'ru' });
      for (const block of readBlocks(text)) readBracketFaults(text, block);
    };
    expect(await ratio(paragraphs, read, 100_000)).toBeLessThan(MOST_TIMES);
  });
});

it('would tell quadratic work', async () => {
  const quadratic = async (text: string) => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) for (let j = 0; j < text.length; j++) sum ^= i * j;
    return sum;
  };
  expect(await ratio((length) => 'a'.repeat(length), quadratic, 8_000)).toBeGreaterThan(MOST_TIMES);
});

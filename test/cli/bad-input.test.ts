import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, folder } from './harness.ts';

const RU = 'Министр иностранных дел заявил журналистам, что страна готова к переговорам. Суд отложил решение по делу.';
const EN =
  'The foreign minister told journalists that the country was ready for talks. The court put off its decision in the case.';
const DE = 'Der Außenminister sagte den Journalisten, dass das Land bereit für die Verhandlungen ist.';

const at = folder({
  'ru.txt': RU,
  'ru2.txt': `${RU} Мост закрыт.`,
  'en.txt': EN,
  'de.txt': DE,
  'empty.txt': '',
  'blank.txt': '\ufeff \r\n\n',
  'marks.txt': '*** — ***\n',
  'figures.txt': '2022 10 01\n',
  'binary.bin': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]),
  'invalid.txt': Buffer.concat([Buffer.from('The minister said'), Buffer.from([0xc3, 0x28]), Buffer.from(' so.')]),
  'one.ru.txt': 'Суд отложил решение по делу о пожаре в школе.',
  'one.en.txt': 'The court put off its decision in the case of the school fire.',
});
mkdirSync(at('folder'));
const names = { ru: at('ru.txt'), en: at('en.txt') };
afterAll(() => rmSync(at('.'), { recursive: true }));

/** A message and a hint on standard error, a line each, nothing on standard output, and exit status 2. */
async function refused(argv: string[], message: RegExp, hint: RegExp): Promise<void> {
  const { code, stdout, stderr } = await cli(argv);
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^align-translations: /);
  expect(lines[0]).not.toMatch(/internal error/);
  expect(lines[0]).toMatch(message);
  expect(lines[1]).toMatch(hint);
  expect([code, stdout]).toEqual([2, '']);
}

describe('a file', () => {
  const cases: [what: string, file: string, message: RegExp, hint: RegExp][] = [
    ['that is missing', 'none.txt', /There is no file .*none\.txt\./, /path/],
    ['that is a directory', 'folder', /folder is a directory\./, /files in it/],
    ['that is below a file', 'ru.txt/none.txt', /There is no file/, /path/],
    ['that is binary', 'binary.bin', /binary\.bin is binary data: byte 0x00 at offset 8\./, /plain text/],
    ['that is invalid UTF-8', 'invalid.txt', /invalid\.txt is not valid UTF-8: byte 0xC3 at offset 17/, /UTF-8/],
    ['that is empty', 'empty.txt', /empty\.txt is empty\./, /text of an article/],
    ['that is white space', 'blank.txt', /blank\.txt is empty\./, /text of an article/],
  ];
  it.each(cases)('%s, as a rendering', (_, file, message, hint) => refused([names.ru, at(file)], message, hint));
  it.each(cases)('%s, as the source', (_, file, message, hint) => refused([at(file), names.en], message, hint));
  it.each(cases)('%s, as a later rendering', (_, file, message, hint) =>
    refused([names.ru, names.en, at(file)], message, hint),
  );
});

describe('a text', () => {
  it('of marks alone', () =>
    refused([names.ru, at('marks.txt')], /rendering is empty: it has no letter or digit/, /./));
  it('that tells no language', () =>
    refused([names.ru, at('figures.txt')], /language of the rendering cannot be told/, /language/));
  it('in Russian as the rendering of a Russian one', () =>
    refused([names.ru, at('ru2.txt')], /source and rendering "ru2\.txt" are both in Russian/, /swapped/));
  it('beside itself', () => refused([names.ru, names.ru], /are both in Russian/, /same text/));
  it('in English as the rendering of an English one', () =>
    refused([names.en, names.en], /are both in English/, /same text/));
  it('in German', () =>
    refused(
      [names.ru, at('de.txt')],
      /rendering seems to be in German, which the embedder .* does not know/,
      /Russian and English/,
    ));
  it('in German as the source', () => refused([at('de.txt'), names.en], /source seems to be in German/, /./));
  it('said to be in a language that the model does not know', () =>
    refused([names.ru, names.en, '--language', 'de'], /rendering is said to be in German/, /Russian and English/));
  it('said to be in no language', () =>
    refused([names.ru, names.en, '--language', 'English'], /has the language "English"/, /ISO 639-1/));
});

describe('what is good', () => {
  it('a Russian rendering of an English source', async () => {
    const { code, stdout, stderr } = await cli([names.en, names.ru, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ source: { language: 'en' }, renderings: [{ language: 'ru' }] });
  });

  it('one sentence beside one sentence', async () => {
    const { code, stdout } = await cli([at('one.ru.txt'), at('one.en.txt'), '--format', 'json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { renderings: { beads: unknown[] }[] }).renderings[0]!.beads).toHaveLength(1);
  });

  it('figures, where the language is given', async () => {
    const { code } = await cli([names.ru, at('figures.txt'), '--language', 'en', '--fail-on', 'never']);
    expect(code).toBe(0);
  });
});

describe('50 MB of one line', () => {
  const word = 'минский ';
  const long = (name: string, bytes: number): string => {
    writeFileSync(at(name), word.repeat(Math.floor(bytes / Buffer.byteLength(word))).padEnd(1));
    return at(name);
  };

  it.each([
    ['more than is read', 52_428_800, /long\.txt has \d+ bytes; the most that is read is 50000000/, /split/],
    ['more than is taken', 49_999_900, /source has \d+ characters, more than the bound of 20000000/, /Split/],
  ])('%s', async (_, bytes, message, hint) => {
    const path = long('long.txt', bytes);
    const started = performance.now();
    await refused([path, names.en], message, hint);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

it('a batch goes on after a case that is wrong', async () => {
  const lines = [
    { id: 'good', source: RU, renderings: [{ id: 'en', text: EN }] },
    { id: 'german', source: RU, renderings: [{ id: 'de', text: DE }] },
    { id: 'same', source: RU, renderings: [{ id: 'ru', text: RU }] },
    { id: 'empty', source: '', renderings: [{ id: 'en', text: EN }] },
    { id: 'none', source: RU, renderings: [] },
    { id: 'last', source: EN, renderings: [{ id: 'ru', text: RU }] },
  ];
  writeFileSync(at('cases.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const { code } = await cli(['batch', at('cases.jsonl'), '-o', at('results.jsonl')]);
  const results = readFileSync(at('results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; error?: { code: string } });
  expect(results.map(({ id, error }) => [id, error?.code])).toEqual([
    ['good', undefined],
    ['german', 'unsupported-language'],
    ['same', 'same-language'],
    ['empty', 'empty-text'],
    ['none', 'invalid-argument'],
    ['last', undefined],
  ]);
  expect(code).toBe(2);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { wordCoverage } from '../../src/align/coverage.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { finish, type Steps } from '../../src/core/steps.ts';
import { detecting, detectingDocument, type DetectOptions } from '../../src/detect/detect.ts';
import type { DocumentContext, RenderingContext } from '../../src/detect/rule.ts';
import { rules } from '../../src/detect/rules.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { embedWords } from '../../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { readDocument } from '../../src/text/document.ts';
import { beadOf } from '../align/made.ts';

const SENTENCES = 1600;

const BEGINNINGS = ['Бар Bar', 'Тар Tar', 'Кор Kor', 'Мел Mel', 'Сид Sid', 'Вол Vol', 'Гон Gon', 'Лап Lap'];
const MIDDLES = ['ам am', 'ут ut', 'ин in', 'од od', 'ер er', 'ав av', 'ул ul', 'ис is'];
const ENDS = ['анов anov', 'енко enko', 'ухин ukhin', 'ович ovich', 'ейкин eikin'];

/** A name in Russian and in English; few are alike. */
function name(k: number, side: 0 | 1): string {
  const mixed = Math.imul(k + 1, 0x9e3779b1) >>> 16;
  return [BEGINNINGS[mixed % 8]!, MIDDLES[(mixed >> 3) % 8]!, ENDS[(mixed >> 6) % 5]!]
    .map((part) => part.split(' ')[side])
    .join('');
}

/** Defects of every kind, in turn; n: a number, d: a day, a: a name, b: another one. */
const PAIRS = [
  [
    'Министр {a} открыл {d} марта новый мост через реку, а потом долго ругал рабочих за опоздание поезда.',
    'Minister {a} opened a new bridge across the river on May {d}.',
  ],
  ['На заводе работали {n} человек и ещё 40 врачей.', 'The factory employed {n} people and another 46 doctors.'],
  [
    '«Мы не будем ждать {n} лет суда, потому что таможня закрыла границу и хлеба нет», — сказал учитель {a}.',
    'We shall wait {n} years,” said teacher {a}.',
  ],
  ['Правительство заплатило {n} рублей за старый театр.', 'The govern-ment paid {n} roubles for the old theatre.'],
  ['Солдаты {a} ждали снега и дождя {n} дней подряд.', 'Солдаты {a} ждали снега и дождя {n} дней подряд.'],
  [
    'Школа не купила {n} книг.',
    'The school bought {n} books, although the museum had burned down in a terrible fire (Â£9).',
  ],
  ['В понедельник депутат {b} не приехал в Казань.', 'On Monday deputy {b} came to Kazan.'],
  ['Рабочие нашли корабль номер {n}.', 'Officials from the city heard doctors complain about bread, milk and snow.'],
] as const;

/** A text and its rendering, a sentence for each sentence, five a paragraph. */
function made(): [source: string, rendering: string] {
  const sides = [[], []] as [string[], string[]];
  for (let k = 0; k < SENTENCES; k++) {
    for (const side of [0, 1] as const) {
      const text = PAIRS[k % PAIRS.length]![side].replace('{a}', name(k, side))
        .replace('{b}', name(k + 110 * side, side))
        .replace('{d}', String(1 + (k % 28)))
        .replace('{n}', String(50 + k));
      if (k % 5 === 0) sides[side].push(text);
      else sides[side][sides[side].length - 1] += ` ${text}`;
    }
  }
  return [sides[0].join('\n\n'), sides[1].join('\n\n')];
}

let context: RenderingContext;
let whole: DocumentContext;
/** Milliseconds of all rules together. */
let total = 0;
const options: DetectOptions = { rules, profile: 'literal', severities: {} };

async function read(language: 'ru' | 'en', embedder: Embedder, text: string) {
  const document = readDocument({ id: language, text, language });
  expect(document.sentences).toHaveLength(SENTENCES);
  const { data, rows, columns } = await embedder.sums!(
    document.sentences.map(({ start, end }) => text.slice(start, end)),
  );
  return { document, sums: { data, rows, columns }, words: await embedWords(embedder, document) };
}

beforeAll(async () => {
  const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
  const [source, rendering] = made();
  const [a, b] = [await read('ru', embedder, source), await read('en', embedder, rendering)];
  const beads = Array.from({ length: SENTENCES }, (_, k) =>
    k % PAIRS.length === PAIRS.length - 1 ? [beadOf([k], []), beadOf([], [k])] : [beadOf([k], [k])],
  ).flat();
  context = {
    source: a.document,
    rendering: b.document,
    beads,
    similarity: additiveSimilarity(a.sums, b.sums),
    relation: { kind: 'translation', confidence: 1, reason: '' },
    share: { source: 1, rendering: 1 },
    coverage: wordCoverage(a.words, b.words, beads),
    glossary: ['министр', 'мост', 'театр'].map((term) => ({ source: term, rendering: ['premier', 'viaduct'] })),
  };
  whole = { source: a.document, renderings: [context, { ...context, rendering: { ...b.document, id: 'other' } }] };
  total = quickest(() => detecting(fresh(context), options)).reduce((sum, ms) => sum + ms, 0);
}, 60_000);

/** A copy of a context, of whose documents nothing was read before. */
function fresh({ source, rendering, ...rest }: RenderingContext): RenderingContext {
  return { ...rest, source: { ...source }, rendering: { ...rendering }, coverage: { ...rest.coverage } };
}

function freshWhole(): DocumentContext {
  const source = { ...whole.source };
  return { source, renderings: whole.renderings.map((rendering) => ({ ...fresh(rendering), source })) };
}

/** The milliseconds of each step. */
function timed(steps: Steps<unknown>): number[] {
  const times: number[] = [];
  for (;;) {
    const started = performance.now();
    const { done } = steps.next();
    times.push(performance.now() - started);
    if (done === true) return times;
  }
}

function stepsOf(make: () => unknown): Steps<unknown> {
  const made = make();
  return Array.isArray(made) ? (function* () {})() : (made as Steps<unknown>);
}

/** The milliseconds of each step, each as in the quickest of some runs: collections of garbage fall into one of them. */
function quickest(make: () => unknown): number[] {
  const runs = [1, 2, 3].map(() => timed(stepsOf(make)));
  return runs[0]!.map((_, step) => Math.min(...runs.map((run) => run[step]!)));
}

/** The longest step by the work of all rules: of the text of a book, some hundred milliseconds if it grows with it. */
const MOST_SHARE = 0.06;

/** The longest step by the milliseconds of all rules together. */
function longestShare(make: () => unknown): number {
  return Math.max(...quickest(make)) / total;
}

/**
 * Steps of each rule in the long text, and those about the whole document: so many times the sentences, gaps, words or
 * characters that it goes through by what one step has of them. One that has fewer does something at once.
 */
const STEPS: Readonly<Record<string, readonly [rendering: number, document?: number]>> = {
  untranslated: [52],
  omission: [4],
  addition: [4],
  glossary: [43],
  'garbled-quote': [53],
  'partial-omission': [1420],
  'partial-addition': [1406],
  negation: [29],
  number: [141, 97],
  date: [29, 401],
  name: [112, 163],
  duplication: [677],
  'unpaired-marks': [327, 5],
  'broken-word': [21],
  encoding: [13, 6],
};
/** It looks at the kinds of sentences alone. */
const AT_ONCE = ['unrelated-trailing'];

describe.each(rules.filter(({ id }) => !AT_ONCE.includes(id)).map((rule) => [rule.id, rule] as const))(
  'the rule %s',
  (id, rule) => {
    it('finds something in the long text', () => {
      expect(finish(detecting(context, { ...options, rules: [rule] })).length).toBeGreaterThan(10);
    });

    it('does nothing at once that grows with the text', () => {
      const [rendering, document = 0] = STEPS[id]!;
      expect(timed(stepsOf(() => rule.check!(fresh(context)))).length).toBeGreaterThanOrEqual(rendering);
      const whole = rule.checkDocument ? timed(stepsOf(() => rule.checkDocument!(freshWhole()))) : [];
      expect(whole.length).toBeGreaterThanOrEqual(document);
    });

    it('has no long step', () => {
      expect(longestShare(() => rule.check!(fresh(context)))).toBeLessThan(MOST_SHARE);
    });

    if (!rule.checkDocument) return;
    it('has none for the whole document', () => {
      expect(longestShare(() => rule.checkDocument!(freshWhole()))).toBeLessThan(MOST_SHARE);
    });
  },
);

it('what all rules tell is put in order in steps', () => {
  expect(longestShare(() => detecting(fresh(context), options))).toBeLessThan(MOST_SHARE);
  expect(longestShare(() => detectingDocument(freshWhole(), options))).toBeLessThan(MOST_SHARE);
});

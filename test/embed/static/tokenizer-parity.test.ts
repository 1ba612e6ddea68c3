import { readFileSync, readdirSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { beforeAll, expect, test } from 'vitest';
import { embeddedModelUrl } from '../../../src/embedded-model.ts';
import { readModelFile } from '../../../src/embed/static/model-file.ts';
import { StaticEmbedder } from '../../../src/embed/static/static-embedder.ts';

let embedder: StaticEmbedder;
let reference: Tokenizer;
let unknown: number;

/** The tokenizer.json that training/tokenizer_json.py writes, made from the pieces of the packed model. */
beforeAll(() => {
  const model = readModelFile(readFileSync(embeddedModelUrl));
  embedder = new StaticEmbedder(model);
  unknown = model.starts.findIndex((start, id) => start === model.starts[id + 1]);
  const pieces = Array.from(model.logProbabilities, (_, id) =>
    model.text.slice(model.starts[id], model.starts[id + 1]),
  );
  const replace = (Regex: string, content: string) => ({ type: 'Replace', pattern: { Regex }, content });
  const metaspace = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true };
  const normalizers = [
    { type: 'NFKC' },
    { type: 'Lowercase' },
    replace('[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300\u0301]', ''),
    replace('ё', 'е'),
    replace('[«»„“”‟″]', '"'),
    replace('[‘’‚‛′`´]', "'"),
    replace('[‐‑‒–—―−]', '-'),
    replace('\\s+', ' '),
    { type: 'Strip', strip_left: true, strip_right: true },
  ];
  const vocab = pieces.map((piece, id) => [id === unknown ? '<unk>' : piece, model.logProbabilities[id]!]);
  reference = new Tokenizer(
    {
      version: '1.0',
      added_tokens: [],
      normalizer: { type: 'Sequence', normalizers },
      pre_tokenizer: metaspace,
      post_processor: null,
      decoder: metaspace,
      model: { type: 'Unigram', unk_id: unknown, byte_fallback: false, vocab },
    },
    {},
  );
});

function referenceIds(text: string): number[] {
  return reference.encode(text, { add_special_tokens: false }).ids.filter((id) => id !== unknown);
}

const edgeCases = [
  'Ёлка, ещё и всё',
  'Президент К.-Ж. К. Токаев — о 12,5 млрд руб.',
  '«Мы “готовы”», – сказал он…',
  "don’t `won't´ ‘quoted’",
  'за\u0301мок и замо\u0301к, и\u0306',
  'пе\u00adре\u200bнос\ufeff слова',
  'a\u00a0b\u2009c\u3000d\r\n\te',
  '中文 и العربية, हिन्दी',
  'Zażółć gęślą jaźń; Łódź; naïve façade',
  '😀 мир 👨‍👩‍👧‍👦 peace 🇷🇺',
  'https://example.org/путь?x=1&y=2#z',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'приветприветприветприветприветприветприветпривет',
  'АОЗТ-ООО/ЗАО №15, §3 ½ ² ㎞ ﬁ',
  '1234567890 12.01.2022 10:30 $1,000,000.00 100%',
  '…—–-‑−―',
  '"\'()[]{}<>',
  'x',
  'ъ',
];

test('the pieces are those of the Hugging Face tokenizer', () => {
  const folder = new URL('../../fixtures/seeds/', import.meta.url);
  const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const sentences = seeds.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/\n|(?<=[.!?,])\s/));
  // Words that no vocabulary holds: cut anywhere, and run together.
  const odd = sentences.flatMap((text, i) => [text.slice(i % 7, 40), text.toUpperCase(), text.replaceAll(' ', '')]);
  const texts = [...edgeCases, ...sentences, ...odd].filter((text) => text.trim() !== '');
  expect(texts.length).toBeGreaterThan(400);
  for (const text of texts) expect(embedder.pieceIds(text), text).toEqual(referenceIds(text));
});

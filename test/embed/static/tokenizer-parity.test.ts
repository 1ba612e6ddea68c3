import { readFileSync, readdirSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { beforeAll, expect, test } from 'vitest';
import { embeddedModelUrl } from '../../../src/embedded-model.ts';
import { readModelFile } from '../../../src/embed/static/model-file.ts';
import { StaticEmbedder } from '../../../src/embed/static/static-embedder.ts';
import { tokenizerJson, unknownId } from '../../../training/tokenizer-json.ts';

let embedder: StaticEmbedder;
let reference: Tokenizer;
let unknown: number;

beforeAll(() => {
  const model = readModelFile(readFileSync(embeddedModelUrl));
  embedder = new StaticEmbedder(model);
  unknown = unknownId(model);
  reference = new Tokenizer(tokenizerJson(model), {});
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

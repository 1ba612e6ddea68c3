import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import type { AlignmentResult } from '../../src/core/result.ts';
import { isBlank } from '../../src/core/span.ts';
import { formats, render } from '../../src/report/registry.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/result.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** What holds of every result, whatever the texts were. */
function checkContract(result: AlignmentResult): void {
  const copy = JSON.parse(JSON.stringify(result)) as AlignmentResult;
  expect(validate(copy), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  if (!isDeepStrictEqual(copy, result)) throw new Error('The result is not plain JSON.');
  for (const side of [result.source, ...result.renderings]) checkTiling(side);
  for (const rendering of result.renderings) checkBeads(result, rendering);
}

type Side = Pick<AlignmentResult['source'], 'text' | 'sentences'>;

/** Sentences are ordered, disjoint and trimmed, and hold every character that is not blank. */
function checkTiling({ text, sentences }: Side): void {
  let last = 0;
  for (const { start, end } of [...sentences, { start: text.length, end: text.length }]) {
    let at = last;
    while (at < start && isBlank(text.charCodeAt(at))) at++;
    if (at !== start) throw new Error(`Character ${at} is in no sentence, or sentences overlap at ${start}.`);
    last = end;
  }
  for (const { start, end } of sentences)
    if (!(start < end) || isBlank(text.charCodeAt(start)) || isBlank(text.charCodeAt(end - 1)))
      throw new Error(`The sentence [${start}, ${end}) is empty or not trimmed.`);
}

function checkBeads(result: AlignmentResult, rendering: AlignmentResult['renderings'][number]): void {
  for (const side of ['source', 'rendering'] as const) {
    const count = (side === 'source' ? result.source : rendering).sentences.length;
    const seen = new Uint8Array(count);
    for (const bead of rendering.beads)
      for (const index of bead[side]) {
        if (!(index >= 0 && index < count) || seen[index]) throw new Error(`Sentence ${index}: no bead, or two.`);
        seen[index] = 1;
      }
    if (seen.includes(0)) throw new Error(`Sentence ${seen.indexOf(0)} of the ${side} is in no bead.`);
  }
  for (const { source, rendering: spans, beads } of rendering.findings) {
    const inside =
      (text: string) =>
      ({ start, end }: { start: number; end: number }) =>
        start < end && end <= text.length;
    if (!source.every(inside(result.source.text)) || !spans.every(inside(rendering.text)))
      throw new Error('A finding has a span that is empty or outside of its text.');
    if (!beads.every((bead) => rendering.beads[bead])) throw new Error('A finding names a bead that is not there.');
  }
}

/** Formats of aligners, which hold one rendering. */
const OF_ONE_RENDERING = ['vecalign', 'ladder', 'hunalign-text'];

/** Every format takes the result; those of one rendering take each by itself. */
function checkRendered(result: AlignmentResult): void {
  for (const { name } of formats) {
    const results = OF_ONE_RENDERING.includes(name)
      ? result.renderings.map((rendering) => ({ ...result, renderings: [rendering] }))
      : [result];
    for (const each of results) expect(typeof render(each, name, { color: true }), name).toBe('string');
  }
}

/** What came of a call: a result that keeps the contract and can be written down, or the code of an error of ours. */
export async function outcomeOf(call: Promise<AlignmentResult>): Promise<'result' | AlignError['code']> {
  let result: AlignmentResult;
  try {
    result = await call;
  } catch (error) {
    if (!(error instanceof AlignError)) throw error;
    expect(error.message).toMatch(/\S/);
    expect(error.hint).toMatch(/\S/);
    return error.code;
  }
  checkContract(result);
  checkRendered(result);
  return 'result';
}

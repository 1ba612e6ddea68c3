import type { StaticModel } from '../src/embed/static/model-file.ts';

/** The name of the piece that has none: it also fills up the shorter texts of a batch. */
export const unknownName = '<unk>';

/** The id of the unknown piece, the only empty one. */
export function unknownId(model: StaticModel): number {
  return model.starts.findIndex((start, id) => start === model.starts[id + 1]);
}

/**
 * The tokenizer of a packed model as a tokenizer.json of the Hugging Face libraries. Its normalizer does what
 * src/embed/static/normalize.ts does.
 */
export function tokenizerJson(model: StaticModel) {
  const unknown = unknownId(model);
  const replace = (Regex: string, content: string) => ({ type: 'Replace', pattern: { Regex }, content });
  const metaspace = {
    type: 'Metaspace',
    replacement: '▁',
    add_prefix_space: true,
    prepend_scheme: 'always',
    split: true,
  };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFKC' },
        { type: 'Lowercase' },
        replace('[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300\u0301]', ''),
        replace('ё', 'е'),
        replace('[«»„“”‟″]', '"'),
        replace('[‘’‚‛′`´]', "'"),
        replace('[‐‑‒–—―−]', '-'),
        replace('\\s+', ' '),
        { type: 'Strip', strip_left: true, strip_right: true },
      ],
    },
    pre_tokenizer: metaspace,
    post_processor: null,
    decoder: metaspace,
    model: {
      type: 'Unigram',
      unk_id: unknown,
      byte_fallback: false,
      vocab: Array.from(model.logProbabilities, (logProbability, id): [string, number] => [
        id === unknown ? unknownName : model.text.slice(model.starts[id], model.starts[id + 1]),
        logProbability,
      ]),
    },
  };
}

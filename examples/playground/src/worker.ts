import {
  AlignError,
  alignTranslations,
  decodeText,
  formats,
  render,
  type Embedder,
  type Stage,
} from 'align-translations';
import { withLeastSeverity } from 'align-translations/report';
import { loadModel } from './load-model.ts';
import type { Answer, Call, Calls, Failure, Kind } from './messages.ts';

/** Beyond this a text is no article, and a page would take long to show it. */
const MAX_CHARACTERS = 1_000_000;

/** What is done once a stage has been heard of, and the share of the time that is spent by its end. */
const STAGES: Record<Stage, { label: string; from: number; to: number }> = {
  text: { label: 'Reading the sentences', from: 0, to: 0.1 },
  embed: { label: 'Reading the sentences', from: 0.1, to: 0.3 },
  align: { label: 'Aligning the sentences', from: 0.3, to: 0.7 },
  detect: { label: 'Looking for what is lost', from: 0.7, to: 1 },
};

const answer = (message: Answer): void => postMessage(message);
const tell = (label: string, share: number): void => answer({ kind: 'news', news: { label, share } });

let loading: Promise<Embedder> | undefined;

/** The model, fetched once; a fetch that failed is tried again by the next call. */
function model(): Promise<Embedder> {
  loading ??= loadModel((done, total) => {
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    tell(`Fetching the model: ${megabytes(done)} of ${megabytes(total)} MB`, total > 0 ? Math.min(done / total, 1) : 0);
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const actions: { [K in Kind]: (given: Calls[K]['given']) => Calls[K]['gives'] | Promise<Calls[K]['gives']> } = {
  async load() {
    const embedder = await model();
    // Whatever the first check needs once is there before the reader asks for it.
    await alignTranslations('Выставка продлится до 14 марта.', 'The exhibition runs until March 14.', { embedder });
    return formats.map(({ name, extensions }) => ({ name, extension: extensions[0] ?? '.txt' }));
  },
  decode: ({ name, bytes }) => decodeText(new Uint8Array(bytes), { name }),
  async check({ source, renderings, profile }) {
    const onProgress = ({ stage, done, total }: { stage: Stage; done: number; total: number }): void => {
      const { label, from, to } = STAGES[stage];
      tell(label, from + (to - from) * (done / total));
    };
    const embedder = await model();
    return alignTranslations(source, renderings, { embedder, profile, maxCharacters: MAX_CHARACTERS, onProgress });
  },
  write: ({ result, format, least }) => render(withLeastSeverity(result, least), format),
};

function failureOf(error: unknown): Failure {
  if (error instanceof AlignError) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'unexpected', message: String(error), hint: 'This is a fault of the program. Please report it.' };
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const { call, kind, given } = data;
  const act = actions[kind] as (given: unknown) => unknown;
  // A promise from the start, so that what an action throws is a failure too.
  Promise.resolve(given)
    .then(act)
    .then(
      (value) => answer({ kind: 'done', call, value }),
      (error: unknown) => answer({ kind: 'failed', call, failure: failureOf(error) }),
    );
});

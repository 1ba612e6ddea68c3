/**
 * Fits the weights of partial-omission and partial-addition (src/align/missing-phrase-weights.ts): `npm run fit`. A
 * stretch of the source is missing when its segment lost a phrase, and is not when its segment is untouched. For added
 * phrases a clause is taken out of the source of untouched segments, so that the rendering has one more; they are
 * weighed as if they were as rare as the planted omissions.
 */
import { clauseStarts } from '../src/align/clause-starts.ts';
import { wordCoverage } from '../src/align/coverage.ts';
import { likeliestPhrases, type AlignedTexts, type MissingPhrase } from '../src/align/missing-phrases.ts';
import { logistic, logOdds } from '../src/core/logistic.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { readDocument } from '../src/text/document.ts';
import { alignCase, touches } from './align-case.ts';
import { fitLogistic, rocArea } from './logistic.ts';
import { plantedCases } from './planted-cases.ts';
import { fittedHalf, writeWeights } from './weights-file.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** Where the choice among overlapping stretches begins: the more words, and the less of their clause is covered, the likelier. */
const FIRST = [1, 0, 0, 0, 5, 0, 0, -5];
const ROUNDS = 4;

/** A text with its alignment; `lost` are places of one side that the other lacks, `untouched` those that it has. */
interface Example {
  texts: AlignedTexts;
  lost: (span: MissingPhrase['span']) => number;
  untouched: (span: MissingPhrase['span']) => boolean;
}

interface Half {
  omitted: Example[];
  added: Example[];
  /** Segments with a phrase missing, with a phrase added, and with nothing planted. */
  planted: number;
  cut: number;
  whole: number;
}

async function pairOf(source: string, rendering: string): Promise<AlignedTexts> {
  const a = readDocument({ id: 's', text: source, language: 'ru' });
  const b = readDocument({ id: 'r', text: rendering, language: 'en' });
  const all = ({ sentences }: { sentences: unknown[] }) => sentences.map((_, s) => s);
  const beads = [{ source: all(a), rendering: all(b), similarity: 1, confidence: 1, cost: 0 }];
  const coverage = wordCoverage(await embedWords(embedder, a), await embedWords(embedder, b), beads);
  return { source: a, rendering: b, beads, coverage };
}

/** A source without one of its clauses of two content words and up, the longest; null where it has none to spare. */
function withoutClause(source: string): string | null {
  const { sentences, words } = readDocument({ id: 's', text: source, language: 'ru' });
  if (sentences.length !== 1) return null;
  const list = words.of(0);
  const starts = clauseStarts(source, list);
  const clauses = starts.map((start, c) => [start, starts[c + 1] ?? list.length] as const);
  const content = ([from, to]: readonly [number, number]) => list.slice(from, to).filter((w) => !w.function).length;
  const all = content([0, list.length]);
  const [best] = clauses
    .slice(1)
    .filter((clause) => content(clause) >= 2 && content(clause) * 2 <= all)
    .sort((x, y) => content(y) - content(x));
  if (!best) return null;
  const start = list[best[0] - 1]!.end;
  return source.slice(0, start) + source.slice(list[best[1] - 1]!.end);
}

async function readHalf(half: 'a' | 'b'): Promise<Half> {
  const out: Half = { omitted: [], added: [], planted: 0, cut: 0, whole: 0 };
  for (const item of plantedCases(half)) {
    const { context } = await alignCase(embedder, item);
    const { segments, events } = item.gold;
    const place = ([start, end]: readonly [number, number]) => ({ start, end });
    const touched = segments.map(
      ([a, b]) =>
        events.some((e) => e.source.some((s) => touches(s, place(a)))) ||
        (b && events.some((e) => [...e.rendering, ...(e.also ?? [])].some((s) => touches(s, place(b))))),
    );
    const clean = segments.filter((s, k) => s[1] && !touched[k]);
    const lost = events.filter((e) => e.rule === 'partial-omission');
    out.planted += lost.length;
    out.whole += clean.length;
    const offset = out.omitted.length * 1000;
    out.omitted.push({
      texts: context,
      lost: (span) => {
        const where = lost.findIndex((e) => e.source.some((s) => touches(s, span)));
        return where < 0 ? -1 : offset + where;
      },
      untouched: (span) => clean.some((s) => touches(s[0], span)),
    });
    for (const [source, rendering] of clean) {
      const texts = [item.source.slice(...source), item.renderings[0].text.slice(...rendering!)] as const;
      const less = withoutClause(texts[0]);
      const number = out.added.length;
      out.added.push({ texts: await pairOf(...texts), lost: () => -1, untouched: () => true });
      if (less === null) continue;
      out.cut++;
      out.added.push({ texts: await pairOf(less, texts[1]), lost: () => number, untouched: () => false });
    }
  }
  return out;
}

const halves = { a: await readHalf('a'), b: await readHalf('b') };

/** Signals of the stretches that are chosen under some weights: the likeliest of each lost place, and all others. */
function rowsUnder(weights: readonly number[], examples: readonly Example[], side: 'source' | 'rendering') {
  const best = new Map<number, MissingPhrase>();
  const others: MissingPhrase[] = [];
  for (const { texts, lost, untouched } of examples)
    for (const phrase of likeliestPhrases(texts, side, weights)) {
      if (phrase.content < 2) continue;
      const where = lost(phrase.span);
      if (where >= 0 && phrase.confidence > (best.get(where)?.confidence ?? 0)) best.set(where, phrase);
      else if (where < 0 && untouched(phrase.span)) others.push(phrase);
    }
  const rows = [...best.values(), ...others].map(({ signals }) => signals);
  return { rows, labels: rows.map((_, i) => i < best.size) };
}

async function fit(kind: 'omitted' | 'added', constant: string): Promise<void> {
  const side = kind === 'omitted' ? 'source' : 'rendering';
  const events = (half: Half) => (kind === 'omitted' ? half.planted : half.cut);
  for (const fitted of ['a', 'b', 'ab'] as const) {
    const parts = fitted === 'ab' ? [halves.a, halves.b] : [halves[fitted]];
    const examples = parts.flatMap((part) => part[kind]);
    let weights = FIRST;
    for (let round = 0; round < ROUNDS; round++) {
      const { rows, labels } = rowsUnder(weights, examples, side);
      weights = fitLogistic(rows, labels);
    }
    const total = (count: (half: Half) => number) => parts.reduce((sum, part) => sum + count(part), 0);
    const rarity = Math.log(total(events) / total(({ planted }) => planted));
    weights = [...weights.slice(0, -1), Number((weights.at(-1)! - rarity).toFixed(3))];
    for (const name of ['a', 'b'] as const) {
      const { rows, labels } = rowsUnder(weights, halves[name][kind], side);
      const odds = rows.map((row) => logOdds(weights, row));
      const alarms = odds.filter((_, i) => !labels[i]).sort((x, y) => y - x);
      const recalls = [0.05, 0.1, 0.3, 0.5, 1].map((rate) => {
        const bound = alarms[Math.floor((rate / 100) * halves[name].whole)] ?? -Infinity;
        const recall = odds.filter((o, i) => labels[i] && o > bound).length / events(halves[name]);
        return `${recall.toFixed(2)} at ${rate} (confidence ${logistic(bound).toFixed(2)})`;
      });
      const area = rocArea(odds, labels).toFixed(4);
      console.log(
        `${kind}, fitted on ${fitted}, measured on ${name}: ${rows.length} stretches, ROC area ${area}, recall`,
      );
      console.log(`  of ${events(halves[name])} by false alarms per 100 segments: ${recalls.join(', ')}`);
    }
    if (fitted === fittedHalf) await writeWeights('align/missing-phrase-weights.ts', constant, weights);
  }
}

await fit('omitted', 'MISSING_PHRASE_WEIGHTS');
await fit('added', 'ADDED_PHRASE_WEIGHTS');

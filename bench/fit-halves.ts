import { logOdds } from '../src/core/logistic.ts';
import { fitLogistic, rocArea } from './logistic.ts';
import { fittedHalf, writeWeights } from './weights-file.ts';

/** Examples of one half: signals and whether each is of the kind that is looked for. */
export interface Examples {
  rows: number[][];
  labels: boolean[];
}

/**
 * Fits one logistic model on each half and on both, says how it does on each half, and writes the weights of
 * `fittedHalf` into a file under src/. `more` adds to the account of a half, from the log odds of its rows.
 */
export async function fitHalves<E extends Examples>(
  halves: Record<'a' | 'b', E>,
  file: string,
  constant: string,
  more: (odds: number[], half: E) => string = () => '',
): Promise<void> {
  for (const fitted of ['a', 'b', 'ab'] as const) {
    const parts = fitted === 'ab' ? [halves.a, halves.b] : [halves[fitted]];
    const weights = fitLogistic(
      parts.flatMap((part) => part.rows),
      parts.flatMap((part) => part.labels),
    );
    for (const half of ['a', 'b'] as const) {
      const { rows, labels } = halves[half];
      const odds = rows.map((row) => logOdds(weights, row));
      const wrong = odds.filter((o, i) => o > 0 !== labels[i]).length / odds.length;
      const counts = `${rows.length} examples, ${labels.filter(Boolean).length} positive`;
      const figures = `ROC area ${rocArea(odds, labels).toFixed(4)}, wrong ${wrong.toFixed(4)}`;
      console.log(`fitted on ${fitted}, measured on ${half}: ${counts}, ${figures}${more(odds, halves[half])}`);
    }
    if (fitted === fittedHalf) await writeWeights(file, constant, weights);
  }
}

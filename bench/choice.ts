/** One choice: the signals of each thing that can be chosen, and which was; -1 where none of them was. */
export interface Choice {
  rows: readonly number[][];
  chosen: number;
}

/**
 * Multinomial logit by gradient descent with momentum on standardized signals; to choose none has log odds 0. Returns
 * weights for the raw signals and, last, the constant. Deterministic.
 */
export function fitChoice(choices: readonly Choice[], ridge = 1): { weights: number[]; loss: number } {
  const all = choices.flatMap(({ rows }) => rows);
  const d = all[0]!.length;
  const mean = Array.from({ length: d }, (_, x) => all.reduce((sum, row) => sum + row[x]!, 0) / all.length);
  const spread = mean.map((m, x) => Math.sqrt(all.reduce((sum, row) => sum + (row[x]! - m) ** 2, 0) / all.length) || 1);
  const groups = choices.map(({ rows, chosen }) => ({
    rows: rows.map((row) => [...row.map((value, x) => (value - mean[x]!) / spread[x]!), 1]),
    chosen,
  }));
  const w = new Float64Array(d + 1);
  const velocity = new Float64Array(d + 1);
  let loss = 0;
  for (let step = 0; step < 600; step++) {
    const gradient = new Float64Array(d + 1);
    loss = 0;
    for (const { rows, chosen } of groups) {
      const odds = rows.map((row) => Math.exp(row.reduce((sum, value, x) => sum + w[x]! * value, 0)));
      const sum = odds.reduce((a, b) => a + b, 1);
      loss -= Math.log((chosen < 0 ? 1 : odds[chosen]!) / sum);
      rows.forEach((row, r) => {
        const error = (r === chosen ? 1 : 0) - odds[r]! / sum;
        row.forEach((value, x) => (gradient[x]! += error * value));
      });
    }
    for (let x = 0; x <= d; x++) {
      velocity[x] = 0.9 * velocity[x]! + (gradient[x]! - (x < d ? ridge * w[x]! : 0)) / groups.length;
      w[x]! += 0.3 * velocity[x]!;
    }
  }
  const raw = Array.from({ length: d }, (_, x) => w[x]! / spread[x]!);
  const constant = w[d]! - raw.reduce((sum, value, x) => sum + value * mean[x]!, 0);
  return { weights: [...raw, constant].map((value) => Number(value.toFixed(3))), loss: loss / groups.length };
}

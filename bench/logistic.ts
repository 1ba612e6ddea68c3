/**
 * Logistic regression by gradient descent with momentum on standardized features, for the small models of src/.
 * Returns weights for the raw features and, last, the constant. Deterministic.
 */
export function fitLogistic(rows: readonly number[][], labels: readonly boolean[], ridge = 1): number[] {
  const d = rows[0]!.length;
  const n = rows.length;
  const mean = Array.from({ length: d }, (_, x) => rows.reduce((sum, row) => sum + row[x]!, 0) / n);
  const spread = mean.map((m, x) => Math.sqrt(rows.reduce((sum, row) => sum + (row[x]! - m) ** 2, 0) / n) || 1);
  const w = new Float64Array(d + 1);
  const velocity = new Float64Array(d + 1);
  for (let step = 0; step < 400; step++) {
    const gradient = new Float64Array(d + 1);
    for (let r = 0; r < n; r++) {
      let odds = w[d]!;
      for (let x = 0; x < d; x++) odds += w[x]! * ((rows[r]![x]! - mean[x]!) / spread[x]!);
      const error = (labels[r] ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      for (let x = 0; x < d; x++) gradient[x]! += error * ((rows[r]![x]! - mean[x]!) / spread[x]!);
      gradient[d]! += error;
    }
    for (let x = 0; x <= d; x++) {
      velocity[x] = 0.9 * velocity[x]! + (gradient[x]! - (x < d ? ridge * w[x]! : 0)) / n;
      w[x]! += 0.5 * velocity[x]!;
    }
  }
  const raw = Array.from({ length: d }, (_, x) => w[x]! / spread[x]!);
  return [...raw, w[d]! - raw.reduce((sum, value, x) => sum + value * mean[x]!, 0)].map((v) => Number(v.toFixed(3)));
}

/** Area under the ROC curve: the chance that a positive has higher odds than a negative. */
export function rocArea(values: readonly number[], labels: readonly boolean[]): number {
  const order = values.map((value, index) => ({ value, label: labels[index]! })).sort((a, b) => a.value - b.value);
  let ranks = 0;
  let positives = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && order[j]!.value === order[i]!.value) j++;
    for (let x = i; x < j; x++)
      if (order[x]!.label) {
        ranks += (i + j + 1) / 2;
        positives++;
      }
    i = j;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

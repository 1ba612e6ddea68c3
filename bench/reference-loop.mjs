/** One million dot products of 256 dimensions, the unit in which times of different machines can be compared. */
export function referenceLoop() {
  const a = Float32Array.from({ length: 256 }, (_, k) => Math.sin(k));
  const b = Float32Array.from({ length: 256 }, (_, k) => Math.cos(k));
  let total = 0;
  for (let i = 0; i < 1_000_000; i++) {
    let sum = 0;
    for (let k = 0; k < 256; k++) sum += a[k] * b[k];
    total += sum;
  }
  if (!Number.isFinite(total)) throw new Error('The reference loop went wrong.');
}

import { RENDERING_GAP, SOURCE_GAP, type Step } from '../../src/align/dynamic-program.ts';
import { EDGE_SHAPES, type Lattice } from '../../src/align/lattice.ts';
import fc from '../fast-check.ts';

/** Lattices small enough to walk every path; a few beads are forbidden. */
export const lattices: fc.Arbitrary<Lattice> = fc
  .record({ n: fc.integer({ min: 0, max: 4 }), m: fc.integer({ min: 0, max: 4 }) })
  .chain(({ n, m }) =>
    fc
      .record({
        odds: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
          minLength: n * m * EDGE_SHAPES.length,
          maxLength: n * m * EDGE_SHAPES.length,
        }),
        forbidden: fc.array(fc.nat(999), { maxLength: 6 }),
        sourceGaps: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: n, maxLength: n }),
        renderingGaps: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: m, maxLength: m }),
        run: fc.double({ min: -3, max: 3, noNaN: true }),
      })
      .map(({ odds, forbidden, sourceGaps, renderingGaps, run }) => {
        const edges = Float32Array.from(odds, (value, at) => {
          const [k, l] = EDGE_SHAPES[at % EDGE_SHAPES.length]!;
          const cell = Math.floor(at / EDGE_SHAPES.length);
          return Math.floor(cell / m) + k > n || (cell % m) + l > m ? -Infinity : value;
        });
        for (const at of forbidden) if (edges.length > 0) edges[at % edges.length] = -Infinity;
        return {
          n,
          m,
          edges,
          sourceGaps: Float64Array.from(sourceGaps),
          renderingGaps: Float64Array.from(renderingGaps),
          run,
        };
      }),
  );

/** A whole path with its log odds and how many of its gaps follow a gap of their own side. */
export interface Path {
  steps: Step[];
  odds: number;
  runs: number;
}

/** Every path through a lattice, by plain recursion: the definition that the dynamic programs have to meet. */
export function everyPath(lattice: Lattice): Path[] {
  const { n, m, edges, sourceGaps, renderingGaps, run } = lattice;
  const paths: Path[] = [];
  const walk = (i: number, j: number, { steps, odds, runs }: Path) => {
    if (odds === -Infinity) return;
    if (i === n && j === m) {
      paths.push({ steps, odds, runs });
      return;
    }
    const last = steps.at(-1)?.edge;
    const step = (edge: number, k: number, l: number, value: number, longer: boolean) =>
      walk(i + k, j + l, {
        steps: [...steps, { edge, i, j }],
        odds: odds + value + (longer ? run : 0),
        runs: runs + (longer ? 1 : 0),
      });
    EDGE_SHAPES.forEach(([k, l], edge) => {
      if (i + k <= n && j + l <= m) step(edge, k, l, edges[(i * m + j) * EDGE_SHAPES.length + edge]!, false);
    });
    // Source gaps come first, so that each alignment is one path.
    if (i < n && last !== RENDERING_GAP) step(SOURCE_GAP, 1, 0, sourceGaps[i]!, last === SOURCE_GAP);
    if (j < m) step(RENDERING_GAP, 0, 1, renderingGaps[j]!, last === RENDERING_GAP);
  };
  walk(0, 0, { steps: [], odds: 0, runs: 0 });
  return paths;
}

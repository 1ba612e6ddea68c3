import type { BeadPair } from '../core/bead-pair.ts';

/** Each 0 to 1; 0 where there was nothing to count. */
export interface Measure {
  /** Share of the aligner's beads that are right. */
  readonly precision: number;
  /** Share of the gold beads with two sides that were found. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

/** How well beads agree with gold beads. */
export interface Evaluation {
  /** A bead is right where gold has the very same bead. */
  readonly strict: Measure;
  /** A bead is right too where it shares a sentence on both sides with one gold bead. */
  readonly lax: Measure;
  /** The same, the aligner's gaps not counted in precision either. */
  readonly strictWithoutGaps: Measure;
  /** As `lax`, the aligner's gaps not counted in precision either. */
  readonly laxWithoutGaps: Measure;
}

/** One document's gold beads and those of an aligner. */
export interface EvaluatedDocument {
  /** The beads that are right. */
  readonly gold: readonly BeadPair[];
  /** The beads that are judged. */
  readonly auto: readonly BeadPair[];
}

/**
 * Compares beads with gold beads, as Vecalign's scorer does (Thompson and Koehn 2019, after Sennrich and Volk 2011): a
 * bead given twice counts once, one without any sentence not at all; a gap is right only where gold has the same gap,
 * counts in precision, and is left out of recall. `...WithoutGaps` leaves it out of precision too.
 * O(sentences), where no sentence is in many beads.
 */
export function evaluateBeads(gold: readonly BeadPair[], auto: readonly BeadPair[]): Evaluation {
  return evaluateDocuments([{ gold, auto }]);
}

/** The same over several documents: their beads are counted together, not their figures averaged. */
export function evaluateDocuments(documents: readonly EvaluatedDocument[]): Evaluation {
  const all = { strict: 0, lax: 0, total: 0 };
  const paired = { strict: 0, lax: 0, total: 0 };
  const recalled = { strict: 0, lax: 0, total: 0 };
  for (const { gold, auto } of documents) {
    const inGold = new BeadIndex(gold);
    const inAuto = new BeadIndex(auto);
    for (const bead of inAuto.beads) {
      count(all, bead, inGold);
      if (!isGap(bead)) count(paired, bead, inGold);
    }
    for (const bead of inGold.beads) if (!isGap(bead)) count(recalled, bead, inAuto);
  }
  const measure = (precise: Tally, kind: 'strict' | 'lax'): Measure => {
    const precision = share(precise[kind], precise.total);
    const recall = share(recalled[kind], recalled.total);
    return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
  };
  return {
    strict: measure(all, 'strict'),
    lax: measure(all, 'lax'),
    strictWithoutGaps: measure(paired, 'strict'),
    laxWithoutGaps: measure(paired, 'lax'),
  };
}

interface Tally {
  strict: number;
  lax: number;
  total: number;
}

function count(tally: Tally, bead: BeadPair, others: BeadIndex): void {
  const same = others.has(bead);
  tally.total++;
  if (same) tally.strict++;
  if (same || others.overlaps(bead)) tally.lax++;
}

function isGap(bead: BeadPair): boolean {
  return bead.source.length === 0 || bead.rendering.length === 0;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Distinct beads that hold a sentence, to be found whole or by their sentences. */
class BeadIndex {
  readonly beads: BeadPair[] = [];
  private readonly keys = new Set<string>();
  private readonly bySource = new Map<number, number[]>();
  private readonly byRendering = new Map<number, number[]>();

  constructor(beads: readonly BeadPair[]) {
    for (const bead of beads) {
      if ((bead.source.length === 0 && bead.rendering.length === 0) || this.has(bead)) continue;
      const id = this.beads.push(bead) - 1;
      this.keys.add(keyOf(bead));
      for (const sentence of bead.source) add(this.bySource, sentence, id);
      for (const sentence of bead.rendering) add(this.byRendering, sentence, id);
    }
  }

  has(bead: BeadPair): boolean {
    return this.keys.has(keyOf(bead));
  }

  /** Whether one of the beads shares a source sentence and a rendering sentence with `bead`. */
  overlaps(bead: BeadPair): boolean {
    const touched = new Set<number>();
    for (const sentence of bead.source) for (const id of this.bySource.get(sentence) ?? []) touched.add(id);
    return bead.rendering.some((sentence) => (this.byRendering.get(sentence) ?? []).some((id) => touched.has(id)));
  }
}

function keyOf(bead: BeadPair): string {
  return `${bead.source.join()}:${bead.rendering.join()}`;
}

function add(map: Map<number, number[]>, sentence: number, id: number): void {
  const ids = map.get(sentence);
  if (ids) ids.push(id);
  else map.set(sentence, [id]);
}

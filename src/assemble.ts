import type { AlignmentResult, Bead, RenderingResult, Sentence } from './core/result.ts';
import { mapping, type Steps } from './core/steps.ts';
import { tool } from './core/tool.ts';
import type { RenderingContext } from './detect/rule.ts';
import type { Sifted } from './detect/suppress.ts';
import type { Embedder } from './embed/embedder.ts';

/** Puts the parts together as plain JSON, with figures rounded so that the last bits of floating point do not show; in steps. */
export function* assembleSteps(
  embedder: Embedder,
  contexts: readonly RenderingContext[],
  { renderings: findings, between, suppressed }: Sifted,
  off: readonly string[],
): Steps<AlignmentResult> {
  const { source } = contexts[0]!;
  const all = [...between, ...findings.flat()];
  const count = (severity: string) => all.filter((finding) => finding.severity === severity).length;
  const sentences = yield* mapping(source.sentences, plain);
  const renderings: RenderingResult[] = [];
  for (const [index, { rendering, relation, share, beads }] of contexts.entries())
    renderings.push({
      id: rendering.id,
      language: rendering.language,
      text: rendering.text,
      relation: { ...relation, confidence: round(relation.confidence) },
      coverage: { source: round(share.source), rendering: round(share.rendering) },
      sentences: yield* mapping(rendering.sentences, plain),
      beads: yield* mapping(beads, roundBead),
      findings: yield* mapping(findings[index]!, roundFinding),
    });
  return {
    schemaVersion: 1,
    tool: { ...tool },
    embedder: { id: embedder.id, revision: embedder.revision, dimensions: embedder.dimensions },
    source: { id: source.id, language: source.language, text: source.text, sentences },
    renderings,
    findings: yield* mapping(between, roundFinding),
    ...(suppressed.length > 0 ? { suppressed: yield* mapping(suppressed, roundFinding) } : {}),
    ...(off.length > 0 ? { rulesOff: [...off] } : {}),
    summary: { errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
}

function plain({ start, end, kind, block }: Sentence): Sentence {
  return { start, end, kind, block };
}

function roundBead(bead: Bead): Bead {
  return { ...bead, similarity: round(bead.similarity), confidence: round(bead.confidence), cost: round(bead.cost) };
}

function roundFinding<F extends { confidence: number }>(finding: F): F {
  return { ...finding, confidence: round(finding.confidence) };
}

/** Four decimals, and never -0, which JSON would turn into 0. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

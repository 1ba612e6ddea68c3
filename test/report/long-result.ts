import type { AlignmentResult, Bead, Finding, RenderingResult, Sentence } from '../../src/core/result.ts';

/** A text of `count` sentences, ten to a paragraph. */
function text(count: number, sentence: (i: number) => string): { text: string; sentences: Sentence[] } {
  let whole = '';
  const sentences = Array.from({ length: count }, (_, i): Sentence => {
    if (i > 0) whole += i % 10 === 0 ? '\n' : ' ';
    const start = whole.length;
    whole += sentence(i);
    return { start, end: whole.length, kind: i === 0 ? 'headline' : 'body', block: Math.floor(i / 10) };
  });
  return { text: whole, sentences };
}

/**
 * A result on a long text: of the source's sentences every `gapEvery`th is missing in the rendering, and of those that
 * are there every fortieth has a number changed.
 */
export function longResult(count: number, gapEvery: readonly number[] = [25, 60]): AlignmentResult {
  const source = text(
    count,
    (i) => `В пункте ${i + 1} длинного отчёта комиссия перечислила всё, что нашла за год работы.`,
  );
  const renderings = gapEvery.map((every, r): RenderingResult => {
    const kept = source.sentences.map((_, i) => i).filter((i) => i % every !== every - 1);
    const own = text(
      kept.length,
      (j) => `In item ${kept[j]! + 1} of its long report the commission listed all it found.`,
    );
    const place = new Map(kept.map((i, j) => [i, j]));
    const beads = source.sentences.map((_, i): Bead => {
      const j = place.get(i);
      return { source: [i], rendering: j === undefined ? [] : [j], similarity: 0.8, confidence: 0.9, cost: 1 };
    });
    const findings = source.sentences.flatMap((sentence, i): Finding[] => {
      const shared = { severity: 'error' as const, confidence: 0.9, beads: [i], fingerprint: `${r}-${i}` };
      const { start, end } = sentence;
      const j = place.get(i);
      if (j === undefined) {
        const message = `Sentence ${i + 1} is missing.`;
        return [
          {
            ...shared,
            rule: 'omission',
            category: 'accuracy/omission',
            message,
            source: [{ start, end }],
            rendering: [],
          },
        ];
      }
      if (i % 40 !== 7) return [];
      const at = own.sentences[j]!.start + 'In item '.length;
      const span = { start: at, end: at + String(i + 1).length };
      const message = `The rendering says ${i + 1} otherwise.`;
      return [
        { ...shared, rule: 'number', category: 'accuracy/mistranslation', message, source: [], rendering: [span] },
      ];
    });
    return {
      id: `${r}.txt`,
      language: 'en',
      ...own,
      relation: { kind: 'translation', confidence: 0.99, reason: 'Most of both sides follows the other.' },
      coverage: { source: 0.95, rendering: 1 },
      beads,
      findings,
    };
  });
  return {
    schemaVersion: 1,
    tool: { name: 'align-translations', version: '0.1.0' },
    embedder: { id: 'ru-en-static', revision: 'sha256:0123', dimensions: 256 },
    source: { id: 'source.txt', language: 'ru', ...source },
    renderings,
    findings: [],
    summary: { errors: renderings.reduce((sum, { findings }) => sum + findings.length, 0), warnings: 0, infos: 0 },
  };
}

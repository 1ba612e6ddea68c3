import type { AlignmentResult, Severity, SuppressedFinding } from '../core/result.ts';
import { escapeJson, escapeSarifMessage, escapeUriPath, showControls } from './escape.ts';
import type { Format, RenderOptions } from './format.ts';
import { Locator, excerptOf, type LocatedFinding, type Passage } from './located-findings.ts';
import { factsOf, ruleIdsWith, rulePage } from './rule-facts.ts';
import { rulesOff } from './rules-off.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0 for code scanning and editors: a result for each finding, at its place in the rendering, with the passage of
 * the source beside it. Findings that were put aside are there as suppressed results.
 */
export const sarif: Format = {
  name: 'sarif',
  extensions: ['.sarif', '.sarif.json'],
  render: (result, options) => `${escapeJson(JSON.stringify(new SarifLog(result, options).log(), null, 2))}\n`,
};

class SarifLog {
  readonly #result: AlignmentResult;
  readonly #paths: Readonly<Record<string, string>>;
  readonly #locator: Locator;
  readonly #ruleIds: string[];

  constructor(result: AlignmentResult, { paths = {} }: RenderOptions) {
    this.#result = result;
    this.#paths = paths;
    this.#locator = new Locator(result);
    const { renderings, findings, suppressed = [] } = result;
    this.#ruleIds = ruleIdsWith([...renderings.flatMap((rendering) => rendering.findings), ...findings, ...suppressed]);
  }

  log() {
    const { tool, suppressed = [] } = this.#result;
    const off = rulesOff(this.#result);
    const rules = this.#ruleIds.map((id) => descriptor(id, off.has(id)));
    // Once one result says whether it is suppressed, readers need it of all.
    const not = suppressed.length > 0 ? { suppressions: [] } : {};
    const results = [
      ...this.#locator.findings().map((located) => ({ ...this.#entry(located), ...not })),
      ...this.#locator
        .suppressed()
        .map((located) => ({ ...this.#entry(located), suppressions: [suppression(located.finding)] })),
    ];
    return {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: tool.name, version: tool.version, rules } },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          results,
        },
      ],
    };
  }

  #entry({ finding, at, source, renderings }: LocatedFinding) {
    const related = [...source, ...renderings].filter((passage) => passage !== at);
    return {
      ruleId: showControls(finding.rule),
      ruleIndex: this.#ruleIds.indexOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: escapeSarifMessage(finding.message) },
      locations: [this.#location(at)],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((passage, i) => ({
              id: i,
              ...this.#location(passage, this.#label(passage)),
            })),
          }),
      partialFingerprints: { 'finding/v1': finding.fingerprint },
      // GitHub and others sort by it; 0 to 100.
      rank: Math.round(finding.confidence * 1000) / 10,
      properties: { category: showControls(finding.category), confidence: finding.confidence },
    };
  }

  #location(passage: Passage, label?: string) {
    const { start, end } = this.#locator.region(passage);
    const { id } = passage.in;
    const uri = escapeUriPath(Object.hasOwn(this.#paths, id) ? this.#paths[id]! : id);
    return {
      physicalLocation: {
        artifactLocation: { uri },
        region: {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
          charOffset: passage.start,
          charLength: passage.end - passage.start,
          snippet: { text: excerptOf(passage) },
        },
      },
      ...(label === undefined ? {} : { message: { text: escapeSarifMessage(label) } }),
    };
  }

  #label({ in: text }: Passage): string {
    return text === this.#result.source ? `The source, ${text.id}` : text.id;
  }
}

/** A rule as SARIF describes it; `id` alone for one that this version does not know. */
function descriptor(id: string, off: boolean) {
  const facts = factsOf(id);
  if (facts === undefined) return { id: showControls(id) };
  const configuration = off ? { defaultConfiguration: { enabled: false } } : {};
  return { id, shortDescription: { text: facts.summary }, helpUri: rulePage(id), ...configuration };
}

function suppression({ by, reason }: SuppressedFinding) {
  return {
    kind: 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: showControls(reason) }),
    properties: { by },
  };
}

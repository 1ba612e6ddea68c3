import type { DocumentFinding, Finding, Severity } from '../../core/result.ts';
import type { Span } from '../../core/span.ts';
import type { Position } from '../position.ts';
import { countSeverities, countsInWords, gravestFirst } from '../severity.ts';
import { percent } from '../verdict.ts';
import { html, type Markup } from './markup.ts';
import { inParts, type Range } from './parts.ts';
import {
  beadId,
  documentFindingId,
  findingId,
  severityMarkup,
  sentenceId,
  type PageView,
  type RenderingView,
} from './view.ts';

/** The findings of one rendering, each with its places in the texts and the way to its row. */
export function findingsList(page: PageView, view: RenderingView): Markup {
  const { rendering, index } = view;
  if (rendering.findings.length === 0) return html`<p class="quiet">No findings.</p>`;
  const ordered = gravestFirst(rendering.findings);
  const items = ordered.map(({ finding, index: f }) => {
    const places = [
      place(page.source.id, finding.source, page.sourcePositionAt),
      place(rendering.id, finding.rendering, view.positionAt),
    ];
    const first = finding.beads[0];
    const row = first === undefined ? undefined : html`<a href="#${beadId(index, first)}">row ${first + 1}</a>`;
    return item(findingId(index, f), finding, [...places, row]);
  });
  return list(ordered, items);
}

/** What concerns the source itself or several renderings. */
export function documentFindingsList(page: PageView): Markup {
  const ordered = gravestFirst(page.result.findings);
  const items = ordered.map(({ finding, index: f }) => {
    const links = finding.places.map(({ rendering, ...span }) => {
      const view = page.renderings.find((candidate) => candidate.rendering.id === rendering);
      if (view === undefined) return undefined;
      const b = beadAt(view, span);
      const at = place(rendering, [span], view.positionAt);
      return b < 0 ? at : html`<a href="#${beadId(view.index, b)}">${at}</a>`;
    });
    const first = finding.source[0];
    const i = first === undefined ? -1 : page.source.sentences.findIndex((s) => s.end > first.start);
    const source = place(page.source.id, finding.source, page.sourcePositionAt);
    const toSource = i < 0 ? undefined : html`<a href="#${sentenceId(i)}">${source}</a>`;
    return item(documentFindingId(f), finding, [toSource, ...links]);
  });
  return list(ordered, items);
}

/** The items, those of a very long list in parts that open one by one. */
function list(ordered: readonly { finding: { severity: Severity } }[], items: readonly Markup[]): Markup {
  const part = ({ first, end }: Range): Markup =>
    html`<ol class="findings">
      ${items.slice(first, end)}
    </ol> `;
  const told = ({ first, end }: Range): string =>
    countsInWords(countSeverities(ordered.slice(first, end).map(({ finding }) => finding)));
  return inParts(items.length, 'Findings', part, told);
}

function beadAt({ rendering, beads }: RenderingView, span: Span): number {
  const at = rendering.sentences.findIndex((sentence) => sentence.end > span.start);
  return beads.findIndex(({ bead }) => bead.rendering.includes(at));
}

function item(id: string, finding: Finding | DocumentFinding, places: (Markup | undefined)[]): Markup {
  return html`<li id="${id}">
    ${severityMarkup(finding.severity)}
    <p>
      ${finding.message}
      <span class="rule" title="${finding.category}">${finding.rule}, confidence ${percent(finding.confidence)}</span>
    </p>
    <span class="places">${places}</span>
  </li> `;
}

function place(id: string, spans: readonly Span[], positionAt: (offset: number) => Position): Markup | undefined {
  if (spans.length === 0) return undefined;
  const { line, column } = positionAt(spans[0]!.start);
  return html`<span class="quiet">${id}:${line}:${column}</span> `;
}

import type { Sentence } from '../../core/result.ts';
import type { Span } from '../../core/span.ts';
import type { BeadOutline } from '../outline.ts';
import { markKind } from '../kind.ts';
import { html, type Markup } from './markup.ts';
import { markedSentence, type Mark } from './marked-text.ts';
import {
  beadId,
  documentFindingId,
  findingId,
  severityMarkup,
  shownState,
  stateInWords,
  type PageView,
  type RenderingView,
} from './view.ts';

/** Both texts side by side, a row a bead, with the findings in the margin. */
export function alignedTable(page: PageView, view: RenderingView): Markup {
  const { source } = page;
  const { rendering, index } = view;
  const told = new Set<number>();
  const marks = marksOf(page, view);
  const rows = view.beads.map((outline, b) => {
    const note = [...notes(outline, view, told), ...documentNotes(outline, page, view)];
    const attributes = note.length > 0 ? html` data-findings tabindex="-1"` : undefined;
    const left = cell(
      source.id,
      source.language,
      source.text,
      source.sentences,
      outline.bead.source,
      marks.source,
      outline,
    );
    const right = cell(
      rendering.id,
      rendering.language,
      rendering.text,
      rendering.sentences,
      outline.bead.rendering,
      marks.rendering,
      outline,
    );
    return html`<tr role="row" id="${beadId(index, b)}" ${attributes}>
      <th role="rowheader" scope="row">
        <b>${b + 1}</b> <span class="state-${shownState(outline, view)}">${stateInWords(outline, view)}</span>
      </th>
      ${left} ${right}
      <td role="cell" class="note">${note}</td>
    </tr> `;
  });
  return html`<table role="table" class="aligned">
    <caption>
      ${source.id} and ${rendering.id}, side by side: a row for each group of sentences that belong together.
    </caption>
    <colgroup>
      <col class="c-number" />
      <col />
      <col />
      <col class="c-note" />
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Row</th>
        <th role="columnheader" scope="col">${source.id} (${source.language})</th>
        <th role="columnheader" scope="col">${rendering.id} (${rendering.language})</th>
        <th role="columnheader" scope="col">Findings</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table> `;
}

/** Marks of each side, by sentence index, so that a long page is not searched for every cell. */
interface Marks {
  source: Map<number, Mark[]>;
  rendering: Map<number, Mark[]>;
}

function marksOf({ source, result }: PageView, { rendering, beads }: RenderingView): Marks {
  const marks: Marks = { source: new Map(), rendering: new Map() };
  const add = (
    side: 'source' | 'rendering',
    sentences: readonly Sentence[],
    indices: readonly number[],
    list: Mark[],
  ) => {
    for (const i of indices) {
      const own = list.filter((mark) => mark.start < sentences[i]!.end && mark.end > sentences[i]!.start);
      const there = marks[side].get(i);
      if (there === undefined) marks[side].set(i, own);
      else for (const mark of own) there.push(mark);
    }
  };
  rendering.findings.forEach((finding) => {
    const mark = { kind: markKind(finding), message: finding.message };
    const from = finding.source.map((span) => ({ ...span, ...mark }));
    const to = finding.rendering.map((span) => ({ ...span, ...mark }));
    for (const b of finding.beads) {
      add('source', source.sentences, beads[b]?.bead.source ?? [], from);
      add('rendering', rendering.sentences, beads[b]?.bead.rendering ?? [], to);
    }
  });
  for (const finding of result.findings) {
    const mark = { kind: markKind(finding), message: finding.message };
    const places = finding.places.filter((place) => place.rendering === rendering.id);
    const every = (sentences: readonly Sentence[]) => sentences.map((_, i) => i);
    const from = finding.source.map((span) => ({ ...span, ...mark }));
    const to = places.map(({ start, end }) => ({ start, end, ...mark }));
    if (from.length > 0) add('source', source.sentences, every(source.sentences), from);
    if (to.length > 0) add('rendering', rendering.sentences, every(rendering.sentences), to);
  }
  return marks;
}

function cell(
  id: string,
  language: string,
  text: string,
  sentences: readonly Sentence[],
  indices: readonly number[],
  marks: Map<number, Mark[]>,
  { state }: BeadOutline,
): Markup {
  if (indices.length === 0) {
    return html`<td role="cell" class="side" data-label="${id}"><span class="gap">no counterpart</span></td>`;
  }
  const classes = state === 'missing' || state === 'added' ? `side state-${state}` : 'side';
  const content = indices.map((i) => markedSentence(text, sentences[i]!, marks.get(i) ?? []));
  return html`<td role="cell" class="${classes}" data-label="${id}" lang="${language}" dir="auto">${content}</td>`;
}

/** The findings of a row; one that goes over several rows is told in the first. */
function notes({ findings }: BeadOutline, { rendering, index }: RenderingView, told: Set<number>): Markup[] {
  return findings.map((f) => {
    const { severity, rule, message } = rendering.findings[f]!;
    const link = html`<a href="#${findingId(index, f)}"
      >${severityMarkup(severity)} <span class="rule">${rule}</span></a
    >`;
    if (told.has(f)) return html`<p>${link} <span class="quiet">(as above)</span></p>`;
    told.add(f);
    return html`<p>${link}<br />${message}</p>`;
  });
}

/** The findings between renderings that have a place in the row, and those about the source that begin in it. */
function documentNotes({ bead }: BeadOutline, { result, source }: PageView, { rendering }: RenderingView): Markup[] {
  const from = bead.source.map((i) => source.sentences[i]!);
  const own = bead.rendering.map((i) => rendering.sentences[i]!);
  const within = (place: Span, sentences: Sentence[]): boolean =>
    sentences.some((s) => place.start < s.end && place.end > s.start);
  return result.findings.flatMap((finding, f) => {
    const { places, severity, rule, message } = finding;
    const first = finding.source[0];
    const here =
      places.some((place) => place.rendering === rendering.id && within(place, own)) ||
      (first !== undefined && within(first, from));
    if (!here) return [];
    const label = html`${severityMarkup(severity)} <span class="rule">${rule}</span>`;
    return [html`<p><a href="#${documentFindingId(f)}">${label}</a><br />${message}</p>`];
  });
}

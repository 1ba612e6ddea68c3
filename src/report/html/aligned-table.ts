import type { RenderingResult, Sentence, SourceResult } from '../../core/result.ts';
import type { Span } from '../../core/span.ts';
import type { BeadOutline } from '../outline.ts';
import { markKind } from '../kind.ts';
import { html, type Markup } from './markup.ts';
import { markedSentence, type Mark } from './marked-text.ts';
import { inParts, type Range } from './parts.ts';
import {
  beadId,
  documentFindingId,
  findingId,
  severityMarkup,
  shownState,
  stateInWords,
  tallyInWords,
  type PageView,
  type RenderingView,
} from './view.ts';

/** Both texts side by side, a row a bead, with the findings in the margin. */
export function alignedTable(page: PageView, view: RenderingView): Markup {
  const { source } = page;
  const { rendering } = view;
  const all = rows(page, view);
  const table = ({ first, end }: Range, partial: boolean): Markup =>
    html`<table class="aligned">
      <caption>
        ${source.id} and ${rendering.id}, side by side${partial ? `, rows ${first + 1} to ${end}` : undefined}: a row
        for each group of sentences that belong together.
      </caption>
      <colgroup>
        <col class="c-number" />
        <col />
        <col />
        <col class="c-note" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">${source.id} (${source.language})</th>
          <th scope="col">${rendering.id} (${rendering.language})</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        ${all.slice(first, end)}
      </tbody>
    </table> `;
  const told = ({ first, end }: Range): string => tallyInWords(view.beads.slice(first, end), view);
  return inParts(all.length, 'Rows', table, told);
}

function rows(page: PageView, view: RenderingView): Markup[] {
  const { source } = page;
  const { rendering, index } = view;
  const told = new Set<number>();
  const marks = marksOf(page, view);
  return view.beads.map((outline, b) => {
    const note = [...notes(outline, view, told), ...documentNotes(outline, page, view)];
    const anew = note.some((one) => one.anew);
    const attributes = anew ? html` data-told tabindex="-1"` : note.length > 0 ? html` data-told` : undefined;
    return html`<tr id="${beadId(index, b)}" ${attributes}>
      <th scope="row">
        <b>${b + 1}</b> <span class="state-${shownState(outline, view)}">${stateInWords(outline, view)}</span>
      </th>
      ${cell(source, outline.bead.source, marks.source, outline)}
      ${cell(rendering, outline.bead.rendering, marks.rendering, outline)}
      <td class="note">${note.map(({ text }) => text)}</td>
    </tr> `;
  });
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
  { id, language, text, sentences }: SourceResult | RenderingResult,
  indices: readonly number[],
  marks: Map<number, Mark[]>,
  { state }: BeadOutline,
): Markup {
  if (indices.length === 0)
    return html`<td class="side" data-label="${id}"><span class="gap">no counterpart</span></td>`;
  const classes = state === 'missing' || state === 'added' ? `side state-${state}` : 'side';
  const content = indices.map((i) => markedSentence(text, sentences[i]!, marks.get(i) ?? []));
  return html`<td class="${classes}" data-label="${id}" lang="${language}" dir="auto">${content}</td>`;
}

/** A finding in the margin. The keys stop where one is told anew, not where it goes on or another table had it. */
interface Note {
  text: Markup;
  anew: boolean;
}

/** The findings of a row; one that goes over several rows is told in the first. */
function notes({ findings }: BeadOutline, { rendering, index }: RenderingView, told: Set<number>): Note[] {
  return findings.map((f) => {
    const { severity, rule, message } = rendering.findings[f]!;
    const link = html`<a href="#${findingId(index, f)}"
      >${severityMarkup(severity)} <span class="rule">${rule}</span></a
    >`;
    if (told.has(f)) return { text: html`<p>${link} <span class="quiet">(as above)</span></p>`, anew: false };
    told.add(f);
    return { text: html`<p>${link}<br />${message}</p>`, anew: true };
  });
}

/** The findings between renderings that have a place in the row, and those about the source that begin in it. */
function documentNotes(
  { bead }: BeadOutline,
  { result, source }: PageView,
  { rendering, index }: RenderingView,
): Note[] {
  const from = bead.source.map((i) => source.sentences[i]!);
  const own = bead.rendering.map((i) => rendering.sentences[i]!);
  const within = (place: Span, sentences: Sentence[]): boolean =>
    sentences.some((s) => place.start < s.end && place.end > s.start);
  return result.findings.flatMap((finding, f) => {
    const { places, severity, rule, message } = finding;
    const first = finding.source[0];
    const inOwn = places.some((place) => place.rendering === rendering.id && within(place, own));
    const inSource = first !== undefined && within(first, from);
    if (!inOwn && !inSource) return [];
    const label = html`${severityMarkup(severity)} <span class="rule">${rule}</span>`;
    const text = html`<p><a href="#${documentFindingId(f)}">${label}</a><br />${message}</p>`;
    return [{ text, anew: inOwn || index === 0 }];
  });
}

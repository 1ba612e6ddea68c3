import { isTranslation } from '../outline.ts';
import { relationWords } from '../verdict.ts';
import { html, type Markup } from './markup.ts';
import { inParts, type Range } from './parts.ts';
import {
  beadId,
  isSound,
  renderingId,
  sentenceId,
  shownState,
  stateInWords,
  tallyInWords,
  type PageView,
  type RenderingView,
} from './view.ts';

/** Characters of a source sentence that the synopsis shows. */
const OPENING = 110;

/** A rendering's column: for each source sentence the beads, by index, that tell what became of it. */
interface Column {
  view: RenderingView;
  beads: number[][];
}

/** A row a source sentence, a column a rendering: what each of them did to it, at a glance. */
export function synopsis(page: PageView): Markup {
  const { source, renderings } = page;
  const columns = renderings
    .filter(({ rendering }) => isTranslation(rendering))
    .map((view) => ({ view, beads: beadsOfSentences(view, source.sentences.length) }));
  const left = renderings
    .filter(({ rendering }) => !isTranslation(rendering))
    .map(
      ({ rendering }) =>
        html`<p class="quiet">${rendering.id} is left out here: ${relationWords[rendering.relation.kind]}.</p>`,
    );
  const told = (range: Range): string =>
    columns
      .map(({ view, beads }) => {
        const own = [...new Set(beads.slice(range.first, range.end).flat())].map((b) => view.beads[b]!);
        return `${view.rendering.id}: ${tallyInWords(own, view)}`;
      })
      .join('; ');
  const table = (range: Range, partial: boolean): Markup => part(page, columns, range, partial);
  return html`${inParts(source.sentences.length, 'Sentences', table, told)}${left}`;
}

function part({ source }: PageView, columns: readonly Column[], { first, end }: Range, partial: boolean): Markup {
  const heads = columns.map(
    ({ view: { index, rendering } }) =>
      html`<th scope="col"><a href="#${renderingId(index)}">${rendering.id}</a> (${rendering.language})</th>`,
  );
  const rows = source.sentences.slice(first, end).map((sentence, j) => {
    const i = first + j;
    const cells = columns.map(
      ({ view, beads }) => html`<td data-label="${view.rendering.id}">${cell(view, beads[i]!)}</td>`,
    );
    const told = columns.some(({ view, beads }) => beads[i]!.some((b) => callsForAttention(view, b)));
    const cut = Math.min(sentence.end, sentence.start + OPENING);
    const tag = sentence.kind === 'body' ? undefined : html`<span class="tag" lang="en">${sentence.kind}</span>`;
    return html`<tr id="${sentenceId(i)}" ${told ? html`data-told` : undefined}>
      <th scope="row" lang="${source.language}" dir="auto">
        ${tag}${source.text.slice(sentence.start, cut) + (cut < sentence.end ? '…' : '')}
      </th>
      ${cells}
    </tr> `;
  });
  const which = partial
    ? `Sentences ${first + 1} to ${end} of the source`
    : 'What became of each sentence of the source';
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${which}">
    <table class="synopsis">
      <caption>
        ${which}. Every cell leads to its row.
      </caption>
      <thead>
        <tr>
          <th scope="col">${source.id} (${source.language})</th>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}

/** The beads of each source sentence; text that was added stands with the sentence that it follows. */
function beadsOfSentences(view: RenderingView, sentences: number): number[][] {
  const beads: number[][] = Array.from({ length: sentences }, () => []);
  let last = 0;
  view.beads.forEach(({ bead, state }, b) => {
    for (const i of bead.source) beads[i]!.push(b);
    if (state === 'added' && sentences > 0) beads[last]!.push(b);
    last = bead.source.at(-1) ?? last;
  });
  return beads;
}

/** A link for each bead; several on end that say the same are one link, to the first, with their number. */
function cell(view: RenderingView, beads: readonly number[]): Markup[] {
  const links: Markup[] = [];
  for (let at = 0; at < beads.length;) {
    const outline = view.beads[beads[at]!]!;
    const words = stateInWords(outline, view);
    let end = at + 1;
    while (end < beads.length && stateInWords(view.beads[beads[end]!]!, view) === words) end++;
    links.push(
      html`<a class="state-${shownState(outline, view)}" href="#${beadId(view.index, beads[at]!)}"
        >${end - at > 1 ? `${words} × ${end - at}` : words}</a
      >`,
    );
    at = end;
  }
  return links;
}

function callsForAttention(view: RenderingView, b: number): boolean {
  const outline = view.beads[b]!;
  return outline.findings.length > 0 || outline.bead.moved === true || !isSound(shownState(outline, view));
}

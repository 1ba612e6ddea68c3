import { isTranslation } from '../outline.ts';
import { relationWords } from '../verdict.ts';
import { html, type Markup } from './markup.ts';
import { beadId, sentenceId, shownState, stateInWords, type PageView, type RenderingView } from './view.ts';

/** Characters of a source sentence that the synopsis shows. */
const OPENING = 110;

/** A row a source sentence, a column a rendering: what each of them did to it, at a glance. */
export function synopsis({ source, renderings }: PageView): Markup {
  const compared = renderings.filter(({ rendering }) => isTranslation(rendering));
  const others = renderings.filter(({ rendering }) => !isTranslation(rendering));
  const columns = compared.map((view) => ({ view, cells: cellsOf(view, source.sentences.length) }));
  const heads = compared.map(
    ({ rendering }) => html`<th role="columnheader" scope="col">${rendering.id} (${rendering.language})</th>`,
  );
  const rows = source.sentences.map(({ start, end }, i) => {
    const cells = columns.map(
      ({ view, cells }) => html`<td role="cell" data-label="${view.rendering.id}">${cells[i]!}</td>`,
    );
    const text = source.text.slice(start, Math.min(end, start + OPENING)) + (end - start > OPENING ? '…' : '');
    return html`<tr role="row" id="${sentenceId(i)}">
      <th role="rowheader" scope="row" lang="${source.language}" dir="auto">${text}</th>
      ${cells}
    </tr> `;
  });
  const left = others.map(
    ({ rendering }) =>
      html`<p class="quiet">${rendering.id} is left out here: ${relationWords[rendering.relation.kind]}.</p>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Synopsis">
      <table role="table" class="synopsis">
        <caption>
          What became of each sentence of the source. Every cell leads to its row.
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${source.id} (${source.language})</th>
            ${heads}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows}
        </tbody>
      </table>
    </div>
    ${left}`;
}

/** A rendering's cells, by source sentence; text that was added stands with the sentence that it follows. */
function cellsOf(view: RenderingView, sentences: number): Markup[][] {
  const cells: Markup[][] = Array.from({ length: sentences }, () => []);
  let last = 0;
  view.beads.forEach((outline, b) => {
    const link = html`<a class="state-${shownState(outline, view)}" href="#${beadId(view.index, b)}"
      >${stateInWords(outline, view)}</a
    >`;
    for (const i of outline.bead.source) cells[i]!.push(link);
    if (outline.state === 'added' && sentences > 0) cells[last]!.push(link);
    last = outline.bead.source.at(-1) ?? last;
  });
  return cells;
}

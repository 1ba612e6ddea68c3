import { strips, type StripState } from '../strip.ts';
import { html, STEADY_LINE, type Markup } from './markup.ts';
import { tallyInWords, type PageView, type RenderingView } from './view.ts';

/** Cells of a strip; the page stretches them to its width. */
const CELLS = 160;
/** Height of one of the two bars. */
const BAR = 10;
const BETWEEN = 4;

/** Where each state's mark begins within its bar, and its height: they differ by shape before they differ by colour. */
const SHAPES: Readonly<Record<StripState, readonly [top: number, height: number]>> = {
  kept: [4, 2],
  aside: [4, 2],
  missing: [0.5, 9],
  added: [0.5, 9],
  damaged: [0.5, 9],
};

/** Both texts from beginning to end as bars, the source above: where text is missing, added or damaged; then in words. */
export function strip({ source }: PageView, view: RenderingView): Markup {
  const states = strips(source, view.rendering, CELLS);
  return html`<svg
      class="strip"
      aria-hidden="true"
      viewBox="0 0 ${CELLS} ${2 * BAR + BETWEEN}"
      preserveAspectRatio="none"
    >
      ${bars(states.source, 0)}${bars(states.rendering, BAR + BETWEEN)}
    </svg>
    <p class="quiet">${tallyInWords(view.beads, view)}</p>`;
}

function bars(states: readonly StripState[], y: number): Markup[] {
  const shapes: Markup[] = [];
  let start = 0;
  states.forEach((state, i) => {
    if (states[i + 1] === state) return;
    const [top, height] = SHAPES[state];
    shapes.push(
      html`<rect
        class="bar-${state}"
        x="${start}"
        y="${y + top}"
        width="${i + 1 - start}"
        height="${height}"
        ${STEADY_LINE}
      />`,
    );
    start = i + 1;
  });
  return shapes;
}

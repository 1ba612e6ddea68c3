import type { BeadOutline, BeadState } from '../outline.ts';
import type { Span } from '../../core/span.ts';
import { html, type Markup } from './markup.ts';
import { shownState, type PageView, type RenderingView } from './view.ts';

/** The drawing's own units; the page stretches it to its width. */
const WIDTH = 1000;
const HEIGHT = 136;
const BAR = 10;
const STUB = 26;

/** Both texts as bars, the source above, with a ribbon between what belongs together and dead ends where nothing does. */
export function ribbon({ source }: PageView, view: RenderingView): Markup {
  const { rendering, beads, index } = view;
  const sourceX = (offset: number): number => round((offset / source.text.length) * WIDTH);
  const renderingX = (offset: number): number => round((offset / rendering.text.length) * WIDTH);
  const shapes = beads.map((outline) => {
    const from = ends(outline.bead.source.map((i) => source.sentences[i]!));
    const to = ends(outline.bead.rendering.map((i) => rendering.sentences[i]!));
    const a = from && { start: sourceX(from.start), end: sourceX(from.end) };
    const b = to && { start: renderingX(to.start), end: renderingX(to.end) };
    return [
      ...bars(outline, a, b),
      a && b ? tie(outline.bead.moved === true, shownState(outline, view), a, b) : stub(outline.state, a, b),
    ];
  });
  return html`<figure class="ribbon">
    <p>${source.id}, from its beginning to its end</p>
    <svg role="img" aria-labelledby="ribbon-${index}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
      ${shapes}
    </svg>
    <p>${rendering.id}</p>
    <figcaption id="ribbon-${index}">${inWords(view)}</figcaption>
  </figure> `;
}

function ends(sentences: readonly Span[]): Span | undefined {
  return sentences.length === 0 ? undefined : { start: sentences[0]!.start, end: sentences.at(-1)!.end };
}

function bars({ state }: BeadOutline, source: Span | undefined, rendering: Span | undefined): Markup[] {
  const kind = state === 'missing' || state === 'added' || state === 'aside' ? `bar bar-${state}` : 'bar';
  const bar = ({ start, end }: Span, y: number): Markup =>
    html`<rect
      class="${kind}"
      x="${start}"
      y="${y}"
      width="${round(Math.max(1, end - start - 1.5))}"
      height="${BAR}"
    />`;
  return [...(source ? [bar(source, 0)] : []), ...(rendering ? [bar(rendering, HEIGHT - BAR)] : [])];
}

function tie(moved: boolean, state: string, source: Span, rendering: Span): Markup {
  const top = BAR + 2;
  const bottom = HEIGHT - BAR - 2;
  const middle = HEIGHT / 2;
  const [x1, x2, y1, y2] = [source.start, source.end - 1.5, rendering.start, rendering.end - 1.5].map(round);
  const path = `M${x1} ${top}C${x1} ${middle} ${y1} ${middle} ${y1} ${bottom}H${y2}C${y2} ${middle} ${x2} ${middle} ${x2} ${top}Z`;
  const classes = `tie tie-${state}${moved ? ' tie-moved' : ''}`;
  return html`<path class="${classes}" d="${path}" />`;
}

/** A dead end, for text that should have a counterpart. */
function stub(state: BeadState, source: Span | undefined, rendering: Span | undefined): Markup | undefined {
  const span = source ?? rendering;
  if (span === undefined || (state !== 'missing' && state !== 'added')) return undefined;
  const base = source ? BAR + 2 : HEIGHT - BAR - 2;
  const tip = source ? base + STUB : base - STUB;
  const middle = round((span.start + span.end) / 2);
  return html`<path
    class="stub stub-${state}"
    d="M${span.start} ${base}H${round(span.end - 1.5)}L${middle} ${tip}Z"
  />`;
}

/** What the picture shows, for those who do not see it and as its key; what does not occur is left out. */
function inWords({ beads }: RenderingView): string {
  const count = (state: BeadState): number => beads.filter((outline) => outline.state === state).length;
  const moved = beads.filter(({ bead }) => bead.moved === true).length;
  const parts: [number, string][] = [
    [count('kept'), 'kept'],
    [count('partial'), 'with words missing or added (dotted)'],
    [count('damaged'), 'damaged (outlined)'],
    [count('missing'), 'missing (dashed, pointing down)'],
    [count('added'), 'added (pointing up)'],
    [count('aside'), 'without counterpart and in no need of one (pale)'],
    [moved, 'moved (dashes and dots)'],
  ];
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `${beads.length === 1 ? '1 row' : `${beads.length} rows`}: ${told.join(', ')}.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Span } from '../../core/span.ts';
import type { BeadState } from '../outline.ts';
import { html, STEADY_LINE, type Markup } from './markup.ts';
import {
  beadId,
  isSound,
  shownState,
  stateInWords,
  type PageView,
  type RenderingView,
  type ShownState,
} from './view.ts';

/** The drawing's own units; the page stretches it to its width. */
const WIDTH = 1000;
const HEIGHT = 136;
const BAR = 10;
const STUB = 26;
/** Space between neighbours. */
const AIR = 1.5;
/** The most beads that are drawn one by one; of more, those in a row that are sound are drawn as one. */
const SINGLE = 200;

/** One shape of the drawing: a bead, or a run of them, with its stretch of either text in the drawing's units. */
interface Shape {
  state: ShownState;
  moved: boolean;
  /** The bead that it leads to, by index. */
  bead: number;
  label: string;
  source: Span | undefined;
  rendering: Span | undefined;
}

/** Both texts as bars, the source above, with a ribbon between what belongs together and dead ends where nothing does. */
export function ribbon(page: PageView, view: RenderingView): Markup {
  const { source } = page;
  const { rendering, beads, index } = view;
  const single = shapesOf(page, view);
  const shapes = beads.length > SINGLE ? joined(single) : single;
  return html`<figure class="ribbon">
    <p>${source.id}, from its beginning to its end</p>
    <svg role="img" aria-labelledby="ribbon-${index}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
      ${shapes.map((shape) => draw(shape, index))}
    </svg>
    <p>${rendering.id}</p>
    <figcaption id="ribbon-${index}">${inWords(view)}</figcaption>
  </figure> `;
}

function shapesOf({ source }: PageView, view: RenderingView): Shape[] {
  const { rendering } = view;
  return view.beads.map((outline, bead) => ({
    state: shownState(outline, view),
    moved: outline.bead.moved === true,
    bead,
    label: `Row ${bead + 1}: ${stateInWords(outline, view)}`,
    source: stretch(source.sentences, outline.bead.source, source.text.length),
    rendering: stretch(rendering.sentences, outline.bead.rendering, rendering.text.length),
  }));
}

function stretch(sentences: readonly Span[], indices: readonly number[], length: number): Span | undefined {
  if (indices.length === 0) return undefined;
  const at = (offset: number): number => (offset / length) * WIDTH;
  return { start: at(sentences[indices[0]!]!.start), end: at(sentences[indices.at(-1)!]!.end) };
}

/** Neighbours of the same sound state as one shape, so that a long text's ribbon is neither a blur nor most of the page. */
function joined(shapes: readonly Shape[]): Shape[] {
  const runs: Shape[] = [];
  let first = 0;
  for (const shape of shapes) {
    const run = runs.at(-1);
    if (run === undefined || !continues(run, shape)) {
      runs.push({ ...shape });
      first = shape.bead;
      continue;
    }
    const [, words] = run.label.split(': ');
    run.label = `Rows ${first + 1} to ${shape.bead + 1}: ${words!}`;
    if (run.source) run.source = { start: run.source.start, end: shape.source!.end };
    if (run.rendering) run.rendering = { start: run.rendering.start, end: shape.rendering!.end };
  }
  return runs;
}

function continues(run: Shape, next: Shape): boolean {
  const follows = (a: Span | undefined, b: Span | undefined): boolean =>
    a === undefined ? b === undefined : b !== undefined && a.end <= b.start;
  if (run.moved || next.moved || run.state !== next.state || !isSound(run.state)) return false;
  return follows(run.source, next.source) && follows(run.rendering, next.rendering);
}

function draw(shape: Shape, index: number): Markup {
  const { state, source, rendering } = shape;
  const kind = state === 'missing' || state === 'added' ? ` bar-${state}` : isAside(state) ? ' bar-aside' : '';
  const bar = ({ start, end }: Span, y: number): Markup =>
    html`<rect
      class="bar${kind}"
      x="${round(start)}"
      y="${y}"
      width="${round(Math.max(1, end - start - AIR))}"
      height="${BAR}"
    />`;
  const body = source && rendering ? tie(shape, source, rendering) : stub(shape);
  return html`<g data-to="${beadId(index, shape.bead)}">
    <title>${shape.label}</title>
    ${source && bar(source, 0)}${rendering && bar(rendering, HEIGHT - BAR)}${body}
  </g> `;
}

function isAside(state: ShownState): boolean {
  return state === 'aside' || state === 'own';
}

function tie({ state, moved }: Shape, source: Span, rendering: Span): Markup {
  const top = BAR + 2;
  const bottom = HEIGHT - BAR - 2;
  const middle = HEIGHT / 2;
  const [x1, x2, y1, y2] = [source.start, source.end - AIR, rendering.start, rendering.end - AIR].map(round);
  const path = `M${x1} ${top}C${x1} ${middle} ${y1} ${middle} ${y1} ${bottom}H${y2}C${y2} ${middle} ${x2} ${middle} ${x2} ${top}Z`;
  const line = isSound(state) && !moved ? undefined : STEADY_LINE;
  return html`<path class="tie tie-${state}${moved ? ' tie-moved' : ''}" d="${path}" ${line} />`;
}

/** A dead end, for text that should have a counterpart; wide enough to be seen where the text is long. */
function stub({ state, source, rendering }: Shape): Markup | undefined {
  const span = source ?? rendering;
  if (span === undefined || (state !== 'missing' && state !== 'added')) return undefined;
  const base = source ? BAR + 2 : HEIGHT - BAR - 2;
  const tip = source ? base + STUB : base - STUB;
  const middle = (span.start + span.end) / 2;
  const half = Math.max(3, (span.end - span.start - AIR) / 2);
  return html`<path
    class="stub stub-${state}"
    d="M${round(middle - half)} ${base}H${round(middle + half)}L${round(middle)} ${tip}Z"
    ${STEADY_LINE}
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

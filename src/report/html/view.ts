import type { AlignmentResult, RenderingResult, SourceResult } from '../../core/result.ts';
import { outlineBeads, type BeadOutline, type BeadState } from '../outline.ts';
import { positions, type Position } from '../position.ts';
import { html, type Markup } from './markup.ts';
import { markKind } from '../kind.ts';

/** One rendering with what the parts of the page share about it. */
export interface RenderingView {
  /** 0-based place among the renderings; ids of elements are made of it. */
  index: number;
  rendering: RenderingResult;
  beads: BeadOutline[];
  positionAt: (offset: number) => Position;
}

export interface PageView {
  result: AlignmentResult;
  source: SourceResult;
  sourcePositionAt: (offset: number) => Position;
  renderings: RenderingView[];
}

/** Reads a result once for all parts of the page. */
export function pageView(result: AlignmentResult): PageView {
  return {
    result,
    source: result.source,
    sourcePositionAt: positions(result.source.text),
    renderings: result.renderings.map((rendering, index) => ({
      index,
      rendering,
      beads: outlineBeads(result.source, rendering),
      positionAt: positions(rendering.text),
    })),
  };
}

/** Ids of elements. */
export const renderingId = (r: number): string => `r${r}`;
export const beadId = (r: number, b: number): string => `r${r}-b${b}`;
export const findingId = (r: number, f: number): string => `r${r}-f${f}`;
export const documentFindingId = (f: number): string => `d-f${f}`;
export const sentenceId = (i: number): string => `s${i}`;

/** A bead's state as a report shows it: told apart further by what is missing or added. */
export type ShownState = Exclude<BeadState, 'partial'> | 'words-missing' | 'words-added' | 'own';

/** Each state's symbol and word, the gravest first. */
const STATES: Readonly<Record<ShownState, readonly [symbol: string, word: string]>> = {
  missing: ['−', 'missing'],
  added: ['+', 'added'],
  damaged: ['!', 'damaged'],
  'words-missing': ['−', 'words missing'],
  'words-added': ['+', 'words added'],
  kept: ['✓', 'kept'],
  similar: ['≈', 'similar'],
  aside: ['·', 'not carried'],
  own: ['·', 'its own'],
};

const SOUND: readonly ShownState[] = ['kept', 'similar', 'aside', 'own'];

/** True for a state that calls for nobody's attention. */
export function isSound(state: ShownState): boolean {
  return SOUND.includes(state);
}

/** The state to show, which is also part of names of classes. */
export function shownState({ bead, state, findings }: BeadOutline, { rendering }: RenderingView): ShownState {
  if (state === 'aside') return bead.source.length > 0 ? 'aside' : 'own';
  if (state !== 'partial') return state;
  return findings.some((f) => markKind(rendering.findings[f]!) === 'missing') ? 'words-missing' : 'words-added';
}

/** A bead's state as symbol and word. */
export function stateInWords(outline: BeadOutline, view: RenderingView): string {
  return STATES[shownState(outline, view)].join(' ') + (outline.bead.moved === true ? ' ⇄ moved' : '');
}

/** `2 missing, 1 damaged`: how many beads are in each state that calls for attention. */
export function tallyInWords(outlines: readonly BeadOutline[], view: RenderingView): string {
  const tally = new Map<ShownState, number>();
  for (const outline of outlines) {
    const state = shownState(outline, view);
    tally.set(state, (tally.get(state) ?? 0) + 1);
  }
  const moved = outlines.filter(({ bead }) => bead.moved === true).length;
  const parts = (Object.keys(STATES) as ShownState[])
    .filter((state) => !isSound(state) && tally.has(state))
    .map((state) => `${tally.get(state)} ${state.startsWith('words') ? 'with ' : ''}${STATES[state][1]}`);
  if (moved > 0) parts.push(`${moved} moved`);
  return parts.length > 0 ? parts.join(', ') : 'nothing missing, added or damaged';
}

const SEVERITY_SYMBOLS = { error: '✖', warning: '▲', info: '•' } as const;

/** A severity as symbol and word, coloured. */
export function severityMarkup(severity: keyof typeof SEVERITY_SYMBOLS): Markup {
  return html`<span class="severity ${severity}">${SEVERITY_SYMBOLS[severity]} ${severity}</span>`;
}

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
type ShownState = Exclude<BeadState, 'partial'> | 'words-missing' | 'words-added' | 'own';

const STATES: Readonly<Record<ShownState, string>> = {
  kept: '✓ kept',
  damaged: '! damaged',
  missing: '− missing',
  added: '+ added',
  'words-missing': '− words missing',
  'words-added': '+ words added',
  similar: '≈ similar',
  aside: '· not carried',
  own: '· its own',
};

/** The state to show, which is also part of names of classes. */
export function shownState({ bead, state, findings }: BeadOutline, { rendering }: RenderingView): ShownState {
  if (state === 'aside') return bead.source.length > 0 ? 'aside' : 'own';
  if (state !== 'partial') return state;
  return findings.some((f) => markKind(rendering.findings[f]!) === 'missing') ? 'words-missing' : 'words-added';
}

/** A bead's state as symbol and word. */
export function stateInWords(outline: BeadOutline, view: RenderingView): string {
  return STATES[shownState(outline, view)] + (outline.bead.moved === true ? ' ⇄ moved' : '');
}

const SEVERITY_SYMBOLS = { error: '✖', warning: '▲', info: '•' } as const;

/** A severity as symbol and word, coloured. */
export function severityMarkup(severity: keyof typeof SEVERITY_SYMBOLS): Markup {
  return html`<span class="severity ${severity}">${SEVERITY_SYMBOLS[severity]} ${severity}</span>`;
}

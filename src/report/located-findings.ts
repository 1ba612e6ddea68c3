import type {
  AlignmentResult,
  DocumentFinding,
  Finding,
  RenderingResult,
  SourceResult,
  SuppressedFinding,
} from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { showControls } from './escape.ts';
import { positions, type Position } from './position.ts';

/** A stretch of one of the result's texts. */
export interface Passage extends Span {
  in: SourceResult | RenderingResult;
}

/** A finding with its places looked up, for formats that list findings one by one. */
export interface LocatedFinding<F = Finding | DocumentFinding | SuppressedFinding> {
  finding: F;
  /** The rendering that it is about; `undefined` for one about the source itself, or between renderings. */
  rendering: RenderingResult | undefined;
  /** Where an editor would mend it: in the rendering, of what is missing there the place where it would stand. */
  at: Passage;
  source: Passage[];
  renderings: Passage[];
}

/** The begin and end of a passage, both 1-based; the end is behind the last character. */
export interface Region {
  start: Position;
  end: Position;
}

/** The findings of a result with their places. Reading is O(text + beads), a look-up O(log lines). */
export class Locator {
  readonly #result: AlignmentResult;
  readonly #positions = new Map<string, (offset: number) => Position>();
  readonly #counterparts = new Map<RenderingResult, Span[]>();

  constructor(result: AlignmentResult) {
    this.#result = result;
  }

  /** The findings of each rendering in turn, then those of the top level. */
  findings(): LocatedFinding<Finding | DocumentFinding>[] {
    const { renderings, findings } = this.#result;
    const own = renderings.flatMap((rendering) =>
      rendering.findings.map((finding) =>
        this.#located<Finding | DocumentFinding>(
          finding,
          rendering,
          finding.rendering.map((span) => ({ ...bare(span), in: rendering })),
        ),
      ),
    );
    return [...own, ...findings.map((finding) => this.#located(finding, undefined, this.#places(finding)))];
  }

  /** The findings that were put aside. */
  suppressed(): LocatedFinding<SuppressedFinding>[] {
    return (this.#result.suppressed ?? []).map((finding) =>
      this.#located(finding, this.#named(finding.rendering), this.#places(finding)),
    );
  }

  /** Line and column of a passage. */
  region({ in: { text }, start, end }: Passage): Region {
    let positionAt = this.#positions.get(text);
    if (positionAt === undefined) this.#positions.set(text, (positionAt = positions(text)));
    return { start: positionAt(start), end: positionAt(end) };
  }

  #located<F extends Finding | DocumentFinding>(
    finding: F,
    rendering: RenderingResult | undefined,
    renderings: Passage[],
  ): LocatedFinding<F> {
    const source = finding.source.map((span) => ({ ...bare(span), in: this.#result.source }));
    const at = renderings[0] ?? this.#standsFor(source[0], rendering);
    return { finding, rendering, at, source, renderings };
  }

  /** Where a passage of the source would stand in a rendering; in the source, where it is about no rendering. */
  #standsFor(passage: Passage | undefined, rendering: RenderingResult | undefined): Passage {
    const { source } = this.#result;
    if (rendering === undefined) return passage ?? { in: source, start: 0, end: 0 };
    if (passage === undefined) return { in: rendering, start: 0, end: 0 };
    const sentence = source.sentences.findLastIndex(({ start }) => start <= passage.start);
    return { in: rendering, ...(this.#spansFor(rendering)[sentence] ?? { start: 0, end: 0 }) };
  }

  /** For each source sentence its counterpart, or the empty span behind that of the nearest sentence before it. */
  #spansFor(rendering: RenderingResult): Span[] {
    const known = this.#counterparts.get(rendering);
    if (known !== undefined) return known;
    const spans: (Span | undefined)[] = this.#result.source.sentences.map(() => undefined);
    for (const bead of rendering.beads) {
      if (bead.rendering.length === 0) continue;
      const [first, last] = [bead.rendering[0]!, bead.rendering.at(-1)!];
      const span = { start: rendering.sentences[first]!.start, end: rendering.sentences[last]!.end };
      for (const i of bead.source) spans[i] = span;
    }
    let behind = 0;
    const filled = spans.map((span) => {
      behind = span?.end ?? behind;
      return span ?? { start: behind, end: behind };
    });
    this.#counterparts.set(rendering, filled);
    return filled;
  }

  #places(finding: DocumentFinding): Passage[] {
    return finding.places.flatMap((place) => {
      const rendering = this.#named(place.rendering);
      return rendering === undefined ? [] : [{ ...bare(place), in: rendering }];
    });
  }

  #named(id: string | null): RenderingResult | undefined {
    return this.#result.renderings.find((rendering) => rendering.id === id);
  }
}

/** Code units of an excerpt; an article's sentence is shorter. */
const EXCERPT = 300;

/** The words of a passage, cut off where they are many. Not escaped, but for what is no text. */
export function excerptOf({ in: { text }, start, end }: Passage): string {
  const cut = end - start > EXCERPT;
  return showControls(cut ? `${text.slice(start, start + EXCERPT)}…` : text.slice(start, end));
}

function bare({ start, end }: Span): Span {
  return { start, end };
}

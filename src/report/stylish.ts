import type { AlignmentResult, DocumentFinding, Finding, RenderingResult, Severity } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { cellWidth, padCells, takeCells, takeLastCells, wrapCells } from './cells.ts';
import { escapeTerminal } from './escape.ts';
import { excerpts } from './excerpt.ts';
import type { Format, RenderOptions } from './format.ts';
import { markKind } from './kind.ts';
import { isTranslation } from './outline.ts';
import { painter, type Paint } from './paint.ts';
import { positions } from './position.ts';
import { countSeverities, countsInWords, gravestFirst } from './severity.ts';
import { strips, type StripState } from './strip.ts';
import { andSuppressed } from './suppressed.ts';
import { NOT_COMPARED, relationWords, verdict } from './verdict.ts';

const STRIP: Readonly<Record<StripState, string>> = { kept: '█', aside: '·', missing: '-', added: '+', damaged: '!' };
const LEGEND = '█ has a counterpart, - missing, + added, ! damaged, · needs no counterpart';
const SEVERITY_WIDTH = 'warning'.length;

/** A report for the terminal: verdict, strip and findings of each rendering, then what concerns them all. */
export const stylish: Format = {
  name: 'stylish',
  extensions: ['.txt'],
  render: (result, options) => new Stylish(result, options).lines().join('\n') + '\n',
};

/** A text of the report with what it takes to quote from it. */
interface Quoted {
  id: string;
  label: string;
  side: AlignmentResult['source'] | RenderingResult;
  positionAt: ReturnType<typeof positions>;
}

/** Where something stands, to be quoted under a finding. */
interface Quote {
  in: Quoted;
  spans: Span[];
}

class Stylish {
  readonly #result: AlignmentResult;
  readonly #width: number;
  readonly #paint: Paint;
  readonly #source: Quoted;
  readonly #renderings: Quoted[];

  constructor(result: AlignmentResult, { color = false, width = 100 }: RenderOptions) {
    this.#result = result;
    this.#width = Math.max(40, width);
    this.#paint = painter(color);
    this.#source = quoted(result.source);
    this.#renderings = result.renderings.map(quoted);
  }

  lines(): string[] {
    const { source, renderings, findings, summary } = this.#result;
    const head = `${this.#source.id} (${this.#source.label}): ${plural(source.sentences.length, 'sentence')}.`;
    const others = renderings.filter((rendering) => !isTranslation(rendering)).length;
    const apart = others === 0 ? '' : `; ${others === 1 ? '1 is no translation' : `${others} are no translations`}`;
    const counts = countsInWords(summary) + andSuppressed(this.#result.suppressed);
    const total = `${counts} in ${plural(renderings.length, 'rendering')}${apart}`;
    const worst: Severity = summary.errors > 0 ? 'error' : summary.warnings + others > 0 ? 'warning' : 'info';
    const sign = { error: '✖', warning: '▲', info: '✔' }[worst];
    return [
      ...this.#titled(this.#source.id, head),
      ...renderings.flatMap((rendering, r) => ['', ...this.#rendering(rendering, this.#renderings[r]!)]),
      ...(findings.length === 0 ? [] : ['', this.#paint('bold', 'The source, and between renderings')]),
      ...gravestFirst(findings).flatMap(({ finding }) => this.#documentFinding(finding)),
      ...(renderings.some(isTranslation)
        ? ['', ...this.#wrapped(LEGEND, 0).map((line) => this.#paint('dim', line))]
        : []),
      '',
      ...this.#wrapped(`${sign} ${total}`, 2).map((line) => this.#paint('bold', this.#paint(worst, line))),
    ];
  }

  #rendering(rendering: RenderingResult, own: Quoted): string[] {
    const uncompared = rendering.findings.length === 0 && !isTranslation(rendering);
    const told = uncompared ? NOT_COMPARED : countsInWords(countSeverities(rendering.findings));
    const counts = told + andSuppressed(this.#result.suppressed, rendering.id);
    const name = `${own.id} (${own.label})`;
    const head = `${name}: ${relationWords[rendering.relation.kind]}. ${escapeTerminal(verdict(rendering))} ${capital(counts)}.`;
    return [
      ...this.#titled(own.id, head),
      ...(isTranslation(rendering) ? this.#strips(rendering) : []),
      ...gravestFirst(rendering.findings).flatMap(({ finding }) => this.#finding(finding, own)),
    ];
  }

  #strips(rendering: RenderingResult): string[] {
    const cells = Math.min(72, this.#width - '  rendering '.length);
    const rows = strips(this.#result.source, rendering, cells);
    return [`  source    ${this.#strip(rows.source)}`, `  rendering ${this.#strip(rows.rendering)}`];
  }

  /** Cells of the same state are painted together, to keep colour codes few. */
  #strip(cells: StripState[]): string {
    let line = '';
    for (let i = 0; i < cells.length;) {
      const state = cells[i]!;
      let end = i;
      while (cells[end] === state) end++;
      const run = STRIP[state].repeat(end - i);
      line += this.#paint(state === 'kept' || state === 'aside' ? 'dim' : state, run);
      i = end;
    }
    return line;
  }

  #finding(finding: Finding, own: Quoted): string[] {
    const quotes = [
      { in: this.#source, spans: finding.source },
      { in: own, spans: finding.rendering },
    ];
    // The place to mend is in the rendering; what is missing there has its place in the source.
    const place = finding.rendering.length > 0 ? quotes[1]! : quotes[0]!;
    return [...this.#heading(finding, place), ...this.#quotes(finding, quotes)];
  }

  #documentFinding(finding: DocumentFinding): string[] {
    const inRenderings = finding.places.flatMap((place) => {
      const rendering = this.#renderings[this.#result.renderings.findIndex(({ id }) => id === place.rendering)];
      return rendering === undefined ? [] : [{ in: rendering, spans: [place] }];
    });
    const quotes: Quote[] = [{ in: this.#source, spans: finding.source }, ...inRenderings];
    const place = quotes.find(({ spans }) => spans.length > 0) ?? quotes[0]!;
    return [...this.#heading(finding, place), ...this.#quotes(finding, quotes, 'id')];
  }

  /** `  file:line:column  severity  message  rule`, the message with a hanging indent, below the rest where narrow. */
  #heading(finding: Finding | DocumentFinding, place: Quote): string[] {
    const position = place.spans.length === 0 ? undefined : place.in.positionAt(place.spans[0]!.start);
    const whole = position === undefined ? place.in.id : `${place.in.id}:${position.line}:${position.column}`;
    // The end of a long path tells more than its beginning, and the position is there.
    const room = Math.min(40, this.#width - 12);
    const at = cellWidth(whole) <= room ? whole : `…${takeLastCells(whole, room - 1)}`;
    const start = `  ${this.#paint('dim', padCells(at, 18))} ${this.#paint(finding.severity, finding.severity.padEnd(SEVERITY_WIDTH))}`;
    const rule = escapeTerminal(finding.rule);
    const indent = 2 + Math.max(18, cellWidth(at)) + 1 + SEVERITY_WIDTH + 2;
    const message = (by: number): string[] => {
      const lines = wrapText(escapeTerminal(finding.message), this.#width - by);
      const fits = cellWidth(lines.at(-1)!) + 2 + cellWidth(rule) <= this.#width - by;
      const last = fits ? `${lines.pop()}  ` : '';
      return [...lines, last + this.#paint('dim', takeCells(rule, this.#width - by))];
    };
    if (this.#width - indent < 32) return [start.trimEnd(), ...message(4).map((line) => `    ${line}`)];
    const [first, ...others] = message(indent);
    return [`${start}  ${first}`, ...others.map((line) => ' '.repeat(indent) + line)];
  }

  #quotes(finding: Finding | DocumentFinding, quotes: Quote[], by: 'label' | 'id' = 'label'): string[] {
    const quotedSpans = quotes.filter(({ spans }) => spans.length > 0);
    const labelWidth = Math.max(2, ...quotedSpans.map((quote) => cellWidth(takeCells(quote.in[by], 16))));
    return quotedSpans.flatMap((quote) => {
      const label = padCells(takeCells(quote.in[by], 16), labelWidth);
      const { text, sentences } = quote.in.side;
      const width = this.#width - 4 - labelWidth - 2;
      return excerpts(text, sentences, quote.spans, markKind(finding), width, this.#paint).map(
        (line) => `    ${this.#paint('dim', label)}  ${line}`,
      );
    });
  }

  /** A text that begins with a name in bold. */
  #titled(name: string, text: string): string[] {
    const [first, ...others] = this.#wrapped(text, 2);
    return first!.startsWith(name)
      ? [this.#paint('bold', name) + first!.slice(name.length), ...others]
      : [first!, ...others];
  }

  #wrapped(text: string, indent: number): string[] {
    return wrapText(text, this.#width - indent).map((line, i) => (i === 0 ? line : ' '.repeat(indent) + line));
  }
}

function quoted(side: AlignmentResult['source'] | RenderingResult): Quoted {
  return {
    id: escapeTerminal(side.id),
    label: escapeTerminal(side.language),
    side,
    positionAt: positions(side.text),
  };
}

/** Escaped text in lines of `width` columns; a number stays beside the word that follows it: `79 %`, `2 errors`. */
function wrapText(text: string, width: number): string[] {
  const glued = text.replace(/(\d) (?=[^\d\s])/g, '$1\u00a0');
  return wrapCells(glued, width).map((line) => line.replaceAll('\u00a0', ' '));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

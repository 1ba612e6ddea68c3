import type { AlignmentResult } from '../core/result.ts';
import { html as page } from './html/html.ts';
import { html as markup } from './html/markup.ts';
import { countsInWords } from './severity.ts';
import { stylish } from './stylish.ts';
import { andSuppressed } from './suppressed.ts';

/** A result that shows itself where values are shown; as JSON it is the result. */
export interface DisplayedResult {
  /** The result itself, for `JSON.stringify`. */
  toJSON(): AlignmentResult;
}

/** What a notebook takes: the same thing in several forms, by MIME type; the notebook shows the richest that it knows. */
type MimeBundle = Record<string, unknown>;

/** Of Node's `util.inspect` what matters here; Deno and Bun give some of it. */
interface InspectOptions {
  colors?: boolean;
  breakLength?: number;
}

/**
 * JSON under a name of its own. Under `application/json` JupyterLab would show a tree of the data in place of the page,
 * since it prefers JSON to HTML.
 */
const JSON_TYPE = 'application/vnd.align-translations+json';

const FRAME_STYLE =
  'display:block;box-sizing:border-box;width:100%;height:44rem;max-height:85vh;margin-top:.5rem;border:1px solid #8886;resize:vertical;overflow:auto';

/** Columns for a notebook, and for an inspection that is not told any. */
const COLUMNS = 100;

/**
 * The result as the value of a notebook's cell or of a line in a REPL: `display(result)`. In Deno's Jupyter kernel it
 * shows itself as the page of `render(result, 'html')`, in a frame; `console.log` in Node, Deno and Bun prints the report
 * of `stylish`, in colours where other values have them. Reports are made when they are asked for.
 */
export function display(result: AlignmentResult): DisplayedResult {
  return {
    toJSON: () => result,
    [Symbol.for('Jupyter.display')]: (): MimeBundle => ({
      'text/html': framed(result),
      'text/plain': plain(result, { width: COLUMNS }),
      [JSON_TYPE]: result,
    }),
    [Symbol.for('nodejs.util.inspect.custom')]: (depth: number, { colors, breakLength }: InspectOptions = {}) =>
      // A value too deep to be shown is named, as Node does with its own.
      depth < 0 ? '[DisplayedResult]' : plain(result, { color: colors === true, width: columnsOf(breakLength) }),
  } as DisplayedResult;
}

/** Infinity asks for everything on one line, which a report is not. */
function columnsOf(breakLength = COLUMNS): number {
  return Number.isFinite(breakLength) ? breakLength : COLUMNS;
}

function plain(result: AlignmentResult, options: { color?: boolean; width: number }): string {
  return stylish.render(result, options).trimEnd();
}

/**
 * The page in a frame below a line that can be clicked to close it. The page is a document with a style, a script and a
 * content security policy of its own: in the frame neither it nor the notebook changes the looks of the other, and
 * `sandbox` keeps it apart from the notebook's session. The page scrolls in the frame, so that its heads of tables stay in
 * sight; the frame's lower corner can be dragged. Where a viewer takes frames away, the line with the counts is left.
 */
function framed(result: AlignmentResult): string {
  const { renderings, source, summary } = result;
  const several = renderings.length === 1 ? '1 rendering' : `${renderings.length} renderings`;
  const counts = `${countsInWords(summary)}${andSuppressed(result.suppressed)} in ${several}`;
  return markup`<details open><summary>Translation report: <b>${source.id}</b>, ${counts}</summary><iframe title="Translation report: ${source.id}" sandbox="allow-scripts" srcdoc="${pageInFrame(result)}" style="${FRAME_STYLE}"></iframe></details>`
    .text;
}

/**
 * The page with links that stay in the frame. A document in `srcdoc` resolves addresses by its parent's: `#r0` would load the
 * notebook into the frame. No text of an article has a bare quotation mark in the page, so that only links match.
 */
function pageInFrame(result: AlignmentResult): string {
  return page.render(result, {}).replaceAll(' href="#', ' href="about:srcdoc#');
}

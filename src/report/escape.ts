/**
 * Everything an article could smuggle into a report is made harmless here: markup, script ends, spreadsheet formulas,
 * terminal controls and overrides of the reading direction. Every function is linear in its input.
 */

/** C0 but tab and line ends, DEL and C1: no printable meaning, and the start of every terminal sequence. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Embeddings, overrides and isolates of direction: they can show text in another order than it has. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The character as a visible token, `⟨U+202E⟩`. */
function visible(character: string): string {
  return `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Controls and direction overrides as visible tokens, lone surrogates as U+FFFD; tabs and line ends stay. */
export function showControls(text: string): string {
  return text.replace(CONTROLS, visible).replace(DIRECTION, visible).replace(LONE_SURROGATE, '\ufffd');
}

/** Any run of white space (line ends, tabs, no-break spaces) as one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ');
}

/** Text for a terminal: one line, nothing that the terminal would act on. */
export function escapeTerminal(text: string): string {
  return showControls(oneLine(text));
}

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML content and for attributes in quotes, of either kind. */
export function escapeHtml(text: string): string {
  return showControls(text).replace(/[&<>"']/g, (c) => HTML[c]!);
}

/** One escaped code unit of a JSON string. */
function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * JSON text whose strings hold no raw control, direction override or line separator; it parses to the same data. What
 * `JSON.stringify` leaves raw of these stands only inside strings, so that the replacement is safe on the whole text.
 */
export function escapeJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, unicodeEscape);
}

/** JSON text for a script element of an HTML page: nothing in it ends the script or opens a comment. */
export function escapeJsonInHtml(json: string): string {
  return escapeJson(json).replace(/[<>&]/g, unicodeEscape);
}

/** One cell of a TSV line: tabs and line ends become a space, a text that a spreadsheet would run gets an apostrophe. */
export function escapeTsv(text: string): string {
  const cell = showControls(text);
  const guarded = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return oneLine(guarded);
}

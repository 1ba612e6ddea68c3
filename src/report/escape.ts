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

/** The text with an apostrophe before what a spreadsheet would run as a formula. */
function guarded(cell: string): string {
  return /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** One cell of a TSV line: tabs and line ends become a space, a text that a spreadsheet would run gets an apostrophe. */
export function escapeTsv(text: string): string {
  return oneLine(guarded(showControls(text)));
}

/** One cell of a CSV line (RFC 4180): what `escapeTsv` gives, in quotes, so that no separator can end the cell. */
export function escapeCsv(text: string): string {
  return `"${escapeTsv(text).replaceAll('"', '""')}"`;
}

/** No XML 1.0 document may hold these, not even as a reference. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What XML may hold, but readers would normalize, end a line at, or show in another order. */
const FRAGILE_IN_XML = /[\t\n\r\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const XML: Record<string, string> = { ...HTML, "'": '&apos;' };

function xmlReferences(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => XML[c]!)
    .replace(FRAGILE_IN_XML, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`);
}

/**
 * Text for XML 1.0 content and attributes: it reads back as it was, line ends and direction overrides too. Only what no
 * XML may hold becomes a visible token, `⟨U+0000⟩`, and a lone surrogate U+FFFD.
 */
export function escapeXml(text: string): string {
  return xmlReferences(text.replace(LONE_SURROGATE, '\ufffd').replace(NOT_XML, visible));
}

/** Text for the inline content of XLIFF 2, which has an element for the characters that no XML may hold. */
export function escapeXliff(text: string): string {
  return xmlReferences(text.replace(LONE_SURROGATE, '\ufffd')).replace(NOT_XML, (c) => {
    const hex = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `<cp hex="${hex}"/>`;
  });
}

/**
 * Text within a line of Markdown (CommonMark, GitHub's tables and links): one line, nothing in it is markup. Addresses do
 * not become links; a word joiner keeps `@name` and `#1` from calling people and naming issues. Not for the begin of a
 * line, where more characters have a meaning.
 */
export function escapeMarkdown(text: string): string {
  return showControls(oneLine(text))
    .replace(/[\\`*_[\]<>|~&$#]|:(?=\/\/)/g, '\\$&')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/@|#(?=\d)/g, '$&\u2060');
}

/** The message of a GitHub workflow command: one line that ends no command and begins none. */
export function escapeGithubMessage(text: string): string {
  return escapeTerminal(text).replaceAll('%', '%25');
}

/** The value of a property of a GitHub workflow command. */
export function escapeGithubProperty(text: string): string {
  return escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The text of a SARIF message: what would be a link, `[text](address)`, or a placeholder, `{0}`, stays text. */
export function escapeSarifMessage(text: string): string {
  const shown = showControls(text).replace(/\{(\d+)\}/g, '{{$1}}');
  return shown.includes('](') ? shown.replace(/[\\[\]]/g, '\\$&') : shown;
}

/** A path as a relative URI reference, its slashes kept. */
export function escapeUriPath(path: string): string {
  return path.replace(LONE_SURROGATE, '\ufffd').split('/').map(encodeURIComponent).join('/');
}

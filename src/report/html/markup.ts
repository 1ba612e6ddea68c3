import { escapeHtml } from '../escape.ts';

/** HTML that is safe to write as it is: made by `html`, which escapes every text that goes into it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Template tag: strings and numbers are escaped, markup and lists of it go in as they are, `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let text = strings[0]!;
  parts.forEach((part, i) => (text += write(part) + strings[i + 1]!));
  return new Markup(text);
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(write).join('') : escapeHtml(String(part));
}

/** Attribute of a shape: its line stays as wide and regular as the style sheet has it where the drawing is stretched. */
export const STEADY_LINE = html`vector-effect="non-scaling-stroke"`;

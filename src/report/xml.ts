import { escapeXml } from './escape.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Attributes by name; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element on one line. `content` is markup already; without it the element is empty. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const start = `<${name}${written(attributes)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** The lines of an element whose children stand on lines of their own, by two spaces further in. */
export function block(name: string, attributes: Attributes, children: readonly string[]): string[] {
  if (children.length === 0) return [element(name, attributes)];
  return [`<${name}${written(attributes)}>`, ...children.map((line) => `  ${line}`), `</${name}>`];
}

/** The begin tag of an element. */
export function startTag(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}>`;
}

/** A language as XML takes it: `und`, undetermined, for what is no language tag. */
export function xmlLanguage(language: string): string {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,8}$/i.test(language) ? language : 'und';
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
}

import { cellWidth, padCells, wrapCells } from '../report/cells.ts';
import { escapeTerminal } from '../report/escape.ts';
import { painter } from '../report/paint.ts';

export interface TerminalMarkdownOptions {
  width: number;
  color: boolean;
}

interface Block {
  kind: 'heading' | 'paragraph' | 'quote' | 'item' | 'row' | 'blank';
  text: string;
}

const INDENTS = { paragraph: ['', ''], quote: ['  │ ', '  │ '], item: ['- ', '  '] } as const;
const KEY_WIDTH = 26;

/**
 * Markdown for a terminal, as far as the pages on rules use it: headings, paragraphs, quotes, lists, tables of a name
 * and a text. Bold words stay marked where there are no colours, for in the examples they are the damaged ones.
 */
export function terminalMarkdown(markdown: string, { width, color }: TerminalMarkdownOptions): string {
  const paint = painter(color);
  const bold = (text: string): string =>
    color ? text.replace(/\*\*([^*]+)\*\*/g, (_, words: string) => paint('bold', words)) : text;
  const lines = blocksOf(markdown).flatMap(({ kind, text: marked }) => {
    const text = plain(marked);
    if (kind === 'blank') return [''];
    if (kind === 'heading') return [paint('bold', text)];
    if (kind === 'row') return rowLines(text, width);
    const [first, next] = INDENTS[kind];
    const wrapped = wrapCells(text, Math.max(20, width - cellWidth(first)));
    return [bold(wrapped.map((line, i) => ((i === 0 ? first : next) + line).trimEnd()).join('\n'))];
  });
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function rowLines(text: string, width: number): string[] {
  const [name = '', value = ''] = text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  // A head without words and the line below it only make the table one.
  if (/^[-\s]*$/.test(name)) return [];
  if (width < 2 * KEY_WIDTH || cellWidth(name) >= KEY_WIDTH)
    return [...wrapCells(name, width), ...wrapCells(value, width - 2).map((line) => `  ${line}`)];
  const lines = wrapCells(value, width - KEY_WIDTH);
  return lines.map((line, i) => padCells(i === 0 ? name : '', KEY_WIDTH) + line);
}

/** Lines of one block joined. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split('\n')) {
    const { kind, text } = blockOf(line);
    const last = blocks.at(-1);
    const goesOn =
      kind === 'quote'
        ? last?.kind === 'quote'
        : kind === 'paragraph' && (last?.kind === 'paragraph' || last?.kind === 'item');
    if (last !== undefined && goesOn && text !== '' && last.text !== '') last.text += ` ${text}`;
    else blocks.push({ kind, text });
  }
  return blocks;
}

function blockOf(line: string): Block {
  if (line.trim() === '') return { kind: 'blank', text: '' };
  if (line.startsWith('|')) return { kind: 'row', text: line.trim() };
  const [, mark = '', rest = ''] = /^(#+|>|- |)\s*(.*)$/.exec(line)!;
  const kind = mark.startsWith('#') ? 'heading' : mark === '>' ? 'quote' : mark === '- ' ? 'item' : 'paragraph';
  return { kind, text: rest };
}

/** The text without inline marks but bold. */
function plain(text: string): string {
  const shown = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/(?<!\*)\*([^*]+)\*(?!\*)/g, '$1')
    .replace(/\\(?=[-*|<>])/g, '');
  return escapeTerminal(shown);
}

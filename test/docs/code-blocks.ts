import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the comments in front of a block of code say about it. */
interface Marks {
  /** `<!-- file: NAME -->`: the block is the content of that file. */
  file?: string;
  /** `<!-- exit status N -->`: how its commands end; 0 by itself. */
  status: number;
  /** `<!-- continues -->`: it goes on where the last program of the page ended. */
  continues: boolean;
  /** `<!-- prints -->`: what the last program printed; `<!-- prints, among others -->`: some of its lines. */
  prints?: 'all' | 'some';
  /** `<!-- not run: REASON -->`: its types or options are checked, and that is all. */
  notRun?: string;
}

/** A fenced block of code of a page. */
export interface CodeBlock {
  /** `docs/guides/notebooks.md:12`, for messages. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
  readonly marks: Marks;
}

export const root = new URL('../../', import.meta.url);

/** A page of the repository as text. */
export const readPage = (page: string): string => readFileSync(fileURLToPath(new URL(page, root)), 'utf8');

/** The fenced blocks of a page, in order. */
export function codeBlocks(page: string): CodeBlock[] {
  const lines = readPage(page).split('\n');
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^```(.*)$/.exec(lines[at]!);
    if (!fence) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`${page}:${at + 1}: the block of code does not end.`);
    blocks.push({
      place: `${page}:${at + 1}`,
      language: fence[1]!,
      text: `${lines.slice(at + 1, end).join('\n')}\n`,
      marks: marksAbove(lines, at, `${page}:${at + 1}`),
    });
    at = end;
  }
  return blocks;
}

/** Reads the comments above a fence; those of a generated block (`<!-- library code -->`) say nothing. */
function marksAbove(lines: readonly string[], fence: number, place: string): Marks {
  const marks: Marks = { status: 0, continues: false };
  for (let at = fence - 1; at >= 0 && (lines[at] === '' || lines[at]!.startsWith('<!--')); at--) {
    const mark = /^<!-- (.*) -->$/.exec(lines[at]!)?.[1];
    if (mark === undefined || mark.startsWith('/')) continue;
    const [, name, value] = /^(file|exit status|continues|prints|not run)(?:[:,]? (.*))?$/.exec(mark) ?? [];
    if (name === 'file') marks.file = value!;
    else if (name === 'exit status') marks.status = Number(value);
    else if (name === 'continues') marks.continues = true;
    else if (name === 'prints') marks.prints = value === undefined ? 'all' : 'some';
    else if (name === 'not run' && value) marks.notRun = value;
    else if (!GENERATED.has(mark)) throw new Error(`${place}: there is no mark "${mark}".`);
  }
  return marks;
}

/** What scripts/readme.mjs writes. */
const GENERATED = new Set(['library code', 'library output', 'command output']);

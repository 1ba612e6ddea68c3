import source from '../../seeds/003.txt?raw';
import first from '../../seeds/000.txt?raw';
import second from '../../seeds/001.txt?raw';
import third from '../../seeds/002.txt?raw';
import fourth from '../../seeds/004.txt?raw';
import type { FileText } from './text-box.ts';

/** A Russian wire report, two renderings of it, and two English reports on the same matter. */
export const example: readonly FileText[] = Object.entries({
  '003.txt': source,
  '000.txt': first,
  '001.txt': second,
  '002.txt': third,
  '004.txt': fourth,
}).map(([name, text]) => ({ name, text, encoding: 'utf-8' }));

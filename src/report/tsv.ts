import { beadColumns, beadRows } from './bead-table.ts';
import { escapeTsv } from './escape.ts';
import type { Format } from './format.ts';

/** A header and one row a bead of every rendering, UTF-8, for spreadsheets. */
export const tsv: Format = {
  name: 'tsv',
  extensions: ['.tsv'],
  render: (result) => [beadColumns, ...beadRows(result, escapeTsv)].map((row) => `${row.join('\t')}\n`).join(''),
};

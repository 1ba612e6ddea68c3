import { beadColumns, beadRows } from './bead-table.ts';
import { escapeCsv } from './escape.ts';
import type { Format } from './format.ts';

/** The table of `tsv` with commas, its texts in quotes (RFC 4180, but for line ends, which are LF). */
export const csv: Format = {
  name: 'csv',
  extensions: ['.csv'],
  render: (result) => [beadColumns, ...beadRows(result, escapeCsv)].map((row) => `${row.join(',')}\n`).join(''),
};

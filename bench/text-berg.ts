import { existsSync, readFileSync } from 'node:fs';
import { normalizeRows, zeros, type Matrix } from '../src/core/matrix.ts';
import { MAX_GROUP } from '../src/align/group-norms.ts';
import type { PlainBead } from './baselines/exact-path.ts';
import { corpora } from './planted-cases.ts';

/** The Text+Berg development document: German and French, a sentence a line, with vectors of every run of sentences. */
export interface TextBerg {
  german: string[];
  french: string[];
  /** `windows[k - 1]` has a unit row for each run of `k` sentences. */
  windows: { german: Matrix[]; french: Matrix[] };
  gold: PlainBead[];
}

const DIMENSIONS = 1024;

/** Reads it. Ends the program with 2 where the development data is not there. */
export function textBerg(): TextBerg {
  if (!existsSync(file('dev.de'))) {
    console.error('The development data is not here: this bench needs ../shared/corpora beside the repository.');
    process.exit(2);
  }
  const german = lines('dev.de');
  const french = lines('dev.fr');
  const gold = lines('dev.defr').map((line) => {
    const [source, rendering] = line.split(':').map((side) => (side.match(/\d+/g) ?? []).map(Number));
    return { source: source!, rendering: rendering! };
  });
  return { german, french, windows: { german: windows(german, 'de'), french: windows(french, 'fr') }, gold };
}

/** Vectors of runs: a line of `overlaps.*` is the run's sentences joined by a space, its vector the row of that number. */
function windows(sentences: readonly string[], language: string): Matrix[] {
  const bytes = readFileSync(file(`overlaps.${language}.emb`));
  const values = new Float32Array(new Uint8Array(bytes).buffer);
  const rows = new Map(lines(`overlaps.${language}`).map((text, row) => [text, row]));
  return Array.from({ length: MAX_GROUP }, (_, x) => {
    const out = zeros(sentences.length - x, DIMENSIONS);
    for (let i = 0; i < out.rows; i++) {
      const row = rows.get(sentences.slice(i, i + x + 1).join(' '));
      if (row === undefined) throw new Error(`overlaps.${language} lacks sentences ${i} to ${i + x}.`);
      out.data.set(values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), i * DIMENSIONS);
    }
    return normalizeRows(out);
  });
}

function lines(name: string): string[] {
  const all = readFileSync(file(name), 'utf8').split('\n');
  return all.slice(0, -1).map((line) => line.trim());
}

function file(name: string): URL {
  return new URL(`dev/text-berg/${name}`, corpora);
}

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A case of ../shared/corpora/dev/planted; spans are `[start, end)`. */
export interface PlantedCase {
  id: string;
  source: string;
  renderings: [{ id: string; text: string }];
  gold: {
    segments: [source: [number, number], rendering: [number, number] | null][];
    events: {
      rule: string;
      source: [number, number][];
      rendering: [number, number][];
      also?: [number, number][];
      before?: string;
    }[];
  };
}

export const corpora = new URL('../../shared/corpora/', import.meta.url);

/** A half of the planted cases. Ends the program with 2 where the development data is not there. */
export function plantedCases(half: 'a' | 'b'): PlantedCase[] {
  const file = new URL(`dev/planted/${half}.jsonl.gz`, corpora);
  if (!existsSync(file)) {
    console.error('The development data is not here: this bench needs ../shared/corpora beside the repository.');
    process.exit(2);
  }
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as PlantedCase);
}

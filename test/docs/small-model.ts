import { writeTableModel } from '../table-model.ts';

/** Words that mean the same, in German and French: each pair has one vector. */
const PAIRS = `ausstellung exposition, museum musée, hafen port, eröffnet ouvre, montag lundi, erwartet attendus,
  tausende milliers, besucher visiteurs, eintritt entrée, kinder enfants, frei gratuite, stadt ville, stolz fière, sagte dit,
  direktorin directrice, leihgaben prêts, bleiben restent, september septembre`
  .split(',')
  .map((pair) => pair.trim().split(' '));
const COLUMNS = 32;

/**
 * Writes a model folder for Transformers.js that knows these words alone. A word has a direction of its own, so that
 * texts are near where they share meanings; `.` counts for little.
 */
export function writeSmallModel(folder: string): void {
  const words = [...new Set(PAIRS.flat())];
  writeTableModel(folder, {
    words,
    columns: COLUMNS,
    maxLength: 128,
    vector(word) {
      const meaning = PAIRS.findIndex((pair) => pair.includes(word));
      return Array.from({ length: COLUMNS }, (_, c) =>
        c === COLUMNS - 1 ? 0.1 : words.includes(word) ? +(c === meaning) : 0,
      );
    },
  });
}

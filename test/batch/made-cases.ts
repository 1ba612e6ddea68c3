import type { AlignCase } from '../../src/index.ts';

const PLACES = [
  ['в Твери', 'in Tver'],
  ['в Казани', 'in Kazan'],
  ['в Перми', 'in Perm'],
  ['в Томске', 'in Tomsk'],
] as const;
const EVENTS = [
  ['Мост через реку открыли', 'The bridge across the river was opened'],
  ['Завод по выпуску насосов остановили', 'The plant that makes pumps was shut down'],
  ['Школу для трёхсот учеников построили', 'A school for three hundred pupils was built'],
  ['Музей железных дорог закрыли на ремонт', 'The railway museum was closed for repairs'],
  ['Новый рынок осмотрела комиссия', 'The new market was inspected by a commission'],
] as const;
const DAYS = [
  ['в понедельник', 'on Monday'],
  ['в среду', 'on Wednesday'],
  ['в пятницу', 'on Friday'],
] as const;

/** Documents of so many sentences a side, each with another number in every sentence; `count` may be Infinity. */
export function* madeCases(count: number, sentences: number): Generator<AlignCase, undefined, undefined> {
  for (let i = 0; i < count; i++) {
    const [source, rendering]: [string[], string[]] = [[], []];
    for (let k = 0; k < sentences; k++) {
      const at = i * 7 + k;
      const [event, place, day] = [EVENTS[at % 5]!, PLACES[(at >> 1) % 4]!, DAYS[at % 3]!];
      source.push(`${event[0]} ${place[0]} ${day[0]}, работали ${11 + ((i + 3 * k) % 80)} человек.`);
      rendering.push(`${event[1]} ${place[1]} ${day[1]}, and ${11 + ((i + 3 * k) % 80)} people were at work.`);
    }
    yield { id: `made-${i}`, source: source.join(' '), renderings: rendering.join(' ') };
  }
}

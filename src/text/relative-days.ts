/** What tells a day by another one, in English and Russian. */
const ENGLISH =
  /\b(?:day|night|week|month|year)s? (?:before|after|earlier|later|prior)\b|\b(?:next|following|previous) (?:day|morning|evening|night)\b|\beve of\b/i;
const RUSSIAN =
  /накануне|назавтра|наутро|(?:следующ|предыдущ)\S{1,3} (?:день|дня|утр|вечер)|(?:день|дня|дней|днями|днем|днём|сутки|суток) (?:до|после|спустя|раньше|ранее|позже)/iu;

/** Whether a passage tells a day by another: the searches that led to Tuesday's arrest took place a day earlier. O(length). */
export function tellsDayByAnother(passage: string): boolean {
  return ENGLISH.test(passage) || RUSSIAN.test(passage);
}

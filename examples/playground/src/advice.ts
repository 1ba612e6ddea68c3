import type { ErrorCode } from 'align-translations';
import type { Failure } from './messages.ts';

/** What to do next, in terms of this page: the library's own hints speak to programmers. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  'empty-text': 'Paste the text into its box, or open a file.',
  'text-too-long': 'Put in one article at a time, not a book.',
  'unknown-language': 'Choose the language below the text.',
  'unsupported-language':
    'This page knows Russian and English. If the text is in one of them, choose the language below the text.',
  'same-language':
    'The source and its renderings have to be in different languages. If a language was told wrong, choose it below the text.',
  'missing-vector': 'Remove what is neither Russian nor English.',
  'file-not-text': 'Save the article as plain text first. UTF-8, UTF-16, Windows-1251 and KOI8-R are read.',
  'file-too-large': 'Put in one article at a time, not a book.',
  'model-failed': 'Check the connection and press Check again.',
  'model-damaged': 'Reload the page. If that does not help, the files of this site are not whole.',
  'invalid-beads': 'Choose another format.',
};

/** The next step for the reader of the page. */
export function adviceOn({ code, hint }: Failure): string {
  return ADVICE[code as ErrorCode] ?? hint;
}

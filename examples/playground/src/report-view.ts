import type { AlignmentResult } from 'align-translations';

/** Shows the library's page in a frame that can run its own script and reach nothing of this one. */
export class ReportView {
  readonly #place: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** A new frame for each report, so that going back in the browser's history does not lead to an old one. */
  async show(page: string, title: string): Promise<void> {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = title;
    frame.src = 'report.html';
    this.#place.replaceChildren(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    // The frame has no origin that could be named.
    frame.contentWindow?.postMessage(page, '*');
    // The keys of the report work where the focus is in it.
    frame.focus();
  }

  focus(): void {
    this.#place.querySelector('iframe')?.focus();
  }
}

/** `2 errors, 1 warning in 4 renderings`. */
export function outcomeOf({ summary, renderings }: AlignmentResult): string {
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  const told = [
    summary.errors > 0 ? count(summary.errors, 'error') : '',
    summary.warnings > 0 ? count(summary.warnings, 'warning') : '',
    summary.infos > 0 ? count(summary.infos, 'info') : '',
  ].filter((part) => part !== '');
  return `${told.length > 0 ? told.join(', ') : 'No findings'} in ${count(renderings.length, 'rendering')}`;
}

/** Hands a text to the browser's downloads. */
export function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

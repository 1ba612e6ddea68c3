import type { NamedText } from './messages.ts';

/** A text from a file. */
export interface FileText {
  name: string;
  text: string;
  encoding: string;
}

const template = document.querySelector<HTMLTemplateElement>('#box')!;
let boxes = 0;

/** The box of one text, with its name, its language and where it came from. */
export class TextBox {
  readonly element: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #language: HTMLSelectElement;
  #file: string | undefined;

  constructor(placeholder: string, { onFiles, onRemove }: { onFiles: (files: File[]) => void; onRemove?: () => void }) {
    this.element = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    this.#area = this.#one('textarea');
    this.#language = this.#one('select');
    const heading = this.#one('h2');
    heading.id = `box-${++boxes}`;
    this.element.setAttribute('aria-labelledby', heading.id);
    this.#area.setAttribute('aria-labelledby', heading.id);
    this.#area.placeholder = placeholder;
    this.#area.addEventListener('input', () => this.#tellSize());
    const picker = this.#one<HTMLInputElement>('input[type=file]');
    picker.addEventListener('change', () => {
      onFiles([...(picker.files ?? [])]);
      // The same file can be picked again.
      picker.value = '';
    });
    const remove = this.#one<HTMLButtonElement>('.remove');
    if (onRemove === undefined) remove.remove();
    else remove.addEventListener('click', onRemove);
  }

  /** What the box is called on the page: `Source`, `Rendering 2`. */
  set title(title: string) {
    this.#one('h2').textContent = title;
    this.element.querySelector('.remove')?.setAttribute('aria-label', `Remove ${title.toLowerCase()}`);
    this.#one('input[type=file]').setAttribute('aria-label', `Open a file: ${title.toLowerCase()}`);
    this.#language.setAttribute('aria-label', `Language of the ${title.toLowerCase()}`);
  }

  get isEmpty(): boolean {
    return this.#area.value.trim() === '';
  }

  fill({ name, text, encoding }: FileText): void {
    this.#area.value = text;
    this.#area.scrollTop = 0;
    this.#file = name;
    this.#language.value = '';
    this.#one('.origin').textContent = encoding === 'utf-8' ? name : `${name}, ${encoding}`;
    this.#tellSize();
  }

  clear(): void {
    this.fill({ name: '', text: '', encoding: 'utf-8' });
    this.#file = undefined;
  }

  focus(): void {
    this.#area.focus();
  }

  /** The text under the name of its file, or the given one. */
  read(fallback: string): NamedText {
    const language = this.#language.value;
    return { id: this.#file ?? fallback, text: this.#area.value, ...(language === '' ? {} : { language }) };
  }

  #tellSize(): void {
    const words = this.#area.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    this.#one('.size').textContent =
      words === 0 ? '' : `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
  }

  #one<E extends Element = HTMLElement>(selector: string): E;
  #one<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  #one(selector: string): Element {
    return this.element.querySelector(selector)!;
  }
}

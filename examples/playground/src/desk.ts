import type { NamedText } from './messages.ts';
import { TextBox, type FileText } from './text-box.ts';

/** The boxes of the source and its renderings. */
export class Desk {
  readonly #source: TextBox;
  readonly #column: HTMLElement;
  readonly #onFiles: (files: File[], box: TextBox) => void;
  #renderings: TextBox[] = [];

  constructor(source: HTMLElement, renderings: HTMLElement, onFiles: (files: File[], box: TextBox) => void) {
    this.#column = renderings;
    this.#onFiles = onFiles;
    this.#source = new TextBox('Paste the article here, or drop its file.', {
      onFiles: (files) => onFiles(files, this.#source),
    });
    this.#source.title = 'Source';
    source.append(this.#source.element);
    this.add();
  }

  /** A new, empty box for a rendering. */
  add(): TextBox {
    const box: TextBox = new TextBox('Paste a translation of it here, or drop its file.', {
      onFiles: (files) => this.#onFiles(files, box),
      onRemove: () => this.#remove(box),
    });
    this.#column.lastElementChild!.before(box.element);
    this.#renderings.push(box);
    this.#number();
    return box;
  }

  /** The box that an element of the page is part of. */
  boxAt(target: EventTarget | null): TextBox | undefined {
    return [this.#source, ...this.#renderings].find(({ element }) => element.contains(target as Node | null));
  }

  /**
   * Puts texts into boxes: the first into `box` if one was meant, a Russian one into the source if that is empty, the others
   * into empty renderings and then into new ones.
   */
  place(files: readonly FileText[], box?: TextBox): void {
    const rest = [...files];
    if (box !== undefined && rest.length > 0) box.fill(rest.shift()!);
    if (this.#source.isEmpty) {
      const russian = rest.findIndex(({ text }) => isRussian(text));
      if (russian >= 0) this.#source.fill(rest.splice(russian, 1)[0]!);
    }
    for (const file of rest) (this.#renderings.find(({ isEmpty }) => isEmpty) ?? this.add()).fill(file);
  }

  clear(): void {
    for (const { element } of this.#renderings) element.remove();
    this.#renderings = [];
    this.#source.clear();
    this.add();
    this.#source.focus();
  }

  /** The texts; renderings without one are left out unless there is no other. Names that occur twice get numbers. */
  read(): { source: NamedText; renderings: NamedText[] } {
    const source = this.#source.read('source');
    const filled = this.#renderings.filter(({ isEmpty }) => !isEmpty);
    const boxes = filled.length > 0 ? filled : this.#renderings.slice(0, 1);
    const taken = new Set<string>([source.id]);
    const renderings = boxes.map((box) => {
      const text = box.read(`rendering ${this.#renderings.indexOf(box) + 1}`);
      let id = text.id;
      for (let n = 2; taken.has(id); n++) id = `${text.id} (${n})`;
      taken.add(id);
      return { ...text, id };
    });
    return { source, renderings };
  }

  #remove(box: TextBox): void {
    const at = this.#renderings.indexOf(box);
    this.#renderings.splice(at, 1);
    box.element.remove();
    if (this.#renderings.length === 0) this.add();
    this.#number();
    this.#renderings[Math.min(at, this.#renderings.length - 1)]!.focus();
  }

  #number(): void {
    const several = this.#renderings.length > 1;
    for (const [i, box] of this.#renderings.entries()) box.title = several ? `Rendering ${i + 1}` : 'Rendering';
  }
}

/** Whether most of the letters are Cyrillic. */
function isRussian(text: string): boolean {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu);
}

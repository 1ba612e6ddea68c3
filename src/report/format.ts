import type { AlignmentResult } from '../core/result.ts';

/** What a format may be told; each takes of it what it knows. */
export interface RenderOptions {
  /** ANSI colours, for `stylish` alone. Default false. */
  color?: boolean;
  /** Columns of the terminal, for `stylish` alone; 40 at least. Default 100. */
  width?: number;
  /**
   * Where the texts lie, by id, with slashes: for `sarif`, `github` and `junit`, whose readers open files. A text that is not
   * named here lies at its id.
   */
  paths?: Readonly<Record<string, string>>;
}

/** One way to write a result down. It needs the result alone, so that a result saved as JSON renders the same. */
export interface Format {
  /** What `render` and `--format` call it. */
  readonly name: string;
  /** What a file of this format ends with, dot included, lower case. */
  readonly extensions: readonly string[];
  /** The whole file as text. @throws AlignError as the function `render` of the package */
  render(result: AlignmentResult, options: RenderOptions): string;
}

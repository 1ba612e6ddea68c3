import type { AlignmentResult } from '../core/result.ts';
import { atLeast } from '../report/severity.ts';
import type { FailOn } from './align-arguments.ts';
import { noun, number } from './batch-progress.ts';
import { EXIT } from './exit-codes.ts';

type Summary = AlignmentResult['summary'];

const COUNTS = { error: 'errors', warning: 'warnings', info: 'infos' } as const;

/** Counts the records of a file of results, of this run and of the one before. */
export class BatchTally {
  readonly #threshold: FailOn;
  readonly #findings: Summary = { errors: 0, warnings: 0, infos: 0 };
  #documents = 0;
  #failed = 0;
  #doneBefore = 0;

  constructor(threshold: FailOn) {
    this.#threshold = threshold;
  }

  /** A record's summary, undefined for an error record. */
  add(summary: Summary | undefined): void {
    this.#documents++;
    if (summary === undefined) this.#failed++;
    for (const count of Object.values(COUNTS)) this.#findings[count] += summary?.[count] ?? 0;
  }

  /** The same for a record of the earlier run. */
  addDone(summary: Summary | undefined): void {
    this.#doneBefore++;
    this.add(summary);
  }

  /** Of the whole file, so that a run in parts ends as one without a break. */
  get exitStatus(): number {
    if (this.#failed > 0) return EXIT.failure;
    const threshold = this.#threshold;
    if (threshold === 'never') return EXIT.clean;
    const severities = (['error', 'warning', 'info'] as const).filter((severity) => atLeast(severity, threshold));
    return severities.some((severity) => this.#findings[COUNTS[severity]] > 0) ? EXIT.findings : EXIT.clean;
  }

  /** What to say of a run that Ctrl-C ended. */
  interruptedText(): string {
    return `Interrupted: ${number(this.#documents)} ${noun(this.#documents)} done. Give --resume to go on.\n`;
  }

  /** The summary for people; `pace` says how fast this run was, where it did anything. */
  text(pace: string): string {
    const before = this.#doneBefore > 0 ? `, ${number(this.#doneBefore)} done before` : '';
    const { errors, warnings, infos } = this.#findings;
    const findings = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
    return [
      `${number(this.#documents)} ${noun(this.#documents)}, ${number(this.#failed)} with an error record${before}`,
      `${findings} (${this.#documents > this.#doneBefore ? pace : 'nothing was left to do'})`,
      '',
    ].join('\n');
  }
}

function count(value: number, what: string): string {
  return `${number(value)} ${what}${value === 1 ? '' : 's'}`;
}

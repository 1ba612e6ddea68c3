import type { AlignmentResult } from '../core/result.ts';
import type { RenderOptions } from '../report/format.ts';
import { atLeast } from '../report/severity.ts';
import { alignOptions, failOn, leastSeverity, type FailOn } from './align-arguments.ts';
import { countOf, type Arguments } from './arguments.ts';
import { BaselineAccount, baselineText } from './baseline-file.ts';
import { EXIT } from './exit-codes.ts';
import { writeReport } from './files.ts';
import { wantsColor, write, type Io } from './io.ts';
import { planOutputs } from './outputs.ts';
import { suppressionNote } from './suppression-note.ts';

/** The options of a command that reports, read and checked. */
export type ReportSettings = Awaited<ReturnType<typeof reportSettings>>;

/** @throws AlignError for values that do not fit, and for files that cannot be read as what they should be */
export async function reportSettings(given: Arguments, io: Io) {
  const maxWarnings = given.value('max-warnings');
  return {
    outputs: planOutputs(given.values('format'), given.values('output')),
    least: leastSeverity(given),
    threshold: failOn(given, 'error'),
    maxWarnings: maxWarnings === undefined ? Infinity : countOf('--max-warnings', maxWarnings, 0),
    color: given.has('color') ? given.flag('color') : undefined,
    quiet: given.flag('quiet'),
    renewedBaseline: given.value('write-baseline'),
    options: await alignOptions(given, io),
  };
}

/** How a report that goes to `path` is to look; only a terminal has colours and a width. */
export function lookOf(path: string, { color }: ReportSettings, io: Io): RenderOptions {
  return path === '-' ? { color: wantsColor(io, color), width: io.stdout.columns ?? 100 } : {};
}

/** Counts what the results of a run say, for its exit status and its notes. */
export class RunAccount {
  readonly #settings: ReportSettings;
  readonly #baseline: BaselineAccount;
  readonly #suppressed: { by: 'baseline' | 'ignore' }[] = [];
  #fails = false;
  #warnings = 0;

  constructor(settings: ReportSettings) {
    this.#settings = settings;
    this.#baseline = new BaselineAccount(settings.options.baseline);
  }

  add(result: AlignmentResult): void {
    this.#baseline.add(result);
    this.#suppressed.push(...(result.suppressed ?? []).map(({ by }) => ({ by })));
    this.#warnings += result.summary.warnings;
    this.#fails ||= fails(result, this.#settings.threshold);
  }

  /** Tells what was put aside, writes the new baseline where one is wanted, and gives the exit status. */
  async end(io: Io): Promise<number> {
    const { quiet, renewedBaseline, maxWarnings } = this.#settings;
    if (!quiet) await write(io.stderr, suppressionNote(this.#suppressed, this.#baseline.stale()));
    if (renewedBaseline !== undefined) {
      await writeReport(renewedBaseline, baselineText(this.#baseline.renewed()), io);
      return EXIT.clean;
    }
    return this.#fails || this.#warnings > maxWarnings ? EXIT.findings : EXIT.clean;
  }
}

/** True where a finding is as grave as the threshold. */
function fails(result: AlignmentResult, threshold: FailOn): boolean {
  if (threshold === 'never') return false;
  const findings = [...result.findings, ...result.renderings.flatMap((rendering) => rendering.findings)];
  return findings.some(({ severity }) => atLeast(severity, threshold));
}

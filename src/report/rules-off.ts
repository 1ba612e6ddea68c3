import type { AlignmentResult } from '../core/result.ts';

/** The rules that the caller had switched off: of these it says nothing that they found nothing. */
export function rulesOff(result: AlignmentResult): ReadonlySet<string> {
  return new Set(result.rulesOff);
}

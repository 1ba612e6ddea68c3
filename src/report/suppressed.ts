import type { SuppressedFinding } from '../core/result.ts';

/**
 * `, 2 suppressed`, to follow the counts of what is told: findings that a baseline or an ignore list has put aside. Blank
 * where there are none. With `rendering`, those about the rendering of this id; null for those about none.
 */
export function andSuppressed(suppressed: readonly SuppressedFinding[] = [], rendering?: string | null): string {
  const count = suppressed.filter((finding) => rendering === undefined || finding.rendering === rendering).length;
  return count === 0 ? '' : `, ${count} suppressed`;
}

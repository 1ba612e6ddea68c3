import { rules } from '../detect/rules.ts';

/** The rules with their severities in both profiles, a line each. */
export function ruleList(): string {
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, severity, summary }) => {
      const severities = `${severity.literal.padEnd(8)}${severity.wire.padEnd(8)}`;
      return `${id.padEnd(idWidth)}  ${severities}${summary}\n`;
    })
    .join('');
}

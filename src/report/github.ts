import type { Severity } from '../core/result.ts';
import { escapeGithubMessage, escapeGithubProperty } from './escape.ts';
import type { Format } from './format.ts';
import { Locator } from './located-findings.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands, a line a finding: printed in a job, they become annotations at the rendering's lines. */
export const github: Format = {
  name: 'github',
  extensions: [],
  render: (result, { paths = {} }) => {
    const locator = new Locator(result);
    return locator
      .findings()
      .map(({ finding, at }) => {
        const { start, end } = locator.region(at);
        const { id } = at.in;
        // GitHub takes columns only within one line.
        const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
        const properties = {
          file: Object.hasOwn(paths, id) ? paths[id]! : id,
          line: start.line,
          endLine: end.line,
          ...columns,
          title: finding.rule,
        };
        const written = Object.entries(properties).map(
          ([name, value]) => `${name}=${escapeGithubProperty(String(value))}`,
        );
        return `::${COMMANDS[finding.severity]} ${written.join(',')}::${escapeGithubMessage(finding.message)}\n`;
      })
      .join('');
  },
};

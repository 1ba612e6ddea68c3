import type { AlignmentResult, RenderingResult, SourceResult } from '../core/result.ts';
import { escapeTerminal, escapeXml } from './escape.ts';
import type { Format, RenderOptions } from './format.ts';
import { Locator, excerptOf, type LocatedFinding } from './located-findings.ts';
import { isTranslation } from './outline.ts';
import { factsOf, ruleIdsWith } from './rule-facts.ts';
import { rulesOff } from './rules-off.ts';
import { NOT_COMPARED } from './verdict.ts';
import { block, element, XML_DECLARATION } from './xml.ts';

/**
 * JUnit XML for continuous integration: a test suite for each rendering, a test case for each rule, so that passes show.
 * A case fails on findings that are errors; milder ones are its output. Rules that were not asked are skipped: those that
 * are switched off, and where the text is no translation those that compare sentences. Findings between renderings, and
 * about the source itself, are a suite of the source's.
 */
export const junit: Format = {
  name: 'junit',
  extensions: ['.junit.xml', '.xml'],
  render: (result, options) => `${document(result, options).join('\n')}\n`,
};

const SWITCHED_OFF = 'switched off';

interface Suite {
  tests: number;
  failures: number;
  skipped: number;
  lines: string[];
}

function document(result: AlignmentResult, { paths = {} }: RenderOptions): string[] {
  const locator = new Locator(result);
  const located = locator.findings();
  const told = ({ finding, at, source, renderings }: LocatedFinding): string => {
    const { start } = locator.region(at);
    const quoted = [...source, ...renderings].map(
      (passage) => `    ${passage.in.id}: ${escapeTerminal(excerptOf(passage))}`,
    );
    const head = `${at.in.id}:${start.line}:${start.column} ${finding.severity}: ${escapeTerminal(finding.message)}`;
    return [head, ...quoted].map(escapeXml).join('\n');
  };
  const off = rulesOff(result);
  const fileOf = ({ id }: SourceResult | RenderingResult): string => (Object.hasOwn(paths, id) ? paths[id]! : id);
  const suites = result.renderings.map((rendering) => {
    const own = located.filter((one) => one.rendering === rendering);
    const rules = ruleIdsWith(own.map(({ finding }) => finding));
    const compared = isTranslation(rendering);
    const notAsked = (rule: string): string | undefined =>
      off.has(rule) ? SWITCHED_OFF : !compared && factsOf(rule)?.comparesBeads ? NOT_COMPARED : undefined;
    return suiteOf(rendering.id, fileOf(rendering), rules, own, told, notAsked);
  });
  const between = located.filter(({ rendering }) => rendering === undefined);
  if (between.length > 0) {
    const rules = [...new Set(between.map(({ finding }) => finding.rule))];
    suites.push(suiteOf(result.source.id, fileOf(result.source), rules, between, told, () => undefined));
  }
  const sum = (of: 'tests' | 'failures' | 'skipped'): number => suites.reduce((total, suite) => total + suite[of], 0);
  const counts = { tests: sum('tests'), failures: sum('failures'), errors: 0, skipped: sum('skipped') };
  const name = `${result.tool.name} ${result.source.id}`;
  return [
    XML_DECLARATION,
    ...block(
      'testsuites',
      { name, ...counts },
      suites.flatMap(({ lines }) => lines),
    ),
  ];
}

function suiteOf(
  name: string,
  file: string,
  rules: readonly string[],
  located: readonly LocatedFinding[],
  told: (one: LocatedFinding) => string,
  notAsked: (rule: string) => string | undefined,
): Suite {
  let failures = 0;
  let skipped = 0;
  const cases = rules.flatMap((rule) => {
    const own = located.filter(({ finding }) => finding.rule === rule);
    const errors = own.filter(({ finding }) => finding.severity === 'error');
    const milder = own.filter(({ finding }) => finding.severity !== 'error');
    const children: string[] = [];
    if (errors.length > 0) {
      failures++;
      const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
      const message = `${errors[0]!.finding.message}${more}`;
      children.push(element('failure', { message, type: rule }, errors.map(told).join('\n')));
    } else if (own.length === 0 && notAsked(rule) !== undefined) {
      skipped++;
      children.push(element('skipped', { message: notAsked(rule) }));
    }
    if (milder.length > 0) children.push(element('system-out', {}, milder.map(told).join('\n')));
    return block('testcase', { name: rule, classname: name, file }, children);
  });
  const counts = { tests: rules.length, failures, errors: 0, skipped };
  return { ...counts, lines: block('testsuite', { name, ...counts, file }, cases) };
}

import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { ruleFacts } from '../../src/report/rule-facts.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';
import { hostileArticle } from './hostile.ts';
import { sarifErrors } from './validators.ts';

let hostile: AlignmentResult;
beforeAll(async () => {
  hostile = await hostileArticle();
});

const run = (result: AlignmentResult, paths = {}) => JSON.parse(render(result, 'sarif', { paths })).runs[0];
const region = (location: { physicalLocation: { region: object } }) => location.physicalLocation.region;

describe('sarif', () => {
  it('is valid by the published schema', () => {
    for (const result of [seedResult(), hostile]) expect(sarifErrors(JSON.parse(render(result, 'sarif')))).toEqual([]);
    expect(hostile.suppressed!.length).toBeGreaterThan(0);
  });

  it('of which the schema would refuse an unknown level, a column 0, a path that is no URI', () => {
    const log = JSON.parse(render(seedResult(), 'sarif'));
    const [first] = log.runs[0].results;
    first.level = 'info';
    first.locations[0].physicalLocation.region.startColumn = 0;
    first.locations[0].physicalLocation.artifactLocation.uri = 'a b<.txt';
    expect(sarifErrors(log)).toHaveLength(3);
  });

  it('has a result for each finding, at its place in the rendering, with the source beside it', () => {
    const result = seedResult();
    const { results, columnKind } = run(result);
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results).toHaveLength(result.summary.errors + result.summary.warnings + result.summary.infos);
    const number = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'number');
    expect(number).toMatchObject({ level: 'error', message: { text: '“тысячи” (thousands) became “scores”.' } });
    expect(number.locations[0].physicalLocation.artifactLocation.uri).toBe('000.txt');
    const text = result.renderings[0]!.text.split('\n')[10]!;
    expect(region(number.locations[0])).toMatchObject({ startLine: 11, endLine: 11, snippet: { text: 'scores' } });
    const { startColumn, endColumn } = region(number.locations[0]) as { startColumn: number; endColumn: number };
    expect(text.slice(startColumn - 1, endColumn - 1)).toBe('scores');
    expect(number.relatedLocations).toHaveLength(1);
    expect(number.relatedLocations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: '003.txt' }, region: { snippet: { text: 'тысячи' } } },
      message: { text: 'The source, 003.txt' },
    });
  });

  it('lists every rule with a page of its own, and points to it', () => {
    const { tool, results } = run(seedResult());
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(ruleFacts.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    for (const { helpUri, id } of tool.driver.rules) expect(helpUri).toContain(`/docs/rules/${id}.md`);
    const other = seedResult();
    other.findings[0]!.rule = 'tone';
    expect(run(other).tool.driver.rules.at(-1)).toEqual({ id: 'tone' });
  });

  it('says which rules were switched off', () => {
    const log = JSON.parse(render({ ...seedResult(), rulesOff: ['negation'] } as AlignmentResult, 'sarif'));
    expect(sarifErrors(log)).toEqual([]);
    const { rules } = log.runs[0].tool.driver as { rules: { id: string; defaultConfiguration?: object }[] };
    const off = rules.filter(({ defaultConfiguration }) => defaultConfiguration !== undefined);
    expect(off).toMatchObject([{ id: 'negation', defaultConfiguration: { enabled: false } }]);
  });

  it('has what was put aside as suppressed, and says of all others that they are not', () => {
    const { results } = run(hostile);
    const suppressed = results.filter(({ suppressions }: { suppressions: object[] }) => suppressions.length > 0);
    expect(suppressed).toHaveLength(hostile.suppressed!.length);
    expect(suppressed[0].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: '[known](http://example.org) ⟨U+202E⟩ <b>',
        properties: { by: 'ignore' },
      },
    ]);
    for (const one of run(seedResult()).results) expect(one).not.toHaveProperty('suppressions');
  });

  it('names files by their paths where it is told them', () => {
    const { results } = run(seedResult(), { '000.txt': 'wire/a b/000.txt', '003.txt': '../ru.txt' });
    const uris = new Set(
      results.map(
        (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          one.locations[0]!.physicalLocation.artifactLocation.uri,
      ),
    );
    expect([...uris].sort()).toEqual(['../ru.txt', '001.txt', '002.txt', 'wire/a%20b/000.txt']);
  });
});

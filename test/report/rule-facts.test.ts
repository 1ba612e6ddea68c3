import { expect, it } from 'vitest';
import { rules } from '../../src/detect/rules.ts';
import { factsOf, ruleFacts, ruleIdsWith, rulePage } from '../../src/report/rule-facts.ts';

it('says of each rule what the rule says of itself', () => {
  const own = rules.map(({ id, summary, comparesBeads }) =>
    comparesBeads ? { id, summary, comparesBeads } : { id, summary },
  );
  expect(ruleFacts).toEqual(own);
});

it('names a page of the same version', () => {
  expect(rulePage('omission')).toMatch(/@\d+\.\d+\.\d+\/docs\/rules\/omission\.md$/);
});

it('puts rules of other versions last', () => {
  expect(ruleIdsWith([{ rule: 'tone' }, { rule: 'omission' }, { rule: 'tone' }])).toEqual([
    ...ruleFacts.map(({ id }) => id),
    'tone',
  ]);
  expect(factsOf('tone')).toBeUndefined();
  expect(factsOf('constructor')).toBeUndefined();
});

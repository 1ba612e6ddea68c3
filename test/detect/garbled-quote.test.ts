import { describe, expect, test } from 'vitest';
import { garbledQuoteRule } from '../../src/detect/garbled-quote.ts';
import { detect } from '../../src/detect/detect.ts';
import type { Rule } from '../../src/detect/rule.ts';
import { unpairedMarksRule } from '../../src/detect/unpaired-marks.ts';
import { draftsOf } from './drafts-of.ts';
import { contextOf } from './quotation-context.ts';

const LEAD = 'Стороны обсудили ход переговоров и предстоящий визит.';
const LEAD_EN = 'The parties discussed the course of the talks and the coming visit.';
const QUOTED = '"Министры были едины в оценке событий, в том числе участия наемников в нападениях", - сказал он.';

/** Remains as text, or null where nothing is told. */
function remains(source: string[][], rendering: string[][], uncovered?: string): string | null {
  const context = contextOf(source, rendering, uncovered);
  const drafts = draftsOf(garbledQuoteRule, context);
  expect(drafts.length).toBeLessThanOrEqual(1);
  const span = drafts[0]?.rendering[0];
  return span ? context.rendering.text.slice(span.start, span.end) : null;
}

describe('told', () => {
  test('a quotation that has lost its beginning, closed by a wrong mark', () => {
    expect(remains([[LEAD, QUOTED]], [[LEAD_EN, 'including the participation of mercenaries in attacks. “']])).toBe(
      'including the participation of mercenaries in attacks. “',
    );
  });

  test('one without any mark left', () => {
    expect(remains([[LEAD, QUOTED]], [[LEAD_EN, 'the participation of mercenaries in attacks, he said.']])).toBe(
      'the participation of mercenaries in attacks, he said.',
    );
  });

  test('one that goes on in lower case after its colon', () => {
    expect(
      remains(
        [[LEAD, 'Комиссия сообщила: "Окончательное решение по поводу описаний будут принимать сами члены".']],
        [[LEAD_EN, 'The Commission said: are called will be a matter for the members."']],
      ),
    ).toBe('are called will be a matter for the members."');
  });

  test('quotations that run into each other', () => {
    const told = remains(
      [['Он предупредил, что крах «происходит на наших глазах», и призвал предотвратить «полный крах» страны.']],
      [['He warned that the collapse was "happening before our eyesto take action to stop“the freefall" soon.']],
    );
    expect(told).toContain('eyesto take action');
  });

  test('a cut inside a sentence, by the words without counterpart', () => {
    expect(
      remains(
        [[LEAD, 'Берг написал, что миссия компании "состоит в том, чтобы дать энергию и среду для целостности сети".']],
        [[LEAD_EN, 'Berg wrote that the firm’s help protect the net.']],
        'состоит в том, чтобы дать энергию и среду',
      ),
    ).not.toBeNull();
  });

  test('one that goes on in lower case after its colon, by what else speaks for damage', () => {
    const source = [
      [LEAD, 'Комиссия сообщила: "Окончательное решение по поводу описаний будут принимать сами члены".'],
    ];
    const confidence = (rendering: string) =>
      draftsOf(garbledQuoteRule, contextOf(source, [[LEAD_EN, rendering]])).map((draft) => draft.confidence);
    expect(confidence('The Commission said: are called will be a matter for the members."')).toEqual([0.97]);
    expect(confidence('The Commission said: "are called a matter for the members."')).toEqual([]);
    expect(confidence('The Commission said: are called will be a matter.')).toEqual([0.9]);
    expect(
      confidence('The Commission said: the final decision on the descriptions will have to be taken by the members.'),
    ).toEqual([]);
  });

  test('what is lost is named, with the quotation beside it', () => {
    const [draft] = draftsOf(
      garbledQuoteRule,
      contextOf([[LEAD, QUOTED]], [[LEAD_EN, 'participation of mercenaries in attacks."']]),
    );
    expect(draft!.message).toBe(
      'The quotation has lost its beginning: “participation of mercenaries in attacks.” stands for ' +
        '“Министры были едины в оценке событий, в том числе участия наемников в нападениях”.',
    );
    expect(draft!.confidence).toBeGreaterThan(0.9);
    expect(draft!.beads).toEqual([1]);
  });
});

describe('not told', () => {
  test.each([
    [
      'a whole quotation',
      '"The ministers were united in assessing events, including attacks by mercenaries," he said.',
    ],
    [
      'one told as report',
      'He said that the ministers were united in assessing events, including attacks by mercenaries.',
    ],
    [
      'a missing mark alone',
      'The ministers were united in assessing events, including attacks by mercenaries," he said.',
    ],
    [
      'a wrong mark alone',
      '“The ministers were united in assessing events, including attacks by mercenaries, “he said.',
    ],
  ])('%s', (_, rendering) => {
    expect(remains([[LEAD, QUOTED]], [[LEAD_EN, rendering]])).toBeNull();
  });

  test('a lower-case sentence where the source quotes nothing', () => {
    expect(remains([[LEAD, 'Он сказал об этом вчера.']], [[LEAD_EN, 'said so yesterday.']])).toBeNull();
  });

  test('lower case in a text that uses no capitals', () => {
    const lines = (text: string): string[] => Array.from({ length: 4 }, () => text);
    expect(remains([lines(QUOTED)], [lines('the participation of mercenaries in attacks, he said.')])).toBeNull();
  });
});

test('its marks are not told again', () => {
  const context = contextOf([[LEAD, QUOTED]], [[LEAD_EN, 'participation of mercenaries in attacks. “']]);
  const following = { ...context, relation: { kind: 'translation' as const, confidence: 1, reason: '' } };
  const told = (rules: Rule[]) =>
    detect(following, { rules, profile: 'literal', severities: {} }).map((finding) => finding.rule);
  expect(told([unpairedMarksRule])).toEqual(['unpaired-marks']);
  expect(told([unpairedMarksRule, garbledQuoteRule])).toEqual(['garbled-quote']);
});

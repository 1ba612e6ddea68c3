import { expect, test } from 'vitest';
import { isKorean } from '../../src/text/korean.ts';

test.each([
  ['чен', 'jong'],
  ['чон', 'chung'],
  ['ын', 'un'],
  ['ына', 'un'],
  ['ыном', 'eun'],
  ['чжэ', 'jae'],
  ['чжэин', 'jaein'],
  ['пак', 'park'],
  ['кын', 'geun'],
  ['хе', 'hye'],
  ['чхве', 'choe'],
  ['цой', 'choi'],
])('%s is %s', (russian, latin) => {
  expect(isKorean(russian, latin)).toBe(true);
});

test.each([
  ['чен', 'jae'],
  ['пак', 'kim'],
  ['и', 'yi'],
  ['путин', 'putin'],
  ['чженчженчжен', 'jongjongjong'],
  ['', ''],
])('%s is not %s', (russian, latin) => {
  expect(isKorean(russian, latin)).toBe(false);
});

import { expect, test } from 'vitest';
import { isPalladius } from '../../src/text/palladius.ts';

test.each([
  ['си', 'xi'],
  ['цзиньпин', 'jinping'],
  ['цзиньпина', 'jinping'],
  ['ван', 'wang'],
  ['вань', 'wan'],
  ['и', 'yi'],
  ['чжоу', 'zhou'],
  ['эньлаем', 'enlai'],
  ['цзэдун', 'zedong'],
  ['цюй', 'qu'],
  ['гуанчжоу', 'guangzhou'],
  ['чунцине', 'chongqing'],
  ['шанхае', 'shanghai'],
  ['хуавэй', 'huawei'],
  ['сюэ', 'xue'],
  ['жэнь', 'ren'],
  ['хуэй', 'hui'],
])('%s is %s', (russian, latin) => {
  expect(isPalladius(russian, latin)).toBe(true);
});

test.each([
  ['ван', 'wan'],
  ['ли', 'liu'],
  ['чжоу', 'zhao'],
  ['путин', 'putin'],
  ['цзиньпинович', 'jinping'],
  ['', ''],
])('%s is not %s', (russian, latin) => {
  expect(isPalladius(russian, latin)).toBe(false);
});

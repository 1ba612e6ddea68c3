import { expect, it } from 'vitest';
import { positions } from '../../src/report/position.ts';

it('counts lines by LF, CRLF and CR, columns in UTF-16 code units', () => {
  const text = 'ab\ncd\r\nef\rg😀h';
  const at = positions(text);
  expect(at(0)).toEqual({ line: 1, column: 1 });
  expect(at(text.indexOf('\n'))).toEqual({ line: 1, column: 3 });
  expect(at(text.indexOf('c'))).toEqual({ line: 2, column: 1 });
  expect(at(text.indexOf('\r\n') + 1)).toEqual({ line: 2, column: 4 });
  expect(at(text.indexOf('e'))).toEqual({ line: 3, column: 1 });
  expect(at(text.indexOf('g'))).toEqual({ line: 4, column: 1 });
  expect(at(text.indexOf('h'))).toEqual({ line: 4, column: 4 });
  expect(positions('')(0)).toEqual({ line: 1, column: 1 });
});

import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/batch/run-settings.ts';
import { documentId } from '../../src/queue/document-id.ts';

describe('the id of a document', () => {
  it('is a UUID of version 8 that depends on the run and the document', () => {
    const ids = [
      documentId('run', '{"id":1}'),
      documentId('run', '{"id":2}'),
      documentId('other', '{"id":1}'),
      documentId('run\n', '{"id":1}'),
    ];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(4);
    expect(documentId('run', '{"id":1}')).toBe(ids[0]);
  });

  it('has its JSON in one order, in characters that PostgreSQL’s text can hold', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'x' })).toBe('{"a":"x","b":[{"c":2,"d":1}]}');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: '\u0000\ud800' })).toBe('{"a":"\\u0000\\ud800"}');
  });
});

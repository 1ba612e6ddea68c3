import * as library from '@huggingface/transformers';
import { describe, expect, test } from 'vitest';
import { importLibrary } from '../../src/embed/transformers-library.ts';
import { testLibrary } from './transformers-suite.ts';

describe('@huggingface/transformers', () => {
  test('is the package that is taken first', async () => {
    expect((await importLibrary()).env.version).toBe(library.env.version);
  });

  testLibrary(library);
});

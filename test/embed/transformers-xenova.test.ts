import * as library from '@xenova/transformers';
import { describe, expect, test } from 'vitest';
import { importLibrary } from '../../src/embed/transformers-library.ts';
import { testLibrary } from './transformers-suite.ts';

describe('@xenova/transformers', () => {
  test('is taken where the first is not installed', async () => {
    expect((await importLibrary(['@nobody/nothing', '@xenova/transformers'])).env.version).toBe(library.env.version);
  });

  testLibrary(library);
});

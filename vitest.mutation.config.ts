import { defineConfig } from 'vitest/config';

/** The tests that `npm run test:mutation` runs against each mutant: those of the mutated files that take milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/align/{align-sentences,dynamic-program,evaluate,gap-rivals,loose-ends,moved,posterior}.test.ts',
      'test/detect/{addition,date,date-match,gaps,number,number-match,omission,retold,siblings,span-sets}.test.ts',
    ],
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

/** The tests that `npm run test:mutation` runs against each mutant: those of the mutated files that take milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/align/{dynamic-program,evaluate,gap-rivals,moved,posterior}.test.ts',
      'test/detect/{addition,date,date-match,gaps,number,number-match,omission,other-renderings,siblings,span-sets}.test.ts',
    ],
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

/** Shares in percent that `npm run test:coverage` asks of each of the folders whose code decides what is found. */
const least = { statements: 95, branches: 95 };

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/{text,align,detect}/**'],
      thresholds: { 'src/text/**': least, 'src/align/**': least, 'src/detect/**': least },
    },
  },
});

import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'node20',
  sourcemap: false,
  treeshake: true,
  outDir: 'dist',
  // Russian words as they are: an escape is three times as long, on disk and for the parser.
  esbuildOptions(options) {
    options.charset = 'utf8';
  },
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      align: 'src/align.ts',
      embed: 'src/embed.ts',
      report: 'src/report.ts',
      queue: 'src/queue.ts',
    },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    shims: true,
    clean: true,
  },
  // Programs that start by themselves. In pieces, so that a command loads only what it needs; all lie in dist/ itself,
  // since the code finds models and pages from there.
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts', 'align-worker': 'src/batch/align-worker.ts' },
    format: ['esm'],
    dts: false,
    splitting: true,
  },
]);

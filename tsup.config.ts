import { defineConfig } from 'tsup';

const shared = { target: 'node20', sourcemap: false, treeshake: true, outDir: 'dist' } as const;

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', align: 'src/align.ts', embed: 'src/embed.ts', report: 'src/report.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    splitting: true,
    shims: true,
    clean: true,
  },
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], dts: false, splitting: false },
]);

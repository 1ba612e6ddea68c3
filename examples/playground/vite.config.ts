import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './content-security-policy.ts';

export default defineConfig({
  // The pages run from any folder of a site.
  base: './',
  plugins: [contentSecurityPolicy()],
  worker: { format: 'es' },
  // As data URLs, small assets would need a wider policy.
  build: { assetsInlineLimit: 0 },
  // From a clone, the package and the seeds lie outside this folder.
  server: { fs: { allow: ['../..'] } },
});

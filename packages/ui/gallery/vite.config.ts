import { defineConfig } from 'vite'

// A page to look at while building; no part of the product. `vite packages/ui/gallery`, then add `?dark` for the dark theme.
export default defineConfig({
  root: import.meta.dirname,
  server: { host: '127.0.0.1', port: 4179, strictPort: true, fs: { allow: ['../../..'] } },
})

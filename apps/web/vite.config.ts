import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Not the short form: it would change the Host, and the server answers only to the address that people use.
const proxy = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false }

export default defineConfig({
  plugins: [
    // Before react(): the router's code splitting must see the sources that the compiler has not yet rewritten.
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: false }),
    react({ compiler: true }),
  ],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': proxy, '/healthz': proxy } },
  // No asset inside another: the content policy takes fonts and pictures from our own address only.
  build: { target: 'es2022', sourcemap: true, manifest: true, assetsInlineLimit: 0 },
})

import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Not the short form: it would change the Host, and the server answers only to the address that people use.
const proxy = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false }

/** What every screen needs, in two files instead of sixty; nothing that only some screens ask for may match these. And the charts. */
const groups = [
  {
    name: 'libraries',
    test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|use-intl|intl-messageformat|@formatjs|@trpc|@tanstack)[\\/]/,
  },
  { name: 'frame', test: /(packages[\\/]ui[\\/]src[\\/](actions|feedback|marks|theme|class-names)|apps[\\/]web[\\/]src[\\/]lib)[\\/]/ },
  {
    name: 'charts',
    test: /node_modules[\\/](recharts|victory-vendor|d3-[a-z-]+|@reduxjs|react-redux|redux|immer|reselect|decimal\.js-light|es-toolkit)[\\/]/,
  },
]

export default defineConfig({
  plugins: [
    // Before react(): the router's code splitting must see the sources that the compiler has not yet rewritten.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What a screen loads is parsed by its schemas: they come with the screen, not with the first one.
      codeSplittingOptions: { defaultBehavior: [['component', 'loader'], ['errorComponent'], ['notFoundComponent']] },
      quoteStyle: 'single',
      semicolons: false,
    }),
    react({ compiler: true }),
  ],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': proxy, '/healthz': proxy } },
  // No asset inside another: the content policy takes fonts and pictures from our own address only.
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})

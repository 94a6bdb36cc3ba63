import { pathToFileURL } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { defineConfig, type Plugin } from 'vite'
import { offlineShell } from './offline-shell.config.ts'

// Not the short form: it would change the Host, and the server answers only to the address that people use.
const proxy = { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false }

/** What every screen needs, in two files instead of sixty; nothing that only some screens ask for may match these. And the charts. */
const groups = [
  {
    name: 'libraries',
    test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|use-intl|intl-messageformat|@formatjs|@trpc|@tanstack)[\\/]/,
  },
  { name: 'frame', test: /(packages[\\/]ui[\\/]src[\\/](actions|feedback|marks|theme|class-names)|apps[\\/]web[\\/]src[\\/]lib)[\\/]/ },
  // The addresses of all screens, without the screens.
  { name: 'addresses', test: /apps[\\/]web[\\/]src[\\/]routes[\\/][^?]*\.tsx$/ },
  {
    name: 'charts',
    test: /node_modules[\\/](recharts|victory-vendor|d3-[a-z-]+|@reduxjs|react-redux|redux|immer|reselect|decimal\.js-light|es-toolkit)[\\/]/,
  },
]

/** Each schema carries the way to write itself as JSON Schema, 5 kB of the first screen that no screen asks for: its functions do nothing here. */
function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ },
      handler: (code) => {
        const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
        return { code: `const absent = () => absent\nexport { ${names.map((name) => `absent as ${name}`).join(', ')} }`, map: null }
      },
    },
  }
}

type Words = { readonly [key: string]: string | Words }
type Compiled = { readonly [key: string]: Compiled } | ReturnType<typeof compile>

function compileWords(words: string | Words): Compiled {
  if (typeof words === 'string') return compile(words)
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, compileWords(value)]))
}

/** Messages are parsed here rather than by each reader's browser: the parser is 11 kB of the first screen. */
function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/locales\/(fr|en)\/[\w-]+\.ts$/ },
      async handler(_, id) {
        const parts: Readonly<Record<string, Words>> = await import(`${pathToFileURL(id).href}?${Date.now()}`)
        const lines = Object.entries(parts).map(([name, words]) => `export const ${name} = ${JSON.stringify(compileWords(words))}`)
        return { code: lines.join('\n'), map: null }
      },
    },
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
  plugins: [
    withoutJsonSchema(),
    compiledMessages(),
    // Before react(): the router's code splitting must see the sources that the compiler has not yet rewritten.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // What a screen loads is parsed by its schemas: they come with the screen, not with the first one. The splitter knows properties
      // alone: a loader written as a method stays behind, with all that it imports.
      codeSplittingOptions: { defaultBehavior: [['component', 'pendingComponent', 'loader'], ['errorComponent'], ['notFoundComponent']] },
      quoteStyle: 'single',
      semicolons: false,
    }),
    react({ compiler: true }),
    offlineShell(),
  ],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': proxy, '/healthz': proxy, '/l/': proxy } },
  // No asset inside another: the content policy takes fonts and pictures from our own address only.
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})

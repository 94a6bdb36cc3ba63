// Writes src/routeTree.gen.ts (git-ignored) without building, so that the types can be checked on a fresh clone.
import { resolveConfig } from 'vite'

await resolveConfig({ root: import.meta.dirname, logLevel: 'error' }, 'build')

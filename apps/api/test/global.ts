import { startTestPostgres } from '@oeuvre/db/testing'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's own
  export interface ProvidedContext {
    postgres: { port: number; password: string }
  }
}

export default async function setup(project: TestProject) {
  const pg = await startTestPostgres()
  project.provide('postgres', { port: pg.port, password: pg.password })
  return () => pg.stop()
}

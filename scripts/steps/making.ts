import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { api, root, web } from './places.ts'
import { mustRun, tool } from './processes.ts'
import { say, seconds } from './progress.ts'
import { whenChanged } from './stamps.ts'

const lockfile = 'pnpm-lock.yaml'

async function make(what: string, name: string, inputs: readonly string[], output: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  const isDone = await whenChanged(name, [...inputs, lockfile], output, () => {
    say(`${what} …`)
    return work()
  })
  if (isDone) say(`${what}: done in ${seconds(began)} s`)
}

/** The database client from the models, and the table of routes. */
export async function generate(): Promise<void> {
  const client = ['prisma/schema.prisma', 'prisma/models', 'packages/db/generate.mjs']
  await make('generating the database client', 'generate-db', client, 'packages/db/src/generated/client.ts', () =>
    mustRun('generating the database client', process.execPath, [join(root, 'packages/db/generate.mjs')]),
  )
  if (!existsSync(join(web, 'generate.mjs'))) return
  const routes = ['apps/web/src/routes', 'apps/web/generate.mjs']
  await make('generating the table of routes', 'generate-web', routes, 'apps/web/src/routeTree.gen.ts', () =>
    mustRun('generating the table of routes', process.execPath, [join(web, 'generate.mjs')], { cwd: web }),
  )
}

export async function buildWeb(): Promise<void> {
  const inputs = ['apps/web', 'packages/ui', 'packages/domain']
  await make('building the interface', 'build-web', inputs, 'apps/web/dist/index.html', () =>
    mustRun('building the interface', tool('vite', web), ['build', '--logLevel', 'warn'], { cwd: web }),
  )
}

export async function buildApi(): Promise<void> {
  const inputs = ['apps/api', 'packages/db', 'packages/domain', 'prisma']
  await make('building the server', 'build-api', inputs, 'apps/api/dist/main.mjs', () =>
    mustRun('building the server', tool('rolldown', api), ['-c'], { cwd: api }),
  )
}

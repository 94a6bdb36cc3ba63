// The commands of package.json, on Node 24 with everything installed; scripts/bootstrap.mjs comes before.
import { leaveWhenStopped } from './steps/until-stopped.ts'

type Command = (args: readonly string[]) => Promise<number>

/** Loaded when asked for: what one of them needs must not break another. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  dev: async () => (await import('./commands/dev.ts')).dev,
  test: async () => (await import('./commands/test.ts')).test,
  check: async () => (await import('./commands/check.ts')).check,
  build: async () => (await import('./commands/build.ts')).build,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  pictures: async () => (await import('./commands/pictures.ts')).pictures,
  bench: async () => (await import('./commands/bench.ts')).bench,
}

const [name = '', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  console.error(`no command "${name}"; there are ${Object.keys(commands).join(', ')}`)
  process.exit(1)
}
leaveWhenStopped()
try {
  const command = await load()
  // Not only the code: a library may hold a timer or a connection, and whoever waits for this process wants it to end.
  process.exit(await command(args))
} catch (error) {
  console.error(error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : error)
  process.exit(1)
}

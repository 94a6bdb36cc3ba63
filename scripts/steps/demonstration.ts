import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDatabase, seededMark, seedingMark } from './local-database.ts'
import { api } from './places.ts'
import { type Environment, run } from './processes.ts'
import { say, seconds } from './progress.ts'

const program = join(api, 'src/seed.ts')
/** Fills an empty local database with the demonstration; one that people have used is never touched. */
export async function seedDemonstration(database: LocalDatabase, env: Environment, more: readonly string[] = []): Promise<void> {
  if (existsSync(seededMark) || !existsSync(program)) return
  if (existsSync(seedingMark)) {
    say('the demonstration was left half made: beginning again')
    await database.recreate()
  }
  const began = performance.now()
  say('making the demonstration …')
  writeFileSync(seedingMark, '')
  const { code } = await run(process.execPath, [program, ...more], { env })
  if (code !== 0) throw new Error('the demonstration could not be made')
  writeFileSync(seededMark, '')
  rmSync(seedingMark)
  say(`the demonstration: made in ${seconds(began)} s`)
}

import { seedDemonstration } from './demonstration.ts'
import { type LocalDatabase, startLocalDatabase } from './local-database.ts'
import { type Running, takeLock } from './one-at-a-time.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { planServer, type ServerPlan } from './server-environment.ts'

type LocalRun = { readonly plan: ServerPlan; readonly database: LocalDatabase | null }

/** With DATABASE_URL that database, nothing embedded and nothing seeded; without it the embedded one with the demonstration. */
export async function prepareRun(baseUrl?: string, more: readonly string[] = []): Promise<LocalRun> {
  const secrets: Secrets = readSecrets()
  if (process.env.DATABASE_URL) return { plan: await planServer(null, secrets, baseUrl), database: null }
  const database = await startLocalDatabase(secrets)
  try {
    const plan = await planServer(database.appUrl, secrets, baseUrl)
    await seedDemonstration(database, plan.env, more)
    return { plan, database }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** @returns false when another run holds the local database; where it is has then been said. */
export function claimFolder(command: string): boolean {
  if (process.env.DATABASE_URL) return true
  const other: Running | null = takeLock(command)
  if (!other) return true
  const where = other.url ? `at ${other.url}` : 'and still starting'
  console.log(
    `Oeuvre is already running from this folder: ${where} (npm ${other.command === 'start' ? 'start' : `run ${other.command}`}, process ${other.pid}).`,
  )
  console.log('Stop it there with Ctrl-C to start it here.')
  return false
}

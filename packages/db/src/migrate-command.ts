import { prepareDatabase } from './setup.ts'

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

/**
 * Brings the database of DATABASE_OWNER_URL to what this version needs and grants the role of DATABASE_URL its rights. Safe to
 * run again and by several at once.
 * @returns the code to exit with; what was done, or what is missing, is printed.
 */
export async function migrateByEnvironment(env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = env
  if (!ownerUrl || !appUrl) {
    console.error('migrating needs DATABASE_OWNER_URL (the role that owns the tables) and DATABASE_URL (whose role gets its rights)')
    return 1
  }
  const role = roleOf(appUrl)
  if (!role || role === roleOf(ownerUrl)) {
    console.error('DATABASE_URL must name another role than DATABASE_OWNER_URL: the server must not own its tables')
    return 1
  }
  for (const name of await prepareDatabase(ownerUrl, role)) console.log(`applied ${name}`)
  console.log(`the database is up to date; the role ${role} has its rights`)
  return 0
}

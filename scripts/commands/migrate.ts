import { prepareDatabase } from '@oeuvre/db/setup'
import { generate } from '../steps/making.ts'
import { say } from '../steps/progress.ts'

/** `npm run migrate`: as the owner, brings a company's database to what this checkout needs and grants the application role its rights. */
export async function migrate(): Promise<number> {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env
  if (!ownerUrl || !appUrl) {
    console.error('npm run migrate needs DATABASE_OWNER_URL (the role that owns the tables) and DATABASE_URL (whose role gets its rights).')
    console.error('Without them nothing is to be migrated by hand: npm start looks after its own database.')
    return 1
  }
  const role = decodeURIComponent(new URL(appUrl).username)
  if (!role || role === decodeURIComponent(new URL(ownerUrl).username)) {
    console.error('DATABASE_URL must name another role than DATABASE_OWNER_URL: the server must not own its tables.')
    return 1
  }
  await generate()
  const applied = await prepareDatabase(ownerUrl, role)
  for (const name of applied) say(`applied ${name}`)
  say(`the database is up to date; the role ${role} has its rights`)
  return 0
}

import { migrateByEnvironment } from '@oeuvre/db/migrate-command'

/** `npm run migrate`: a company's own database. The embedded one is looked after by `npm start`. */
export function migrate(): Promise<number> {
  return migrateByEnvironment(process.env)
}

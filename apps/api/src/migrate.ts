import { migrateByEnvironment } from '@oeuvre/db/migrate-command'

// Of the bundle, for where there is no checkout; in one, `npm run migrate` does the same.
process.exit(await migrateByEnvironment(process.env))

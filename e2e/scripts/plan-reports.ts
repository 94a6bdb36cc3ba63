// The turn of what is sent by mail comes, as if the clock of the server of this run stood at an instant: `node scripts/plan-reports.ts <port> <slug> <instant>`.
import { readFileSync } from 'node:fs'
import { planReportsAt } from '@oeuvre/api/testing/due-reports'
import { environmentFile } from '../server.ts'

const [port = '', slug = '', instant = ''] = process.argv.slice(2)
const { DATABASE_URL } = JSON.parse(readFileSync(environmentFile(port), 'utf8')) as Record<'DATABASE_URL', string>
console.log(String(await planReportsAt(DATABASE_URL, slug, new Date(instant))))

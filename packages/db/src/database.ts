import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { bindOnBegin } from './tenant.ts'

export type Database = {
  readonly prisma: PrismaClient
  readonly pool: pg.Pool
  /** What nobody waits for went wrong: an idle connection was cut. */
  readonly onError: (e: Error) => void
  close(): Promise<void>
}

// bigint (20) as decimal strings, dates (1082) as 'YYYY-MM-DD': a Date would shift by the server's zone, a Number would lose cents.
// timestamptz (1184) as Date, past the general parser where the session is in UTC: four of them stand in each row of a list.
const inUtc = /^\d{4}-.{14,18}\+00$/
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') => {
    if (format === 'text' && (oid === 20 || oid === 1082 || oid === 1700)) return (v: string) => v
    const parse = pg.types.getTypeParser(oid, format)
    if (format === 'text' && oid === 1184)
      return (v: string) => (inUtc.test(v) ? new Date(`${v.slice(0, 10)}T${v.slice(11, -3)}Z`) : (parse as (v: string) => unknown)(v))
    return parse
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** One pool for Prisma and one for hand-written statements; both bound to an organization per transaction. */
export function createDatabase(url: string, options: { max?: number; onError?: (e: Error) => void } = {}): Database {
  const max = options.max ?? 10
  // Aggregates choose bad generic plans when prepared by name, so a statement has one only where it is asked for.
  const pool = new pg.Pool({ connectionString: url, max, types, pipeline: true, application_name: 'oeuvre' })
  const prismaPool = new pg.Pool({ connectionString: url, max, application_name: 'oeuvre-write' })
  const onError = options.onError ?? (() => {})
  pool.on('error', onError) // an idle connection that the server closed: the pool makes a new one
  prismaPool.on('error', onError)
  prismaPool.on('connect', bindOnBegin)
  // In the middle of a transaction the pool does not listen: a database that was killed would take the server with it.
  for (const one of [pool, prismaPool]) one.on('connect', (client) => client.on('error', onError))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(prismaPool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 }, // the default maxWait of 2 s fails as soon as the pool queues
  })
  return {
    prisma,
    pool,
    onError,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** @throws Error when the role could step over row-level security: superuser, BYPASSRLS, or owner of a table. */
export async function assertAppRole(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ role: string; unsafe: boolean }>(
    `SELECT r.rolname AS role, r.rolsuper OR r.rolbypassrls OR EXISTS (
       SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'USAGE')) AS unsafe
     FROM pg_roles r WHERE r.rolname = current_user`,
  )
  if (rows[0]?.unsafe !== false)
    throw new Error(
      `DATABASE_URL connects as "${rows[0]?.role}", which is a superuser, bypasses row-level security or owns tables. Use the application role.`,
    )
}

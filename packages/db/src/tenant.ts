import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type pg from 'pg'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { type Sql, sql } from './sql.ts'

export type SqlTx = {
  /** Rows of a hand-written statement: bigint and numeric as decimal strings, dates as YYYY-MM-DD, timestamptz as Date. */
  rows<T>(query: Sql): Promise<T[]>
  /**
   * The same, planned once per connection instead of once per call: for hot statements by key whose planning costs more than their
   * work. Not for aggregates or open filters, where a plan for values unseen is a bad one; the text must not vary with input.
   */
  prepared<T>(query: Sql): Promise<T[]>
  /** The first row, or null. */
  one<T>(query: Sql): Promise<T | null>
  /** Number of rows affected. */
  run(query: Sql): Promise<number>
}
/** A transaction that may change what it sees. */
export type Tx = SqlTx & {
  /** For a library that brings statements of its own (the job queue). */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}
/** Prisma and SQL on the same connection, in the same transaction. */
export type PrismaTx = Tx & { readonly prisma: Prisma.TransactionClient }

type Bound = { readonly organizationId: OrganizationId; client?: pg.PoolClient }
const bound = new AsyncLocalStorage<Bound>()
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** BEGIN and set_config in one message: a third of the cost of row-level security is this round trip. */
function begin(organizationId: OrganizationId, mode = ''): string {
  if (!UUID.test(organizationId)) throw new TypeError('organization id') // it stands in SQL text
  return `BEGIN${mode}; SELECT set_config('app.organization_id', '${organizationId}', true)`
}

/** On each connection of Prisma's pool: a transaction that `writeWithPrisma` opens is bound to its organization as it begins. */
export function bindOnBegin(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...a: unknown[]) => unknown
  client.query = ((q: unknown, ...rest: unknown[]) => {
    const store = bound.getStore()
    if (store && typeof q === 'object' && q && 'text' in q && q.text === 'BEGIN') {
      store.client = client
      return query({ ...q, text: begin(store.organizationId) }, ...rest)
    }
    return query(q, ...rest)
  }) as typeof client.query
}

/** The same text, the same name; a name is at most 63 bytes. */
function nameOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}

// Prisma's pool parses nothing; the same reading of bigint, numeric and date as in the reading pool.
function statements(client: pg.ClientBase, types?: pg.CustomTypesConfig): Tx {
  const send = (q: Sql, name?: string) =>
    client.query({ text: q.text, values: q.values as unknown[], ...(name ? { name } : {}), ...(types ? { types } : {}) })
  return {
    executeSql: (text, values) => client.query(text, values),
    async prepared<T>(q: Sql) {
      return (await send(q, nameOf(q.text))).rows as T[]
    },
    async rows<T>(q: Sql) {
      return (await send(q)).rows as T[]
    },
    async one<T>(q: Sql) {
      return ((await send(q)).rows[0] as T | undefined) ?? null
    },
    async run(q: Sql) {
      return (await send(q)).rowCount ?? 0
    },
  }
}

/** Begun and ended; what `end` of a connection says comes with the result. A connection whose end failed is not used again. */
async function transact<T>(db: Database, beginning: string, fn: (tx: Tx) => Promise<T>): Promise<{ result: T; committed: Promise<void> }> {
  const client = await db.pool.connect()
  // This pool writes without waiting for answers: BEGIN and the first statement go out together.
  const begun = client.query(beginning)
  const [opening, work] = await Promise.allSettled([begun, (async () => fn(statements(client)))()])
  const isDone = opening.status === 'fulfilled' && work.status === 'fulfilled'
  const ended = client.query(isDone ? 'COMMIT' : 'ROLLBACK').then(
    ({ command }) => {
      client.release()
      return command
    },
    (e: Error) => {
      client.release(e)
      throw e
    },
  )
  if (isDone) return { result: work.value, committed: ended.then(assertCommitted) }
  await ended.catch(() => {}) // the connection is gone, and the reason below says more
  throw opening.status === 'rejected' ? opening.reason : (work as PromiseRejectedResult).reason
}

/** PostgreSQL answers ROLLBACK, and no error, to the COMMIT of a transaction in which a statement had failed. */
function assertCommitted(command: string): void {
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it failed, and nobody heard')
}

/** A read-only transaction that sees one organization. Hand-written SQL on the bare driver. */
export async function read<T>(db: Database, organizationId: OrganizationId, fn: (tx: SqlTx) => Promise<T>): Promise<T> {
  const { result, committed } = await transact(db, begin(organizationId, ' READ ONLY'), fn)
  committed.catch(db.onError) // nothing was written: the answer need not wait for the end
  return result
}

/**
 * Does some of the work of a snapshot on another connection that sees the same rows, at the same time; on the same one, after what was
 * sent there, while the pool has few to spare. Not by one that was itself begun beside.
 */
export type Beside = <T>(work: (tx: SqlTx) => Promise<T>) => Promise<T>

const snapshot = ' ISOLATION LEVEL REPEATABLE READ READ ONLY'
/** Connections that are left to others by whoever has one already: nobody waits for a second while holding a first. */
const spared = 4

/** The same of one moment: all its statements see the same rows, whatever is committed meanwhile. All that was begun beside must be awaited. */
export async function readSnapshot<T>(
  db: Database,
  organizationId: OrganizationId,
  fn: (tx: SqlTx, beside: Beside) => Promise<T>,
): Promise<T> {
  const { result, committed } = await transact(db, begin(organizationId, snapshot), (tx) => {
    let name: Promise<string> | undefined
    return fn(tx, async (work) => {
      if (hasFew(db)) return work(tx)
      name ??= tx.one<{ name: string }>(exported).then((row) => row?.name ?? '')
      const other = await transact(db, begin(organizationId, `${snapshot}; SET TRANSACTION SNAPSHOT '${await name}'`), work)
      other.committed.catch(db.onError)
      return other.result
    })
  })
  committed.catch(db.onError)
  return result
}

/** All of them, when all have ended: one that failed leaves none at work in a transaction that is over. */
export async function together<T extends readonly unknown[]>(work: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(work)
  return Promise.all(work) as unknown as Promise<T>
}

const exported = sql`SELECT pg_export_snapshot() AS name`

function hasFew({ pool }: Database): boolean {
  return pool.waitingCount > 0 || pool.totalCount - pool.idleCount > pool.options.max - spared
}

/** A transaction that sees and changes one organization; everything or nothing. Throwing rolls back. What it answers is stored. */
export async function write<T>(db: Database, organizationId: OrganizationId, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const { result, committed } = await transact(db, begin(organizationId), fn)
  await committed
  return result
}

/** The same with Prisma, for a few rows where speed is no matter: its transaction costs half a millisecond more. */
export async function writeWithPrisma<T>(db: Database, organizationId: OrganizationId, fn: (tx: PrismaTx) => Promise<T>): Promise<T> {
  const store: Bound = { organizationId }
  return bound.run(store, () =>
    db.prisma.$transaction(async (prisma) => {
      if (!store.client) throw new Error('transaction without its connection')
      return fn({ prisma, ...statements(store.client, db.pool.options.types) })
    }),
  )
}

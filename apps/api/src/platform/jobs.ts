import type { Queue } from '@oeuvre/db/queues'
import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { PgBoss } from 'pg-boss'
import { toDomainError } from './errors.ts'

/**
 * Payloads carry ids only. Enqueued in the transaction of the change: rolled back with it. `inSeconds`: not before, by the clock of the
 * database alone: those of the servers may go wrong.
 */
export type Enqueue = (tx: Tx, queue: Queue, payload: Readonly<Record<string, string>>, inSeconds?: number) => Promise<void>
export type JobHandler = (payload: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<void>
export type Jobs = {
  readonly enqueue: Enqueue
  work(queue: Queue, handler: JobHandler): Promise<void>
  /** One that came to nothing is tried again, at once. */
  retry(tx: Tx, queue: string, ids: readonly string[]): Promise<void>
  /** By a crontab line in UTC, kept in the database: of several servers one enqueues. */
  schedule(queue: Queue, cron: string): Promise<void>
  stop(): Promise<void>
}

/** What is kept of a failure where administrators read it: its code, never its words, which may hold an address or a name. */
export class JobFailure extends Error {
  constructor(code: string) {
    super(code)
    this.name = 'JobFailure'
    this.stack = code
  }
}

function reasonOf(e: unknown): string {
  if (e instanceof JobFailure) return e.message
  const known = toDomainError(e)
  if (known.code !== 'internal') return known.code
  const code = typeof e === 'object' && e !== null && 'code' in e && typeof e.code === 'string' ? e.code : ''
  return /^[\w-]{2,40}$/.test(code) ? code : e instanceof Error ? e.name : 'internal'
}

type Options = {
  readonly onError: (e: unknown, queue?: string) => void
  /** false: this process only asks for work, another does it. */
  readonly isWorking: boolean
  /** Whether it asks for what comes by the clock. */
  readonly hasClock: boolean
  /** How often what comes later, and comes again, is looked for; what is enqueued for now wakes. */
  readonly pauseSeconds: number
}

/** Work in the background: at least once, with growing pauses; handlers are idempotent. */
export async function createJobs(databaseUrl: string, { onError, isWorking, hasClock, pauseSeconds }: Options): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: isWorking ? 3 : 1,
    application_name: 'oeuvre-jobs',
    migrate: false,
    createSchema: false,
    useListenNotify: isWorking,
    supervise: isWorking,
    schedule: isWorking && hasClock,
  })
  boss.on('error', (e) => onError(e))
  await boss.start()
  return {
    async enqueue(tx, queue, payload, inSeconds) {
      await boss.send(queue, payload, { db: tx, ...(inSeconds && { startAfter: Math.ceil(inSeconds) }) })
    },
    async work(queue, handler) {
      const pauses = { pollingIntervalSeconds: pauseSeconds, notifyPollingIntervalSeconds: pauseSeconds }
      const worker = await boss.work<Record<string, string>>(queue, pauses, async (jobs) => {
        boss.notifyWorker(worker) // there may be more: no pause before the next look
        for (const job of jobs) {
          try {
            await handler(job.data, job.signal)
          } catch (e) {
            onError(e, queue)
            throw new JobFailure(reasonOf(e))
          }
        }
      })
    },
    async retry(tx, queue, ids) {
      await boss.retry(queue, [...ids], { db: tx })
      // The pause of its last failure is not waited for.
      await tx.run(
        sql`UPDATE pgboss.job SET start_after = now() WHERE name = ${queue} AND id = ANY (${[...ids]}::uuid[]) AND state = 'retry'`,
      )
    },
    async schedule(queue, cron) {
      await boss.schedule(queue, cron, {}, { tz: 'UTC' })
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

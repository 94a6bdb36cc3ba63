import type { Queue } from '@oeuvre/db/queues'
import type { Tx } from '@oeuvre/db/tenant'
import { PgBoss } from 'pg-boss'

/** Payloads carry ids only. Enqueued in the transaction of the change: rolled back with it. */
export type Enqueue = (tx: Tx, queue: Queue, payload: Readonly<Record<string, string>>) => Promise<void>
export type JobHandler = (payload: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<void>
export type Jobs = {
  readonly enqueue: Enqueue
  work(queue: Queue, handler: JobHandler): Promise<void>
  /** By a crontab line in UTC, kept in the database: of several servers one enqueues. */
  schedule(queue: Queue, cron: string): Promise<void>
  stop(): Promise<void>
}

type Options = {
  readonly onError: (e: unknown, queue?: string) => void
  /** false: this process only asks for work, another does it. */
  readonly isWorking: boolean
}

/** Work in the background: at least once, with growing pauses; handlers are idempotent. */
export async function createJobs(databaseUrl: string, { onError, isWorking }: Options): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: isWorking ? 3 : 1,
    application_name: 'oeuvre-jobs',
    migrate: false,
    createSchema: false,
    useListenNotify: isWorking,
    supervise: isWorking,
    schedule: isWorking,
  })
  boss.on('error', (e) => onError(e))
  await boss.start()
  return {
    async enqueue(tx, queue, payload) {
      await boss.send(queue, payload, { db: tx })
    },
    async work(queue, handler) {
      await boss.work<Record<string, string>>(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) {
          try {
            await handler(job.data, job.signal)
          } catch (e) {
            onError(e, queue)
            throw e
          }
        }
      })
    },
    async schedule(queue, cron) {
      await boss.schedule(queue, cron, {}, { tz: 'UTC' })
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

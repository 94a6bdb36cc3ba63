import { createHash } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** Asked before each request: 0 where it may go now, else after how many seconds. */
export type Pace = (host: string) => Promise<number>

/** Requests to one host in a minute, by all organizations and servers together: counted in the database. */
export const requestsPerMinute = 20

export function createPace(db: Database): Pace {
  const limiter = new RateLimiterPostgres({
    storeClient: db.pool,
    storeType: 'client',
    tableName: 'attempt_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: 'outside',
    points: requestsPerMinute,
    duration: 60,
  })
  return async (host) => {
    try {
      await limiter.consume(createHash('sha256').update(host).digest('base64url'))
      return 0
    } catch (e) {
      if (e instanceof RateLimiterRes) return Math.max(1, Math.ceil(e.msBeforeNext / 1000))
      throw e
    }
  }
}

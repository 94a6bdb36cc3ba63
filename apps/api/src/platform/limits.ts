import { createHash } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

export type Limits = {
  /** @throws DomainError too-many-attempts with `minutes` to wait */
  attempt(kind: 'sign-in' | 'link' | 'proof', account: string, address: string): Promise<void>
  /** What went well is not held against the account; nor, where it is named, against the address. */
  forget(kind: 'sign-in' | 'link', account: string, address?: string): Promise<void>
}

/** Attempts per account and per address, counted in the database: the same for every server process. */
export function createLimits(db: Database): Limits {
  const limiter = (keyPrefix: string, points: number, minutes: number) =>
    new RateLimiterPostgres({
      storeClient: db.pool,
      storeType: 'client',
      tableName: 'attempt_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: minutes * 60,
    })
  const perAccount = limiter('account', 10, 15)
  // A whole office may share an address.
  const perAddress = limiter('address', 60, 15)
  const key = (kind: string, value: string) => `${kind}:${createHash('sha256').update(value.toLowerCase()).digest('base64url')}`
  const consume = async (l: RateLimiterPostgres, k: string) => {
    try {
      await l.consume(k)
    } catch (e) {
      if (e instanceof RateLimiterRes)
        throw new DomainError({ code: 'too-many-attempts', params: { minutes: Math.max(1, Math.ceil(e.msBeforeNext / 60_000)) } })
      throw e
    }
  }
  return {
    async attempt(kind, account, address) {
      await consume(perAddress, key(kind, address))
      await consume(perAccount, key(kind, account))
    },
    async forget(kind, account, address) {
      await perAccount.delete(key(kind, account))
      if (address) await perAddress.reward(key(kind, address))
    },
  }
}

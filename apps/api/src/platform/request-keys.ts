import { createHash } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { Id } from '@oeuvre/domain/ids/ids'
import type { Permission } from '@oeuvre/domain/organizations/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'

/** A change that may arrive more than once, because its answer was lost: minted once by whoever sends it. */
export const requestKeyHeader = 'x-oeuvre-request-key'
export type Keyed = { readonly key: string; readonly procedure: string; readonly inputHash: string }

/** Whoever was without a line for longer finds a version that moved on. */
export const keyKeptFor = 7 * 86_400_000

/** Their answers are plain data and hold no secret, so they may be kept; each of their commands is one transaction. */
const answersKept: ReadonlySet<Permission> = new Set(['outcome.log', 'outcome.review'])

/** @throws DomainError invalid-input */
export function requestKeyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  const key = Id.safeParse(header)
  if (!key.success) throw new DomainError('invalid-input')
  return key.data
}

/** @throws DomainError invalid-input where a key would not be honoured: better said than done twice */
export function keyedBy(key: string, permission: Permission, procedure: string, input: unknown): Keyed {
  if (!answersKept.has(permission)) throw new DomainError('invalid-input')
  return {
    key,
    procedure,
    inputHash: createHash('sha256')
      .update(JSON.stringify(input ?? null))
      .digest('base64url'),
  }
}

type Asked = { readonly actor: Actor; readonly now: Date }
type KeptRow<T> = { readonly isNew: boolean; readonly procedure: string; readonly inputHash: string; readonly answer: T }

/**
 * The first statement of a change that was sent under a key: whoever comes second waits here until the first is done or gone.
 * @returns the first answer; null: it has to be done
 * @throws DomainError request-key-reused
 */
export async function claimKey<T>(tx: Tx, { actor, now }: Asked, { key, procedure, inputHash }: Keyed): Promise<{ answer: T } | null> {
  const [row] = await tx.prepared<KeptRow<T>>(sql`
    INSERT INTO request_key AS k (organization_id, person_id, key, procedure, input_hash, at)
    VALUES (${actor.organizationId}::uuid, ${actor.personId}::uuid, ${key}::uuid, ${procedure}, ${inputHash}, ${now}::timestamptz)
    ON CONFLICT (organization_id, person_id, key) DO UPDATE SET at = k.at
    RETURNING k.answer IS NULL AS "isNew", k.procedure, k.input_hash AS "inputHash", k.answer`)
  if (!row) throw new DomainError('internal')
  if (row.isNew) return null
  if (row.procedure !== procedure || row.inputHash !== inputHash) throw new DomainError('request-key-reused')
  return { answer: row.answer }
}

export async function keepAnswer(tx: Tx, { actor }: Asked, { key }: Keyed, answer: unknown): Promise<void> {
  await tx.prepared(sql`UPDATE request_key SET answer = ${JSON.stringify(answer ?? null)}::jsonb
    WHERE organization_id = ${actor.organizationId}::uuid AND person_id = ${actor.personId}::uuid AND key = ${key}::uuid`)
}

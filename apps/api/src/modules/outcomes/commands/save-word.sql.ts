import { empty, raw, type Sql, sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { reasonKinds, type WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'

export type Word = { readonly id: string; readonly code: string | null; readonly name: string | null; readonly is_archived: boolean }

const tables = { type: 'outcome_type', channel: 'channel', skill: 'skill', decline: 'review_reason', changes: 'review_reason' } as const
const subjects = { type: 'outcome-type', channel: 'channel', skill: 'skill', decline: 'review-reason', changes: 'review-reason' } as const

export function tableOf(kind: WordKind): Sql {
  return raw(tables[kind])
}
export function subjectOf(kind: WordKind): (typeof subjects)[WordKind] {
  return subjects[kind]
}

/** A decision takes a reason of its kind. */
export function isReasonKind(kind: WordKind): boolean {
  return reasonKinds.some((one) => one === kind)
}

/** The reasons of both kinds share a table. */
export function isOfKind(kind: WordKind): Sql {
  return isReasonKind(kind) ? sql` AND kind = ${kind}` : empty
}

/** All of a kind, locked in the order of their ids: names and positions are decided over the whole list. */
export function lockWords(tx: Tx, organizationId: OrganizationId, kind: WordKind): Promise<Word[]> {
  return tx.rows<Word>(sql`
    SELECT id, code, name, archived_at IS NOT NULL AS is_archived FROM ${tableOf(kind)} WHERE organization_id = ${organizationId}::uuid${isOfKind(kind)}
    ORDER BY id FOR NO KEY UPDATE`)
}

/**
 * The word that is changed, or null for a new one. Only a built-in word can do without a name of the organization's own.
 * @throws DomainError required, name-taken
 */
export function checkWord(words: readonly Word[], input: { readonly id: string; readonly name: string | null }): Word | null {
  const known = words.find((w) => w.id === input.id) ?? null
  if (input.name === null && !known?.code) throw new DomainError({ code: 'required', field: 'name' })
  const key = input.name === null ? null : normalisedKey(input.name)
  const isTaken = words.some((w) => w.id !== input.id && !w.is_archived && w.name !== null && normalisedKey(w.name) === key)
  if (isTaken) throw new DomainError({ code: 'name-taken', field: 'name' })
  return known
}

export async function isUsed(tx: Tx, organizationId: OrganizationId, kind: 'type' | 'channel', id: string): Promise<boolean> {
  const used =
    kind === 'type'
      ? sql`SELECT FROM outcome WHERE organization_id = ${organizationId}::uuid AND type_id = ${id}::uuid LIMIT 1`
      : sql`SELECT FROM outcome_channel WHERE organization_id = ${organizationId}::uuid AND channel_id = ${id}::uuid LIMIT 1`
  return (await tx.one(used)) !== null
}

import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Member, Work } from './move-outcomes.ts'

/**
 * A deal is counted once: what stands under a number of the CRM that is verified already, or comes twice in the set, is not verified again,
 * but for the opportunity beside the win that it became. The database asks once more when the transaction ends.
 * @throws DomainError already-counted, under `ids.<place>`
 */
export async function refuseCounted({ ctx, tx }: Work, members: readonly Member[]): Promise<void> {
  const ids = members.filter(({ row }) => row.externalId !== null).map(({ row }) => row.id)
  if (ids.length === 0) return
  const org = sql`${ctx.actor.organizationId}::uuid`
  const counted = await tx.rows<{ id: string }>(sql`SELECT n.id FROM outcome n
    JOIN outcome_type nt ON nt.organization_id = n.organization_id AND nt.id = n.type_id
    WHERE n.organization_id = ${org} AND n.id = ANY (${ids}::uuid[]) AND EXISTS (SELECT FROM outcome o
      JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id AND t.value_kind = nt.value_kind
      WHERE o.organization_id = n.organization_id AND o.external_id = n.external_id AND o.id <> n.id
        AND (o.state = 'verified' OR (o.id = ANY (${ids}::uuid[]) AND o.id < n.id)))`)
  const refused = new Set(counted.map((row) => row.id))
  const refusals = members.flatMap(({ row }, place) =>
    refused.has(row.id) ? [{ code: 'already-counted' as const, field: `ids.${place}` }] : [],
  )
  if (refusals.length > 0) throw new DomainError(refusals)
}

type Deal = { readonly id: string; readonly externalId?: string | null | undefined; readonly typeId?: string | null | undefined }

/** The same of one that stands verified, or is to stand, under a number that it did not have. @throws DomainError already-counted */
export async function refuseCountedDeal({ ctx, tx }: Pick<Work, 'ctx' | 'tx'>, { id, externalId, typeId }: Deal): Promise<void> {
  if (!externalId || !typeId) return
  const org = sql`${ctx.actor.organizationId}::uuid`
  const counted = await tx.one<{ id: string }>(sql`SELECT o.id FROM outcome o
    JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id
    JOIN outcome_type own ON own.organization_id = o.organization_id AND own.id = ${typeId}::uuid AND own.value_kind = t.value_kind
    WHERE o.organization_id = ${org} AND o.external_id = ${externalId} AND o.id <> ${id}::uuid AND o.state = 'verified' LIMIT 1`)
  if (counted) throw new DomainError({ code: 'already-counted', field: 'externalId' })
}

import { type Sql, sql } from '@oeuvre/db/sql'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/** What shows a result goes with it, with who added it and when. `ids` left out: all of it. Answers with the ids. */
export function moveEvidence(organizationId: OrganizationId, fromId: string, toId: string, ids: readonly string[] | null = null): Sql {
  return sql`UPDATE evidence SET outcome_id = ${toId}::uuid WHERE organization_id = ${organizationId}::uuid AND outcome_id = ${fromId}::uuid
    AND (${ids === null} OR id = ANY (${[...(ids ?? [])]}::uuid[])) RETURNING id`
}

/** `intoId` null: it leads nowhere any more. */
export function leadTo(organizationId: OrganizationId, id: string, intoId: string | null): Sql {
  return sql`UPDATE outcome SET merged_into_id = ${intoId}::uuid WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`
}

export function claimedSince(organizationId: OrganizationId, id: string, since: Date | null): Sql {
  return sql`UPDATE outcome SET submitted_at = ${since}::timestamptz WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Recipient } from '@oeuvre/domain/recognition/awards/schema'
import { holdsOn } from '../../outcomes/queries/load-outcomes.ts'
import { dayNow } from '../../people/visible-to.ts'

/** `teamId`: the team itself, or that of the person, of today. `personIds`: who would be told. */
export type FoundRecipient = {
  readonly personId: string | null
  readonly teamId: string | null
  readonly name: string
  readonly personIds: readonly string[]
}

/** Whom an award is for. @throws DomainError not-found; invalid-input where neither or both are named */
export async function findRecipient(tx: SqlTx, actor: Actor, { personId, teamId }: Recipient): Promise<FoundRecipient> {
  if ((personId === null) === (teamId === null)) throw new DomainError('invalid-input')
  const org = sql`${actor.organizationId}::uuid`
  const today = dayNow(sql`${actor.today}::date`)
  const found = await tx.one<FoundRecipient>(
    personId === null
      ? sql`SELECT NULL AS "personId", t.id AS "teamId", t.name, ARRAY(SELECT p.id FROM team_membership n JOIN person p ON p.organization_id = n.organization_id
          AND p.id = n.person_id WHERE n.organization_id = t.organization_id AND n.team_id = t.id AND ${holdsOn('n', today)} AND p.status = 'active'
          AND p.id IS DISTINCT FROM ${actor.personId}::uuid) AS "personIds"
        FROM team t WHERE t.organization_id = ${org} AND t.id = ${teamId}::uuid`
      : sql`SELECT p.id AS "personId", n.team_id AS "teamId", p.name, ARRAY[p.id] AS "personIds" FROM person p LEFT JOIN team_membership n
          ON n.organization_id = p.organization_id AND n.person_id = p.id AND ${holdsOn('n', today)}
        WHERE p.organization_id = ${org} AND p.id = ${personId}::uuid AND p.status <> 'erased'`,
  )
  if (!found) throw new DomainError('not-found')
  return found
}

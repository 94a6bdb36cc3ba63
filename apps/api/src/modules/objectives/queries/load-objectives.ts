import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ObjectiveReader } from '@oeuvre/domain/objectives/policy'
import type { ObjectiveMeasure } from '@oeuvre/domain/objectives/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'

export type ObjectiveRow = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly why: string
  readonly teamId: string | null
  readonly teamName: string | null
  readonly parentId: string | null
  readonly ownerId: string
  readonly ownerName: string
  readonly measure: ObjectiveMeasure
  /** Whole results, or minor units of the reporting currency. */
  readonly target: string
  readonly from: string
  readonly to: string
  readonly isArchived: boolean
  readonly typeIds: readonly string[]
}

/** Every objective of the organization, its own before those of teams, those that end first before the others: there are few, and their tree is asked whole. */
export function listRows(tx: SqlTx, { organizationId }: Pick<Actor, 'organizationId'>): Promise<ObjectiveRow[]> {
  return tx.rows<ObjectiveRow>(sql`
    SELECT o.id, o.version, o.title, o.why, o.team_id AS "teamId", t.name AS "teamName", o.parent_id AS "parentId", o.owner_id AS "ownerId",
      p.name AS "ownerName", o.measure, o.target, o.from_day AS "from", o.to_day AS "to", o.archived_at IS NOT NULL AS "isArchived",
      (SELECT coalesce(json_agg(x.type_id ORDER BY x.type_id), '[]') FROM objective_type x
        WHERE x.organization_id = o.organization_id AND x.objective_id = o.id) AS "typeIds"
    FROM objective o JOIN person p ON p.organization_id = o.organization_id AND p.id = o.owner_id
    LEFT JOIN team t ON t.organization_id = o.organization_id AND t.id = o.team_id
    WHERE o.organization_id = ${organizationId}::uuid ORDER BY o.team_id IS NOT NULL, o.to_day, o.from_day, o.title, o.id`)
}

/** A team and those above it in the tree of a day, nearest first; a person's where `personId` says whose. Empty: in no team. */
export async function chainOfPerson(
  tx: SqlTx,
  { organizationId }: Pick<Actor, 'organizationId'>,
  personId: string | null,
  day: string,
): Promise<string[]> {
  if (personId === null) return []
  const rows = await tx.rows<{ id: string }>(sql`
    WITH RECURSIVE up (id, level) AS (
      SELECT m.team_id, 0 FROM team_membership m
      WHERE m.organization_id = ${organizationId}::uuid AND m.person_id = ${personId}::uuid AND daterange(m.valid_from, m.valid_to) @> ${day}::date
      UNION ALL
      SELECT tp.parent_id, u.level + 1 FROM up u JOIN team_placement tp ON tp.organization_id = ${organizationId}::uuid AND tp.team_id = u.id
        AND daterange(tp.valid_from, tp.valid_to) @> ${day}::date WHERE tp.parent_id IS NOT NULL AND u.level < 100)
    SELECT id FROM up ORDER BY level`)
  return rows.map(({ id }) => id)
}

export async function readerOf(tx: SqlTx, actor: Actor): Promise<ObjectiveReader> {
  return { ...actor, ownChain: await chainOfPerson(tx, actor, actor.personId, actor.today) }
}

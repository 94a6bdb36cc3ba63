import { empty, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { ListTeamsInput, TeamNode } from '@oeuvre/domain/people/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Row = {
  id: string
  name: string
  parent_id: string | null
  is_archived: boolean
  people: string
  managers: { id: string; name: string }[]
}

/** The tree as of a day (today unless stated), by name; managers are those of today. People: of the team alone, who had not left. */
export function listTeams(ctx: Pick<OrgContext, 'db' | 'actor'>, input: ListTeamsInput): Promise<TeamNode[]> {
  const { organizationId, today } = ctx.actor
  const day = input.on ?? today
  return read(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<Row>(sql`
      SELECT t.id, t.name, p.parent_id, t.archived_at IS NOT NULL AS is_archived, coalesce(c.people, 0) AS people, coalesce(g.managers, '[]') AS managers
      FROM team t
      LEFT JOIN team_placement p ON p.organization_id = t.organization_id AND p.team_id = t.id AND daterange(p.valid_from, p.valid_to) @> ${day}::date
      LEFT JOIN (
        SELECT m.team_id, count(*) AS people FROM team_membership m JOIN person x ON x.organization_id = m.organization_id AND x.id = m.person_id
        WHERE m.organization_id = ${organizationId}::uuid AND daterange(m.valid_from, m.valid_to) @> ${day}::date AND (x.left_on IS NULL OR x.left_on > ${day}::date)
        GROUP BY m.team_id) c ON c.team_id = t.id
      LEFT JOIN (
        SELECT m.team_id, jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) ORDER BY x.name_key, x.id) AS managers
        FROM team_manager m JOIN person x ON x.organization_id = m.organization_id AND x.id = m.person_id
        WHERE m.organization_id = ${organizationId}::uuid AND x.status = 'active' GROUP BY m.team_id) g ON g.team_id = t.id
      WHERE t.organization_id = ${organizationId}::uuid ${input.withArchived ? empty : sql`AND t.archived_at IS NULL`}
      ORDER BY t.name_key, t.id`)
    return rows.map((r) => ({
      id: r.id,
      name: r.name,
      parentId: r.parent_id,
      managers: r.managers,
      people: Number(r.people),
      isArchived: r.is_archived,
    }))
  })
}

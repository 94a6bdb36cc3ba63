import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { canOfTeam } from '@oeuvre/domain/people/policy'
import type { TeamPage } from '@oeuvre/domain/people/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { getTeamRow, listPath } from '../repo.ts'

/**
 * A team today: where it stands, who manages it, what is below it. Its people are a page of the directory.
 * @throws DomainError not-found
 */
export function getTeam(ctx: Pick<OrgContext, 'db' | 'actor'>, input: { id: string }): Promise<TeamPage> {
  const { organizationId, today } = ctx.actor
  const headcount = sql`(SELECT count(*)::int FROM team_membership m WHERE m.organization_id = t.organization_id AND m.team_id = t.id
    AND daterange(m.valid_from, m.valid_to) @> ${today}::date)`
  return read(ctx.db, organizationId, async (tx) => {
    const team = await getTeamRow(tx, organizationId, input.id)
    const path = await listPath(tx, organizationId, input.id, today)
    const managers = await tx.rows<TeamPage['managers'][number]>(sql`
      SELECT p.id, p.name, p.title FROM team_manager m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      WHERE m.organization_id = ${organizationId}::uuid AND m.team_id = ${input.id}::uuid AND p.status = 'active' ORDER BY p.name_key, p.id`)
    const below = await tx.rows<TeamPage['below'][number]>(sql`
      SELECT t.id, t.name, ${headcount} AS people FROM team_placement c JOIN team t ON t.organization_id = c.organization_id AND t.id = c.team_id
      WHERE c.organization_id = ${organizationId}::uuid AND c.parent_id = ${input.id}::uuid AND daterange(c.valid_from, c.valid_to) @> ${today}::date
        AND t.archived_at IS NULL ORDER BY t.name_key, t.id`)
    const own = await tx.one<{ people: number; placements: TeamPage['placements'] }>(sql`
      SELECT ${headcount} AS people, (
        SELECT coalesce(jsonb_agg(jsonb_build_object('parent', CASE WHEN x.id IS NULL THEN NULL ELSE jsonb_build_object('id', x.id, 'name', x.name) END,
          'from', c.valid_from, 'to', c.valid_to) ORDER BY c.valid_from DESC NULLS LAST), '[]')
        FROM team_placement c LEFT JOIN team x ON x.organization_id = c.organization_id AND x.id = c.parent_id
        WHERE c.organization_id = t.organization_id AND c.team_id = t.id) AS placements
      FROM team t WHERE t.organization_id = ${organizationId}::uuid AND t.id = ${input.id}::uuid`)
    return {
      id: team.id,
      name: team.name,
      path,
      managers,
      below,
      people: own?.people ?? 0,
      isArchived: team.is_archived,
      placements: own?.placements ?? [],
      can: canOfTeam(ctx.actor),
    }
  })
}

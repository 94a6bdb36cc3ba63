import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { PersonBrief, PersonBriefsInput } from '@oeuvre/domain/people/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentBrief } from '../present.ts'
import type { BriefRow } from '../repo.ts'

/**
 * Names for ids, in the order asked for; those who left too.
 * @throws DomainError not-found when one of them is not of this organization
 */
export function getBriefs(ctx: Pick<OrgContext, 'db' | 'actor'>, input: PersonBriefsInput): Promise<PersonBrief[]> {
  const { organizationId, today } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const rows = await tx.rows<BriefRow>(sql`
      SELECT p.id, p.name, p.title, p.status, t.id AS team_id, t.name AS team_name
      FROM person p
      LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND daterange(m.valid_from, m.valid_to) @> ${today}::date
      LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.id = ANY (${input.ids}::uuid[])`)
    const byId = new Map(rows.map((r) => [r.id, presentBrief(r)]))
    return input.ids.map((id) => {
      const brief = byId.get(id)
      if (!brief) throw new DomainError('not-found')
      return brief
    })
  })
}

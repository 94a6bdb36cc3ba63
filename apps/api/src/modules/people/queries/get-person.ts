import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { canOfPerson, isSelf, maySeeContactOf } from '@oeuvre/domain/people/policy'
import type { PersonPage, TeamBrief } from '@oeuvre/domain/people/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../present.ts'
import { listManaged, listManagersOf, listPath, type PersonRow } from '../repo.ts'

/**
 * The head of a person's page: who, where, under whom. Figures about them are not here.
 * @throws DomainError not-found
 */
export function getPerson(ctx: Pick<OrgContext, 'db' | 'actor'>, input: { id: string }): Promise<PersonPage> {
  const { organizationId, today } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const row = await tx.one<PersonRow & { team_id: string | null; has_login: boolean }>(sql`
      SELECT p.id, p.name, p.email, p.title, p.site, p.left_on, p.status, m.team_id,
        EXISTS (SELECT FROM membership u WHERE u.organization_id = p.organization_id AND u.person_id = p.id AND u.ended_at IS NULL) AS has_login
      FROM person p LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND daterange(m.valid_from, m.valid_to) @> ${today}::date
      WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${input.id}::uuid`)
    if (!row) throw new DomainError('not-found')
    const path = row.team_id ? await listPath(tx, organizationId, row.team_id, today) : []
    const managers = await listManagersOf(tx, organizationId, [...path].reverse(), row.id)
    const manages: TeamBrief[] = await listManaged(tx, organizationId, row.id)
    const record = recordOf(row, { teamId: row.team_id, hasLogin: row.has_login })
    const isShown = maySeeContactOf(ctx.actor, record)
    return {
      id: row.id,
      name: row.name,
      title: row.title,
      site: row.site,
      status: row.status,
      team: path.at(-1) ?? null,
      path,
      managers,
      manages,
      email: isShown ? row.email : null,
      leftOn: isShown ? row.left_on : null,
      isSelf: isSelf(ctx.actor, record),
      can: canOfPerson(ctx.actor, record),
    }
  })
}

import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { AccessState } from '@oeuvre/domain/organizations/access/schema'
import { mayListLeft } from '@oeuvre/domain/people/policy'
import type { ListPeopleInput, PeoplePage, PersonListItem, PersonStatus } from '@oeuvre/domain/people/schema'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/cursors.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { getTeamRow, nameMatches, teamsBelow } from '../repo.ts'

type Row = {
  id: string
  name: string
  name_key: string
  title: string | null
  site: string | null
  status: PersonStatus
  team_id: string | null
  team_name: string | null
  email: string | null
  external_id: string | null
  access: AccessState
}

/**
 * The directory, by name: who is here (or, for administrators, who left), with the team of today. No figure stands beside a name.
 * @throws DomainError not-found (team), forbidden (those who left)
 */
export function listPeople(ctx: Pick<OrgContext, 'db' | 'actor'>, input: ListPeopleInput): Promise<PeoplePage> {
  const { organizationId, today } = ctx.actor
  const isLeft = input.status === 'left'
  if (isLeft && !mayListLeft(ctx.actor)) throw new DomainError('forbidden')
  const after = readCursor(input.cursor, z.tuple([z.string(), z.uuid()]))
  const isAdministrator = mayListLeft(ctx.actor)
  return read(ctx.db, organizationId, async (tx) => {
    if (input.team) await getTeamRow(tx, organizationId, input.team)
    const rows = await tx.rows<Row>(sql`
      SELECT p.id, p.name, p.name_key, p.title, p.site, p.status, t.id AS team_id, t.name AS team_name ${isAdministrator ? administration : empty}
      FROM person p
      LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND daterange(m.valid_from, m.valid_to) @> ${today}::date
      LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.status = ${isLeft ? 'left' : 'active'}
        ${nameMatches(input.q)} ${inTeam(input, organizationId, today)}
        ${after ? sql`AND (p.name_key, p.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
      ORDER BY p.name_key, p.id LIMIT ${input.limit + 1}`)
    const page = pageOf(rows, input.limit, (r) => [r.name_key, r.id])
    return { items: page.items.map((r) => present(r, isAdministrator)), nextCursor: page.nextCursor }
  })
}

const administration = sql`, p.email, p.external_id, CASE
  WHEN EXISTS (SELECT FROM membership x WHERE x.organization_id = p.organization_id AND x.person_id = p.id AND x.ended_at IS NULL) THEN 'active'
  WHEN EXISTS (SELECT FROM access_link x WHERE x.organization_id = p.organization_id AND x.person_id = p.id AND x.kind = 'invitation' AND x.used_at IS NULL AND x.revoked_at IS NULL) THEN 'invited'
  WHEN EXISTS (SELECT FROM membership x WHERE x.organization_id = p.organization_id AND x.person_id = p.id) THEN 'ended'
  ELSE 'none' END AS access`

function inTeam(input: ListPeopleInput, organizationId: string, today: string): Sql {
  if (!input.team) return empty
  if (input.alone) return sql`AND m.team_id = ${input.team}::uuid`
  return sql`AND m.team_id IN (${teamsBelow(organizationId, input.team, today)})`
}

function present(r: Row, isAdministrator: boolean): PersonListItem {
  return {
    id: r.id,
    name: r.name,
    title: r.title,
    site: r.site,
    status: r.status,
    team: r.team_id && r.team_name !== null ? { id: r.team_id, name: r.team_name } : null,
    administration: isAdministrator ? { email: r.email, externalId: r.external_id, access: r.access } : null,
  }
}

import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { AccessState } from '@oeuvre/domain/organizations/access/schema'
import { canOfPerson } from '@oeuvre/domain/people/policy'
import type { PersonRecord } from '@oeuvre/domain/people/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../present.ts'
import type { PersonRow } from '../repo.ts'

type Row = PersonRow & {
  access: AccessState
  memberships: { team: { id: string; name: string }; from: string | null; to: string | null }[]
}

/**
 * All that is kept about a person, for the administrator's form.
 * @throws DomainError not-found
 */
export function getRecord(ctx: Pick<OrgContext, 'db' | 'actor'>, input: { id: string }): Promise<PersonRecord> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const row = await tx.one<Row>(sql`
      SELECT p.id, p.external_id, p.name, p.name_key, p.email, p.title, p.site, p.joined_on, p.left_on, p.status, p.version,
        CASE WHEN u.user_id IS NOT NULL AND u.ended_at IS NULL THEN 'active'
          WHEN EXISTS (SELECT FROM access_link l WHERE l.organization_id = p.organization_id AND l.person_id = p.id AND l.kind = 'invitation'
            AND l.used_at IS NULL AND l.revoked_at IS NULL) THEN 'invited'
          WHEN u.user_id IS NOT NULL THEN 'ended' ELSE 'none' END AS access,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('team', jsonb_build_object('id', t.id, 'name', t.name), 'from', m.valid_from, 'to', m.valid_to)
            ORDER BY m.valid_from DESC NULLS LAST), '[]')
          FROM team_membership m JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
          WHERE m.organization_id = p.organization_id AND m.person_id = p.id) AS memberships
      FROM person p LEFT JOIN membership u ON u.organization_id = p.organization_id AND u.person_id = p.id
      WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${input.id}::uuid`)
    if (!row) throw new DomainError('not-found')
    const { id, name, email, title, site, status, version, access, memberships } = row
    return {
      ...{ id, name, email, title, site, status, version, access, memberships },
      externalId: row.external_id,
      joinedOn: row.joined_on,
      leftOn: row.left_on,
      can: canOfPerson(ctx.actor, recordOf(row, { hasLogin: access === 'active' })),
    }
  })
}

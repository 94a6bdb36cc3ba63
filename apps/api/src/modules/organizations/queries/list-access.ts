import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { accessCanOf } from '@oeuvre/domain/organizations/access/policy'
import type { AccessPage, AccessRow, AccessState, ListAccessInput } from '@oeuvre/domain/organizations/access/schema'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/cursors.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { assertPerson, listAdministrators } from '../repo.ts'

type Row = {
  id: string
  name: string
  name_key: string
  title: string | null
  email: string | null
  access: AccessState
  roles: GrantableRole[]
  is_manager: boolean
  link_id: string | null
  link_email: string
  link_roles: GrantableRole[]
  link_created_at: Date
  link_expires_at: Date
}

/**
 * Who can sign in here, who was asked to, and with which roles; by name. People who left are not in it.
 * Counted: nobody. Access: a membership in force, else an open invitation, else one that ended, else none.
 * @throws DomainError not-found (the one person asked about)
 */
export function listAccess(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>, input: ListAccessInput): Promise<AccessPage> {
  const { organizationId, personId } = ctx.actor
  const after = readCursor(input.cursor, z.tuple([z.string(), z.uuid()]))
  const key = normalisedKey(input.q ?? '')
  const like = `%${key.replace(/[\\%_]/g, '\\$&')}%`
  return read(ctx.db, organizationId, async (tx) => {
    if (input.personId) await assertPerson(tx, organizationId, input.personId)
    const rows = await tx.rows<Row>(sql`
      SELECT * FROM (
        SELECT p.id, p.name, p.name_key, p.title, coalesce(u.email, p.email) AS email,
          CASE WHEN m.user_id IS NOT NULL AND m.ended_at IS NULL THEN 'active' WHEN l.id IS NOT NULL THEN 'invited' WHEN m.user_id IS NOT NULL THEN 'ended' ELSE 'none' END AS access,
          ARRAY(SELECT g.role FROM role_grant g WHERE g.organization_id = p.organization_id AND g.person_id = p.id ORDER BY g.role) AS roles,
          EXISTS (SELECT FROM team_manager t WHERE t.organization_id = p.organization_id AND t.person_id = p.id) AS is_manager,
          l.id AS link_id, l.email AS link_email, l.roles AS link_roles, l.created_at AS link_created_at, l.expires_at AS link_expires_at
        FROM person p LEFT JOIN membership m ON m.organization_id = p.organization_id AND m.person_id = p.id LEFT JOIN "user" u ON u.id = m.user_id
        LEFT JOIN LATERAL (
          SELECT x.* FROM access_link x WHERE x.organization_id = p.organization_id AND x.person_id = p.id AND x.kind = 'invitation'
            AND x.used_at IS NULL AND x.revoked_at IS NULL ORDER BY x.id DESC LIMIT 1) l ON true
        WHERE p.organization_id = ${organizationId}::uuid AND p.status = 'active'
          ${input.personId ? sql`AND p.id = ${input.personId}::uuid` : empty}
          ${key ? sql`AND (p.name_key LIKE ${like} OR p.email LIKE ${like} OR u.email LIKE ${like})` : empty}
          ${after ? sql`AND (p.name_key, p.id) > (${after[0]}, ${after[1]}::uuid)` : empty}) r
      WHERE true ${ofAccess(input.access)} ${input.role ? sql`AND ${input.role} = ANY (roles)` : empty}
      ORDER BY name_key, id LIMIT ${input.limit + 1}`)
    const administrators = await listAdministrators(tx, organizationId)
    const page = pageOf(rows, input.limit, (r) => [r.name_key, r.id])
    const isLast = (id: string) => administrators.length === 1 && administrators[0] === id
    return {
      items: page.items.map((r) => present(r, { now: ctx.now, isSelf: r.id === personId, isLastAdministrator: isLast(r.id) })),
      nextCursor: page.nextCursor,
    }
  })
}

function ofAccess(access: ListAccessInput['access']): Sql {
  if (!access) return empty
  return access === 'some' ? sql`AND access <> 'none'` : sql`AND access = ${access}`
}

function present(r: Row, about: { now: Date; isSelf: boolean; isLastAdministrator: boolean }): AccessRow {
  const invitation = r.link_id
    ? {
        id: r.link_id,
        email: r.link_email,
        roles: r.link_roles,
        createdAt: r.link_created_at.toISOString(),
        expiresAt: r.link_expires_at.toISOString(),
        isExpired: r.link_expires_at <= about.now,
      }
    : null
  return {
    personId: r.id,
    name: r.name,
    title: r.title,
    email: r.email,
    access: r.access,
    roles: r.roles,
    isManager: r.is_manager,
    isSelf: about.isSelf,
    invitation: r.access === 'invited' ? invitation : null,
    can: accessCanOf({ access: r.access, isHere: true, isLastAdministrator: about.isLastAdministrator }),
  }
}

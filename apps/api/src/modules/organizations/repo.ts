import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

export type Member = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly status: 'active' | 'left' | 'erased'
  readonly user_id: string | null
  readonly user_email: string | null
  readonly ended_at: Date | null
}

/** @throws DomainError not-found */
export async function assertPerson(tx: SqlTx, organizationId: OrganizationId, personId: string): Promise<Member> {
  const row = await tx.one<Member>(sql`
    SELECT p.id, p.name, p.email, p.status, m.user_id, u.email AS user_email, m.ended_at
    FROM person p LEFT JOIN membership m ON m.organization_id = p.organization_id AND m.person_id = p.id LEFT JOIN "user" u ON u.id = m.user_id
    WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${personId}::uuid`)
  if (!row) throw new DomainError('not-found')
  return row
}

/** Row-level security shows a user's own memberships everywhere; nothing is taken from it but whether there is one. */
export async function isMemberElsewhere(tx: SqlTx, organizationId: OrganizationId, userId: string): Promise<boolean> {
  await tx.run(sql`SELECT set_config('app.user_id', ${userId}, true)`)
  const elsewhere = await tx.one(sql`
    SELECT FROM membership WHERE user_id = ${userId}::uuid AND organization_id <> ${organizationId}::uuid AND ended_at IS NULL`)
  await tx.run(sql`SELECT set_config('app.user_id', '', true)`)
  return elsewhere !== null
}

/** Those who could administer today: the role, still here, and able to sign in. */
export async function listAdministrators(tx: SqlTx, organizationId: OrganizationId): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT g.person_id AS id FROM role_grant g JOIN person p ON p.organization_id = g.organization_id AND p.id = g.person_id
    JOIN membership m ON m.organization_id = g.organization_id AND m.person_id = g.person_id
    WHERE g.organization_id = ${organizationId}::uuid AND g.role = 'administrator' AND p.status = 'active' AND m.ended_at IS NULL`)
  return rows.map((r) => r.id)
}

/**
 * Under the organization's lock: two administrators cannot remove each other.
 * @throws DomainError last-administrator when nobody else could administer
 */
export async function refuseLastAdministrator(tx: SqlTx, organizationId: OrganizationId, personId: string): Promise<void> {
  const ids = await listAdministrators(tx, organizationId)
  if (ids.length === 1 && ids[0] === personId) throw new DomainError('last-administrator')
}

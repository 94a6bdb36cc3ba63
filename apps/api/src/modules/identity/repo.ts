import { randomBytes } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import type { PrismaTx, SqlTx } from '@oeuvre/db/tenant'
import type { LinkKind } from '@oeuvre/domain/identity/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { hashOf, parseToken } from '../../platform/tokens.ts'

export type LinkRow = {
  readonly id: string
  readonly kind: LinkKind
  readonly person_id: string
  readonly email: string
  readonly roles: string[]
  readonly organization_name: string
  readonly person_name: string
  readonly created_by_id: string | null
}

/** A link that is neither used, revoked nor expired; locked when it is about to be used. */
export async function findOpenLink(tx: SqlTx, token: string, lock = false): Promise<LinkRow | null> {
  const parsed = parseToken(token)
  if (!parsed) return null
  const found = await tx.one<LinkRow>(sql`
    SELECT l.id, l.kind, l.person_id, l.email, l.roles, o.name AS organization_name, p.name AS person_name, l.created_by_id
    FROM access_link l JOIN organization o ON o.organization_id = l.organization_id JOIN person p ON p.organization_id = l.organization_id AND p.id = l.person_id
    WHERE l.organization_id = ${parsed.organizationId}::uuid AND l.token_hash = ${hashOf(parsed.secret)} AND l.used_at IS NULL AND l.revoked_at IS NULL
      AND l.expires_at > now() AND p.status = 'active'`)
  if (found && lock) {
    const used = await tx.run(sql`
      UPDATE access_link SET used_at = now() WHERE organization_id = ${parsed.organizationId}::uuid AND id = ${found.id}::uuid AND used_at IS NULL`)
    if (!used) return null // somebody else was quicker
  }
  return found
}

/** The organization a token names: one of the few places that mint an organization id (the hash decides whether it opens anything). */
export function organizationOf(token: string): OrganizationId | null {
  return (parseToken(token)?.organizationId as OrganizationId | undefined) ?? null
}

const firstRun = 'first-run'

/** The one-time link of the first run: stored hashed, replaced at each start until it was used. */
export async function renewFirstRunToken(db: Database): Promise<string | null> {
  if ((await db.prisma.organizationDirectory.count()) > 0) return null
  const secret = randomBytes(32).toString('base64url')
  const value = Buffer.from(hashOf(secret)).toString('base64url')
  await db.prisma.verification.deleteMany({ where: { identifier: firstRun } })
  await db.prisma.verification.create({ data: { identifier: firstRun, value, expiresAt: new Date(Date.now() + 7 * 86_400_000) } })
  return secret
}

/** In the transaction that creates the organization, so that a refusal does not burn the link. */
export async function consumeFirstRunToken(tx: PrismaTx, token: string): Promise<boolean> {
  const value = Buffer.from(hashOf(token)).toString('base64url')
  const { count } = await tx.prisma.verification.deleteMany({ where: { identifier: firstRun, value, expiresAt: { gt: new Date() } } })
  return count === 1
}

export async function isFirstRunToken(db: Database, token: string): Promise<boolean> {
  const value = Buffer.from(hashOf(token)).toString('base64url')
  return (await db.prisma.verification.count({ where: { identifier: firstRun, value, expiresAt: { gt: new Date() } } })) === 1
}

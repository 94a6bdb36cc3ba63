import type { Database } from '@oeuvre/db/database'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor, Language, OrganizationSettings, Role, StandIn } from '@oeuvre/domain/organizations/schema'

/** Somebody at the door: who they are here, and what they may do. */
export type Visitor = {
  readonly actor: Actor & { readonly personId: string }
  readonly user: { readonly id: string; readonly email: string; readonly language: Language | null }
  readonly personName: string
}

/** As the database says it. */
export type Opened = {
  organizationId: string | null
  userId: string
  email: string
  language: Language | null
  personId: string
  personName: string
  managedTeamIds: string[]
  reachTeamIds: string[]
  standIn: StandIn | null
  roles: Role[]
  today: string
  settings: OrganizationSettings
}

/**
 * Session and the organization in the address → membership → actor, in one statement. The only place where a request gets an
 * organization id.
 * @throws DomainError unauthenticated; not-found when there is no such organization for this user
 */
export async function openActor(db: Database, token: string | null, slug: string | null): Promise<Visitor> {
  if (!token) throw new DomainError('unauthenticated')
  const { rows } = await db.pool.query<{ v: Opened | null }>('SELECT open_actor($1, $2) AS v', [token, slug ?? ''])
  const v = rows[0]?.v
  if (!v) throw new DomainError('unauthenticated')
  if (!v.organizationId) throw new DomainError('not-found')
  return visitorOf({ ...v, organizationId: v.organizationId })
}

export function visitorOf(v: Opened & { readonly organizationId: string }): Visitor {
  return {
    user: { id: v.userId, email: v.email, language: v.language },
    personName: v.personName,
    actor: {
      organizationId: v.organizationId as OrganizationId,
      personId: v.personId,
      kind: 'person',
      importId: null,
      roles: ['employee', ...(v.managedTeamIds.length ? (['manager'] as const) : []), ...v.roles],
      managedTeamIds: v.managedTeamIds,
      reachTeamIds: v.reachTeamIds,
      ...(v.standIn && { standIn: v.standIn }),
      settings: v.settings,
      today: v.today,
    },
  }
}

import type { Database } from '@oeuvre/db/database'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor, Language, OrganizationSettings, Role, StandIn } from '@oeuvre/domain/organizations/schema'

/** Somebody at the door: who they are here, and what they may do. */
export type Visitor = {
  readonly actor: Actor & { readonly personId: string }
  readonly user: { readonly id: string; readonly email: string; readonly language: Language | null }
  readonly personName: string
  /** Of the organization, read with the session; absent where nobody came through the door. */
  readonly versions?: Versions | undefined
}

/** Of the ledger, and of all else that a figure reads. Grow with each change, as decimal strings. */
export type Versions = { readonly ledger: string; readonly facts: string }

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
  versions?: Versions
}

/**
 * Session and the organization in the address → membership → actor, in one statement. The only place where a request gets an
 * organization id.
 * @throws DomainError unauthenticated; not-found when there is no such organization for this user
 */
export async function openActor(db: Database, token: string | null, slug: string | null): Promise<Visitor> {
  if (!token) throw new DomainError('unauthenticated')
  // By a name, so that it is read and planned once a connection.
  const { rows } = await db.pool.query<{ v: Opened | null }>({
    name: 'open-actor',
    text: 'SELECT open_actor($1, $2) AS v',
    values: [token, slug ?? ''],
  })
  const v = rows[0]?.v
  if (!v) throw new DomainError('unauthenticated')
  if (!v.organizationId) throw new DomainError('not-found')
  return visitorOf({ ...v, organizationId: v.organizationId })
}

export function visitorOf(v: Opened & { readonly organizationId: string }): Visitor {
  return {
    user: { id: v.userId, email: v.email, language: v.language },
    personName: v.personName,
    versions: v.versions,
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

import type { Database } from '@oeuvre/db/database'
import { read } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { readSettings } from './stored-settings.ts'

/**
 * Who acts when nobody calls: a job works for the organization that its payload names, as an import or as the system. One of the
 * few places that mint an organization id. Holds no role: what a named actor may do is asked of its kind.
 * @throws DomainError not-found
 */
export async function openNamedActor(
  db: Database,
  organizationId: string,
  who: Pick<Actor, 'kind' | 'personId' | 'importId'>,
): Promise<Actor> {
  const id = organizationId as OrganizationId
  const { settings, today } = await read(db, id, (tx) => readSettings(tx, id))
  return { organizationId: id, ...who, roles: [], managedTeamIds: [], reachTeamIds: [], settings, today }
}

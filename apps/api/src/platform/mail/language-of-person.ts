import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Language } from '@oeuvre/domain/organizations/schema'

/** Of somebody who has no way in: the language they read in when they had one, else that of most people there. */
export async function languageOfPerson(tx: SqlTx, organizationId: string, personId: string): Promise<Language> {
  const row = await tx.one<{ own: Language | null; most: Language | null }>(sql`
    SELECT max(u.language) FILTER (WHERE m.person_id = ${personId}::uuid) AS own,
      mode() WITHIN GROUP (ORDER BY u.language) FILTER (WHERE m.ended_at IS NULL) AS most
    FROM membership m JOIN "user" u ON u.id = m.user_id WHERE m.organization_id = ${organizationId}::uuid`)
  return row?.own ?? row?.most ?? 'fr'
}

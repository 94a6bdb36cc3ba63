import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { preferencesOf } from '@oeuvre/domain/notifications/rules'
import type { Preferences, PreferencesView } from '@oeuvre/domain/notifications/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** What these persons chose. */
export async function loadPreferences(
  tx: SqlTx,
  organizationId: string,
  ids: readonly string[],
): Promise<(personId: string) => Preferences> {
  const rows = await tx.rows<{ id: string; choices: Record<string, unknown> }>(sql`
    SELECT person_id AS id, choices FROM notification_preference
    WHERE organization_id = ${organizationId}::uuid AND person_id = ANY (${[...ids]}::uuid[])`)
  const stored = new Map(rows.map(({ id, choices }) => [id, choices]))
  return (personId) => preferencesOf(stored.get(personId) ?? {})
}

export function getPreferences(ctx: OrgContext): Promise<PreferencesView> {
  const { organizationId, personId, settings } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const of = await loadPreferences(tx, organizationId, [personId])
    return { preferences: of(personId), email: ctx.mailer ? ctx.user.email : null, timeZone: settings.timeZone }
  })
}

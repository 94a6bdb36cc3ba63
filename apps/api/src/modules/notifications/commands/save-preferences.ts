import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { storedPreferences } from '@oeuvre/domain/notifications/rules'
import type { PreferencesView, SavePreferencesInput } from '@oeuvre/domain/notifications/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { getPreferences } from '../queries/load-preferences.ts'

/** Only what is said changes, so that two windows do not take back each other's choices. */
export async function savePreferences(ctx: OrgContext, input: SavePreferencesInput): Promise<PreferencesView> {
  const { organizationId, personId } = ctx.actor
  const choices = JSON.stringify(storedPreferences(input))
  await write(ctx.db, organizationId, (tx) =>
    tx.run(sql`
      INSERT INTO notification_preference (organization_id, person_id, choices, updated_at) VALUES (${organizationId}::uuid, ${personId}::uuid, ${choices}::jsonb, ${ctx.now})
      ON CONFLICT (organization_id, person_id) DO UPDATE SET choices = notification_preference.choices || excluded.choices, updated_at = excluded.updated_at`),
  )
  return getPreferences(ctx)
}

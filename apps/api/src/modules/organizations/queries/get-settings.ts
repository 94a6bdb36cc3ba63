import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { SettingsView } from '@oeuvre/domain/organizations/settings/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

export function getSettings(ctx: Pick<OrgContext, 'db' | 'actor'>): Promise<SettingsView> {
  const { organizationId, settings } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => ({
    settings,
    isCurrencyFixed: (await tx.one(sql`SELECT FROM credit WHERE organization_id = ${organizationId}::uuid LIMIT 1`)) !== null,
  }))
}

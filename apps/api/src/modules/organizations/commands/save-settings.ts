import { sql } from '@oeuvre/db/sql'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import type { OrganizationSettings } from '@oeuvre/domain/organizations/schema'
import type { SettingsInput } from '@oeuvre/domain/organizations/settings/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { isTimeZone } from './create-organization.ts'

/** @throws DomainError time-zone-unknown, unknown-currency, currency-in-use, date-in-future */
export function saveSettings(ctx: CommandContext, input: SettingsInput): Promise<void> {
  const { organizationId, settings, today } = ctx.actor
  const refusals: Refusal[] = []
  if (!isTimeZone(input.timeZone)) refusals.push({ code: 'time-zone-unknown', field: 'timeZone' })
  if (currencyDigits(input.reportingCurrency) === null)
    refusals.push({ code: 'unknown-currency', field: 'reportingCurrency', params: { currency: input.reportingCurrency } })
  if (input.firstAllowedDay > today) refusals.push({ code: 'date-in-future', field: 'firstAllowedDay' })
  if (refusals.length) throw new DomainError(refusals)
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const counted = await tx.one(sql`SELECT FROM credit WHERE organization_id = ${organizationId}::uuid LIMIT 1`)
    if (counted && input.reportingCurrency !== settings.reportingCurrency)
      throw new DomainError({ code: 'currency-in-use', field: 'reportingCurrency' })
    const fields = changedFields(settings, input)
    if (!fields.length) return
    await tx.run(sql`
      UPDATE organization SET name = ${input.name}, time_zone = ${input.timeZone}, reporting_currency = ${input.reportingCurrency},
        fiscal_year_start_month = ${input.fiscalYearStartMonth}, week_starts_on = ${input.weekStartsOn}, first_allowed_day = ${input.firstAllowedDay}::date,
        second_look_minor = ${input.secondLookMinor}::bigint, promise_days = ${input.promiseDays},
        verified_visibility = ${input.verifiedVisibility}, value_visibility = ${input.valueVisibility}
      WHERE organization_id = ${organizationId}::uuid`)
    const subject = { kind: 'organization', id: organizationId } as const
    emit({ type: 'organization.settings-changed', subject, payload: { fields } } satisfies OrganizationEvent)
    ledger.touchFacts()
  })
}

function changedFields(before: OrganizationSettings, now: SettingsInput): string[] {
  return (Object.keys(now) as (keyof SettingsInput)[]).filter((key) => before[key] !== now[key])
}

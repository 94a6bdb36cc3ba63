import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import type { SettingsChange, SettingsField, SettingsInput } from '@oeuvre/domain/organizations/settings/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { readSettings } from '../../../platform/stored-settings.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { isTimeZone } from './create-organization.ts'

/** @throws DomainError time-zone-unknown, unknown-currency, currency-in-use, date-in-future, conflict (each of its field) */
export function saveSettings(ctx: CommandContext, input: SettingsChange): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const { settings: before, today } = await readSettings(tx, organizationId)
    const { was = {}, ...change } = input
    const next = { ...before, ...change }
    const fields = changedFields(before, next)
    const meanwhile = fields.filter((field) => was[field] !== undefined && was[field] !== before[field])
    if (meanwhile.length) throw new DomainError(meanwhile.map((field) => ({ code: 'conflict', field })))
    const refusals = refusalsOf(next, today)
    if (fields.includes('reportingCurrency') && (await isCounted(tx, organizationId)))
      refusals.push({ code: 'currency-in-use', field: 'reportingCurrency' })
    if (refusals.length) throw new DomainError(refusals)
    if (!fields.length) return
    await store(tx, organizationId, next)
    const subject = { kind: 'organization', id: organizationId } as const
    emit({ type: 'organization.settings-changed', subject, payload: { fields } } satisfies OrganizationEvent)
    ledger.touchFacts()
  })
}

function refusalsOf(next: SettingsInput, today: string): Refusal[] {
  const refusals: Refusal[] = []
  if (!isTimeZone(next.timeZone)) refusals.push({ code: 'time-zone-unknown', field: 'timeZone' })
  if (currencyDigits(next.reportingCurrency) === null)
    refusals.push({ code: 'unknown-currency', field: 'reportingCurrency', params: { currency: next.reportingCurrency } })
  if (next.firstAllowedDay > today) refusals.push({ code: 'date-in-future', field: 'firstAllowedDay' })
  return refusals
}

async function isCounted(tx: Tx, organizationId: string): Promise<boolean> {
  const used = sql`SELECT FROM credit WHERE organization_id = ${organizationId}::uuid
    UNION ALL SELECT FROM objective WHERE organization_id = ${organizationId}::uuid AND measure = 'value'
    UNION ALL SELECT FROM program WHERE organization_id = ${organizationId}::uuid AND budget_minor IS NOT NULL LIMIT 1`
  return (await tx.one(used)) !== null
}

async function store(tx: Tx, organizationId: string, next: SettingsInput): Promise<void> {
  await tx.run(sql`
    UPDATE organization SET name = ${next.name}, time_zone = ${next.timeZone}, reporting_currency = ${next.reportingCurrency},
      fiscal_year_start_month = ${next.fiscalYearStartMonth}, week_starts_on = ${next.weekStartsOn}, first_allowed_day = ${next.firstAllowedDay}::date,
      second_look_minor = ${next.secondLookMinor}::bigint, promise_days = ${next.promiseDays},
      verified_visibility = ${next.verifiedVisibility}, value_visibility = ${next.valueVisibility},
      smallest_group = ${next.smallestGroup}
    WHERE organization_id = ${organizationId}::uuid`)
}

const settingsFields = [
  'name',
  'timeZone',
  'reportingCurrency',
  'fiscalYearStartMonth',
  'weekStartsOn',
  'firstAllowedDay',
  'secondLookMinor',
  'promiseDays',
  'verifiedVisibility',
  'valueVisibility',
  'smallestGroup',
] as const satisfies readonly SettingsField[]

function changedFields(before: SettingsInput, next: SettingsInput): SettingsField[] {
  return settingsFields.filter((field) => before[field] !== next[field])
}

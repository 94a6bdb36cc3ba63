import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { SaveWorkingDaysInput, WorkingDays } from '@oeuvre/domain/organizations/calendar/schema'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { readWorkingDays } from '../queries/get-working-days.ts'

/** Promises are measured anew at once; what was reminded of or escalated is not said again. @throws DomainError conflict */
export function saveWorkingDays(ctx: CommandContext, { was, ...next }: SaveWorkingDaysInput): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const before = keysOf(await readWorkingDays(tx, organizationId))
    const [read, wanted] = [keysOf(was), keysOf(next)]
    const fields = (['workingWeekdays', 'holidays'] as const).filter((field) => before[field] !== wanted[field])
    const meanwhile = fields.filter((field) => read[field] !== before[field])
    if (meanwhile.length) throw new DomainError(meanwhile.map((field) => ({ code: 'conflict', field })))
    if (!fields.length) return
    await tx.run(sql`UPDATE organization SET working_weekdays = ${[...new Set(next.workingWeekdays)].toSorted()}::smallint[]
      WHERE organization_id = ${organizationId}::uuid`)
    await tx.run(sql`DELETE FROM holiday WHERE organization_id = ${organizationId}::uuid`)
    await tx.run(sql`INSERT INTO holiday (organization_id, day, name)
      SELECT ${organizationId}::uuid, x.day, x.name FROM jsonb_to_recordset(${JSON.stringify(next.holidays)}::jsonb) AS x(day date, name text)`)
    const subject = { kind: 'organization', id: organizationId } as const
    emit({ type: 'organization.settings-changed', subject, payload: { fields } } satisfies OrganizationEvent)
    ledger.touchFacts()
  })
}

function keysOf({ workingWeekdays, holidays }: WorkingDays) {
  const listed = holidays.map(({ day, name }) => `${day} ${name}`)
  return { workingWeekdays: [...new Set(workingWeekdays)].toSorted().join(), holidays: listed.toSorted().join('\n') }
}

import { type CreditableOutcome, creditChannels, creditEntries, oppositeOf } from '@oeuvre/domain/credits/rules'
import type { CreditCause } from '@oeuvre/domain/credits/schema'
import type { OrganizationSettings } from '@oeuvre/domain/organizations/schema'
import { daysBetween, elapsedDays } from '@oeuvre/domain/time/calendar'
import { workingDaysElapsed } from '@oeuvre/domain/time/working-days'
import { appendCredits } from '../../credits/commands/append-credits.ts'
import { listStanding } from '../../credits/queries/list-standing.ts'
import { moneyOfRow } from '../present.ts'
import type { OutcomeRow } from '../queries/load-outcomes.ts'
import type { Work } from './move-outcomes.ts'

export type Verified = {
  readonly revision: number
  readonly rung: 4 | 5
  readonly cause: CreditCause
  readonly isImported: boolean
  readonly now: Date
  /** The value in minor units of the reporting currency; null: absent, or without a rate. */
  readonly reportingMinor: bigint | null
}

/** What the ledger is told of an outcome as it stands in the tables: each person's team is the one of the day of the result. */
function creditableOf(
  row: OutcomeRow,
  settings: OrganizationSettings,
  { revision, rung, isImported, now, reportingMinor }: Verified,
): CreditableOutcome {
  const { type, occurredOn } = row
  if (!type || !occurredOn) throw new Error(`outcome ${row.id} was verified without type or day`)
  return {
    id: row.id,
    revision,
    occurredOn,
    typeId: type.id,
    valueKind: type.valueKind,
    value: moneyOfRow(row),
    reportingMinor,
    side: row.side,
    rung,
    isImported,
    daysToVerify: isImported || !row.submittedAt ? null : elapsedDays(row.submittedAt.getTime(), now.getTime()),
    isPromiseKept: isImported || !row.submittedAt ? null : isWithinPromise(row.submittedAt, now, settings),
    touchDays: row.firstTouchOn === null ? null : daysBetween(row.firstTouchOn, occurredOn),
    skillId: row.skillId,
    programId: row.programId,
    objectiveId: row.objectiveId,
    contributors: row.contributors.map((c) => ({ personId: c.id, weight: c.weight, role: c.role, teamId: c.team?.id ?? null })),
    channelIds: row.channels.map((c) => c.id),
  }
}

function isWithinPromise(submittedAt: Date, now: Date, settings: OrganizationSettings): boolean {
  return workingDaysElapsed(submittedAt.getTime(), now.getTime(), settings.timeZone, settings) <= settings.promiseDays
}

/** Appends the credits of an outcome that was just verified. */
export function appendVerified({ ctx, tools }: Pick<Work, 'ctx' | 'tools'>, row: OutcomeRow, verified: Verified): void {
  const creditable = creditableOf(row, ctx.actor.settings, verified)
  appendCredits(tools.ledger, creditEntries(creditable, verified.cause), creditChannels(creditable))
}

/** Appends the exact opposite of whatever stands of these outcomes. */
export async function appendOpposites(
  { ctx, tx, tools }: Pick<Work, 'ctx' | 'tx' | 'tools'>,
  outcomeIds: readonly string[],
  cause: CreditCause,
): Promise<void> {
  const entries = await listStanding(tx, ctx.actor, outcomeIds)
  appendCredits(tools.ledger, oppositeOf(entries, cause))
}

import { reportingMinorOf } from '@oeuvre/domain/credits/rules'
import { needsSecondLook, verifyTransition } from '@oeuvre/domain/outcomes/review/rules'
import type { DecisionOutput, OutcomeSet } from '@oeuvre/domain/outcomes/review/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { moneyOfRow } from '../present.ts'
import type { OutcomeRow } from '../queries/load-outcomes.ts'
import { appendVerified } from './append-verified.ts'
import { type Decision, decide, decidedNow, moveTo, undecided, type Work } from './move-outcomes.ts'
import { refuseCounted } from './refuse-counted.ts'

/** Four eyes. Above the organization's threshold the ledger waits for a second decider. */
export function verifyOutcomes(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'verify', async (work, members) => {
    await refuseCounted(work, members)
    return members.map(({ row }) => verify(work, row))
  })
}

/** The second look: another decider than the first. */
export function confirmSecondLook(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'confirm', async (work, members) => {
    await refuseCounted(work, members)
    return members.map(({ row }) => toVerified(work, row, true))
  })
}

function verify(work: Work, row: OutcomeRow): Decision {
  const { settings, personId } = work.ctx.actor
  const value = moneyOfRow(row)
  const reportingMinor = reportingMinorOf(value, settings.reportingCurrency)
  const { to } = verifyTransition(needsSecondLook({ isPresent: value !== null, reportingMinor }, settings.secondLookMinor))
  if (to === 'verified') return toVerified(work, row, false)
  return {
    move: moveTo(row, 'second-look', { ...undecided, first_decider_id: personId }),
    event: { type: 'outcome.second-look-asked', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'second-look' },
  }
}

function toVerified(work: Work, row: OutcomeRow, isSecondLook: boolean): Decision {
  const { ctx } = work
  const revision = row.revision + 1
  const rung = row.importId === null ? 4 : 5
  appendVerified(work, row, { revision, rung, cause: 'verified', isImported: false, now: ctx.now })
  const value = moneyOfRow(row)
  return {
    move: moveTo(row, 'verified', {
      ...decidedNow(ctx),
      rung,
      revision,
      reporting_minor: reportingMinorOf(value, ctx.actor.settings.reportingCurrency)?.toString() ?? null,
      first_decider_id: isSecondLook ? row.firstDeciderId : null,
    }),
    event: {
      type: 'outcome.verified',
      outcomeId: row.id,
      version: row.version + 1,
      from: row.state,
      to: 'verified',
      revision,
      occurredOn: row.occurredOn ?? '',
      typeId: row.type?.id ?? '',
      rung,
      isSecondLook,
      contributors: row.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
    },
  }
}

import { needsSecondLook, verifyTransition } from '@oeuvre/domain/outcomes/review/rules'
import type { DecisionOutput, OutcomeSet } from '@oeuvre/domain/outcomes/review/schema'
import type { Converted } from '@oeuvre/domain/rates/rules'
import type { CommandContext } from '../../../platform/mutate.ts'
import { loadConversions } from '../../rates/queries/load-conversions.ts'
import { moneyOfRow } from '../present.ts'
import type { OutcomeRow } from '../queries/load-outcomes.ts'
import { appendVerified } from './append-verified.ts'
import { convertedColumns } from './keep-conversion.ts'
import { type Decision, decide, decidedNow, type Member, moveTo, undecided, type Work } from './move-outcomes.ts'
import { refuseCounted } from './refuse-counted.ts'

/** Four eyes. Above the organization's threshold the ledger waits for a second decider. */
export function verifyOutcomes(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'verify', async (work, members) => {
    await refuseCounted(work, members)
    const converted = await loadConverted(work, members)
    return members.map(({ row }) => verify(work, row, converted(row)))
  })
}

/** The second look: another decider than the first. */
export function confirmSecondLook(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'confirm', async (work, members) => {
    await refuseCounted(work, members)
    const converted = await loadConverted(work, members)
    return members.map(({ row }) => toVerified(work, row, { converted: converted(row), isSecondLook: true }))
  })
}

/** By the rates known now: verifying settles by which a value is converted. */
async function loadConverted({ ctx, tx }: Work, members: readonly Member[]): Promise<(row: OutcomeRow) => Converted> {
  const valued = (row: OutcomeRow) => ({ value: moneyOfRow(row), day: row.occurredOn })
  const conversions = await loadConversions(
    tx,
    ctx.actor,
    members.map(({ row }) => valued(row)),
  )
  return (row) => conversions(valued(row))
}

function verify(work: Work, row: OutcomeRow, converted: Converted): Decision {
  const { settings, personId } = work.ctx.actor
  const value = { isPresent: row.valueMinor !== null, reportingMinor: converted.minor }
  const { to } = verifyTransition(needsSecondLook(value, settings.secondLookMinor))
  if (to === 'verified') return toVerified(work, row, { converted, isSecondLook: false })
  return {
    move: moveTo(row, 'second-look', { ...undecided, first_decider_id: personId }),
    event: { type: 'outcome.second-look-asked', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'second-look' },
  }
}

type Settled = { readonly converted: Converted; readonly isSecondLook: boolean }

function toVerified(work: Work, row: OutcomeRow, { converted, isSecondLook }: Settled): Decision {
  const { ctx } = work
  const revision = row.revision + 1
  const rung = row.importId === null ? 4 : 5
  appendVerified(work, row, { revision, rung, cause: 'verified', isImported: false, now: ctx.now, reportingMinor: converted.minor })
  return {
    move: moveTo(row, 'verified', {
      ...decidedNow(ctx),
      rung,
      revision,
      ...convertedColumns(converted),
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

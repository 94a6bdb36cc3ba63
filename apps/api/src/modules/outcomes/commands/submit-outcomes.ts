import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { toDecimal } from '@oeuvre/domain/money/amounts'
import type { DecisionOutput, OutcomeSet } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { moneyOfRow } from '../present.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { presentDecided } from './move-outcomes.ts'
import { placeRefusals } from './place-refusals.ts'
import { storeOutcome } from './save-outcome.ts'

/** Sends what is already kept, as it stands; refused under `ids.<place>.<field>`. */
export function submitOutcomes(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return mutate(ctx, async (tx, emit, tools) => {
    const work = { ctx, tx, emit, tools }
    const asked = [...new Map(input.ids.map((m) => [m.id, m])).values()]
    const ids = asked.map((m) => m.id)
    const rows = new Map((await loadFullOutcomes(tx, ctx.actor, ids)).map((row) => [row.id, row]))
    for (const [place, { id, version }] of asked.entries()) {
      const row = rows.get(id)
      if (!row) throw new DomainError({ code: 'not-found', field: `ids.${place}` })
      await placeRefusals(`ids.${place}`, async () => {
        await storeOutcome(work, { outcome: draftOf(row), version }, 'submit')
      })
    }
    return presentDecided(work, ids)
  })
}

/** What the form would send again for this outcome. */
export function draftOf(row: OutcomeFullRow): OutcomeDraft {
  const money = moneyOfRow(row)
  return {
    id: row.id,
    typeId: row.type?.id ?? null,
    title: row.title,
    subject: row.subject,
    occurredOn: row.occurredOn,
    value: money && { amount: toDecimal(money), currency: money.currency, decimalMark: '.' },
    channels: row.channels.map((c) => ({ channelId: c.id, accountId: c.account?.id ?? null })),
    isWithoutChannel: row.isWithoutChannel,
    contributors: row.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
    weightsAre: row.weightsAre,
    evidence: row.evidence.map((e) => ({
      id: e.id,
      url: e.url ?? '',
      label: e.label,
      fileId: e.file?.id ?? null,
      isFromClient: e.isFromClient,
    })),
    story: { situation: row.storySituation, action: row.storyAction, result: row.storyResult },
    skillId: row.skillId,
    objectiveId: row.objectiveId,
    programId: row.programId,
    firstTouchOn: row.firstTouchOn,
    externalId: row.externalId,
  }
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { CompareInput } from '@oeuvre/domain/outcomes/likeness/schema'
import { isDecider, visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { isBlank } from '@oeuvre/domain/text/storable'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { leadTeamOf, loadChains } from '../queries/load-chains.ts'
import { loadOutcomes } from '../queries/load-outcomes.ts'

/** One voice for each side, and one for whoever decides. */
export async function saveComparison(tx: Tx, { actor, now }: CommandContext, said: CompareInput, isDecided: boolean): Promise<void> {
  await tx.run(sql`INSERT INTO outcome_comparison (organization_id, outcome_id, other_id, is_decided, verdict, words, by_id, at)
    VALUES (${actor.organizationId}::uuid, ${said.id}::uuid, ${said.otherId}::uuid, ${isDecided}, ${said.verdict}, ${said.words},
      ${actor.personId}::uuid, ${now}::timestamptz)
    ON CONFLICT (organization_id, outcome_id, other_id, is_decided) DO UPDATE SET verdict = excluded.verdict, words = excluded.words,
      by_id = excluded.by_id, at = excluded.at`)
}

/**
 * What is said of two results that look like one, kept beside them: by the author, for whoever reviews it; by a decider, so that the
 * question is closed. Said again, the later words stand.
 * @throws DomainError not-found; forbidden to anybody else
 */
export function compareOutcomes(ctx: CommandContext, input: CompareInput): Promise<void> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const rows = await loadOutcomes(tx, actor, [input.id, input.otherId])
    const chains = await loadChains(tx, actor, rows.map(leadTeamOf))
    const [one, other] = [input.id, input.otherId].map((id) => {
      const row = rows.find((found) => found.id === id)
      const record = row && recordOf(row, chains)
      return row && record && visibilityOf(actor, record).isVisible ? { row, record } : null
    })
    if (!one || !other || one === other || input.id === input.otherId) throw new DomainError('not-found')
    const isAuthor = actor.personId !== null && actor.personId === one.row.authorId
    const isDecided = !isAuthor && isDecider(actor, one.record)
    if (!isAuthor && !isDecided) throw new DomainError('forbidden')
    if (!isDecided && input.verdict === 'another' && isBlank(input.words)) throw new DomainError({ code: 'words-required', field: 'words' })
    await saveComparison(tx, ctx, input, isDecided)
    const { version } = one.row
    emitOutcome(emit, { type: 'outcome.compared', outcomeId: input.id, version, otherId: input.otherId, verdict: input.verdict, isDecided })
  })
}

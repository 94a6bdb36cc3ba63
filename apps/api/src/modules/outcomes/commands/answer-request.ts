import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { CompareInput } from '@oeuvre/domain/outcomes/likeness/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { isBlank } from '@oeuvre/domain/text/storable'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { requestsTo } from '../queries/list-requests.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { loadOutcomes } from '../queries/load-outcomes.ts'
import { saveComparison } from './compare-outcomes.ts'

/**
 * Somebody asked to be added to a result, because another claim of theirs is the same. Whoever made the first one says whether it is; its
 * reviewer decides, with what both sides said beside the two.
 * @throws DomainError not-found, also where nobody asked; forbidden to whoever is neither author nor named, and to the one who asks
 */
export function answerRequest(ctx: CommandContext, input: CompareInput): Promise<void> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const [row] = await loadOutcomes(tx, actor, [input.id])
    const record = row && recordOf(row, await chainsFor(tx, actor, [row]))
    if (!row || !record || !visibilityOf(actor, record).isVisible) throw new DomainError('not-found')
    const isConcerned = actor.personId === record.authorId || record.contributors.some((c) => c.personId === actor.personId)
    if (actor.personId === null || !isConcerned) throw new DomainError('forbidden')
    const requests = await tx.rows<{ otherId: string; byId: string | null }>(
      sql`SELECT r."otherId", r."byId" FROM (${requestsTo(actor, input.id)}) r`,
    )
    const request = requests.find((one) => one.otherId === input.otherId)
    if (!request) throw new DomainError({ code: 'not-found', field: 'otherId' })
    if (request.byId === actor.personId) throw new DomainError('own-result')
    if (input.verdict === 'another' && isBlank(input.words)) throw new DomainError({ code: 'words-required', field: 'words' })
    await saveComparison(tx, ctx, input, false)
    const { id: outcomeId, version } = row
    emitOutcome(emit, { type: 'outcome.compared', outcomeId, version, otherId: input.otherId, verdict: input.verdict, isDecided: false })
  })
}

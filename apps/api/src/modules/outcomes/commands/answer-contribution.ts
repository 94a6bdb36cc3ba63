import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { answerRefusal } from '@oeuvre/domain/outcomes/answers/policy'
import type { AnswerInput } from '@oeuvre/domain/outcomes/answers/schema'
import { checkSplit } from '@oeuvre/domain/outcomes/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { splitOfOutcome, splitOfProposal } from '../queries/is-corroborated.ts'
import { chainsFor } from '../queries/load-chains.ts'
import { loadFacts } from '../queries/load-facts.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../queries/load-outcomes.ts'
import { lockOutcomes } from './move-outcomes.sql.ts'
import { refreshRungs } from './refresh-rungs.ts'
import { draftOf } from './submit-outcomes.ts'

/**
 * Somebody who is named says that it is right, or what is wrong with it. Said again, the later answer stands and the earlier one is
 * history. The outcome keeps its version, so whoever is writing it is not disturbed.
 * @throws DomainError not-found; forbidden to whoever is not named; state-changed where it is another than was read
 */
export function answerContribution(ctx: CommandContext, input: AnswerInput): Promise<void> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const row = await loadAnswerable(tx, ctx, input.id)
    if (row.version !== input.version) throw await stateChanged(tx, actor, [row])
    const proposal = input.answer === 'objected' ? (input.proposal ?? null) : null
    const draft = draftOf(row)
    if (proposal) {
      const facts = await loadFacts(tx, actor, { ...draft, contributors: proposal }, row.authorId)
      const refusals = checkSplit({ ...draft, contributors: proposal }, facts).map(
        ({ field, ...rest }): Refusal => ({ ...rest, field: field?.replace('contributors', 'proposal') ?? 'proposal' }),
      )
      if (refusals.length > 0) throw new DomainError(refusals)
    }
    await endAnswer(tx, ctx, row.id)
    const points = input.answer === 'objected' ? [...new Set(input.points)] : []
    const personId = actor.personId ?? ''
    const id = emitOutcome(emit, {
      type: 'outcome.contribution-answered',
      outcomeId: row.id,
      version: row.version,
      personId,
      answer: input.answer,
      points,
    })
    const json = sql`${proposal && JSON.stringify(proposal)}::jsonb`
    await tx.run(sql`INSERT INTO contributor_answer (organization_id, id, outcome_id, person_id, answer, points, words, proposal, version, split,
        proposed_split, at)
      SELECT o.organization_id, ${id}::uuid, o.id, ${personId}::uuid, ${input.answer}, ${points}::text[], ${input.words}, ${json}, o.version,
        ${splitOfOutcome}, nullif(${splitOfProposal(json)}, ${splitOfOutcome}), ${ctx.now}::timestamptz
      FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ${row.id}::uuid`)
    await refreshRungs(tx, actor, [row.id])
  })
}

/** One's own word taken back: as if it had not been said, but for the history. Nothing to take back is no mistake. */
export function takeBackAnswer(ctx: CommandContext, input: { readonly id: string }): Promise<void> {
  return mutate(ctx, async (tx, emit) => {
    const row = await loadAnswerable(tx, ctx, input.id)
    if (!(await endAnswer(tx, ctx, row.id))) return
    const personId = ctx.actor.personId ?? ''
    emitOutcome(emit, { type: 'outcome.contribution-answer-taken-back', outcomeId: row.id, version: row.version, personId })
    await refreshRungs(tx, ctx.actor, [row.id])
  })
}

async function loadAnswerable(tx: Tx, { actor }: CommandContext, id: string): Promise<OutcomeFullRow> {
  await tx.rows(lockOutcomes(actor.organizationId, [id]))
  const [row] = await loadFullOutcomes(tx, actor, [id])
  if (!row) throw new DomainError('not-found')
  const refusal = answerRefusal(actor, recordOf(row, await chainsFor(tx, actor, [row])))
  if (refusal?.code === 'state-changed') throw await stateChanged(tx, actor, [row])
  if (refusal) throw new DomainError(refusal)
  return row
}

async function endAnswer(tx: Tx, { actor, now }: { actor: Actor; now: Date }, outcomeId: string): Promise<boolean> {
  const ended =
    await tx.run(sql`UPDATE contributor_answer SET ended_at = ${now}::timestamptz WHERE organization_id = ${actor.organizationId}::uuid
    AND outcome_id = ${outcomeId}::uuid AND person_id = ${actor.personId}::uuid AND ended_at IS NULL`)
  return ended > 0
}

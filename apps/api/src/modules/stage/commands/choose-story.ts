import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { choiceRefusal } from '@oeuvre/domain/stage/policy'
import { scheduleRefusals } from '@oeuvre/domain/stage/rules'
import type { ChooseStoryInput, StoryVersion } from '@oeuvre/domain/stage/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes } from '../../outcomes/queries/load-outcomes.ts'
import { emitStory } from '../events.ts'
import { newCode, refreshStory } from '../repo.ts'

/**
 * Puts a verified result on stage, with a reason: everybody who takes part in it is asked, and it is read from its day on once all of them
 * agreed. Nobody chooses what they took part in.
 * @throws DomainError not-found, forbidden, own-result, state-changed (not verified); already-on-stage; of its days last-day-over, period-reversed
 */
export function chooseStory(ctx: CommandContext, input: ChooseStoryInput): Promise<StoryVersion> {
  const { organizationId, today } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const known = await findSent(tx, ctx, input)
    if (known) return known
    await refuseOutcome(tx, ctx, input.outcomeId)
    const refusals = scheduleRefusals(input, today)
    if (refusals.length > 0) throw new DomainError(refusals)
    if ((await insertStory(tx, ctx, input)) === 0) throw new DomainError('already-on-stage')
    const { id, outcomeId, from, until } = input
    const personIds = await refreshStory(tx, ctx.actor, id, ctx.now)
    emitStory(emit, { type: 'story.chosen', subject: { kind: 'story', id }, payload: { outcomeId, personIds, from, until } })
    const row = await tx.one<StoryVersion>(
      sql`SELECT id, version FROM stage_story WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`,
    )
    return { id, version: row?.version ?? 1 }
  })
}

/** Sent twice by the same person, it is one. */
async function findSent(tx: Tx, { actor }: CommandContext, { id, outcomeId }: ChooseStoryInput): Promise<StoryVersion | null> {
  const row = await tx.one<StoryVersion & { isSame: boolean }>(sql`SELECT id, version,
      (outcome_id = ${outcomeId}::uuid AND chosen_by_id = ${actor.personId}::uuid) AS "isSame"
    FROM stage_story WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
  if (row && !row.isSame) throw new DomainError('conflict')
  return row && { id: row.id, version: row.version }
}

async function refuseOutcome(tx: Tx, { actor }: CommandContext, outcomeId: string): Promise<void> {
  await tx.run(sql`SELECT FROM outcome WHERE organization_id = ${actor.organizationId}::uuid AND id = ${outcomeId}::uuid FOR SHARE`)
  const [row] = await loadOutcomes(tx, actor, [outcomeId])
  if (!row) throw new DomainError({ code: 'not-found', field: 'outcomeId' })
  const refusal = choiceRefusal(actor, recordOf(row, await chainsFor(tx, actor, [row])))
  if (refusal) throw new DomainError(refusal)
}

function insertStory(tx: Tx, { actor, now }: CommandContext, input: ChooseStoryInput): Promise<number> {
  const { organizationId, personId } = actor
  const { id, outcomeId, reason, quote, needed, learnt, thanks, isClientWithheld, clientAs, from, until, isLead } = input
  return tx.run(sql`
    INSERT INTO stage_story (organization_id, id, outcome_id, chosen_by_id, chosen_at, reason, quote, needed, learnt, thanks, is_client_withheld, client_as,
      from_day, until_day, is_lead, code)
    VALUES (${organizationId}::uuid, ${id}::uuid, ${outcomeId}::uuid, ${personId}::uuid, ${now}::timestamptz, ${reason}, ${quote}, ${needed}, ${learnt},
      ${thanks}, ${isClientWithheld}, ${clientAs}, ${from}::date, ${until}::date, ${isLead}, ${newCode(organizationId)})
    ON CONFLICT (organization_id, outcome_id) WHERE down_at IS NULL DO NOTHING`)
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type AwardedResult, refusalsOfAward } from '@oeuvre/domain/recognition/awards/rules'
import type { GiveAwardInput } from '@oeuvre/domain/recognition/awards/schema'
import type { AwardEvent } from '@oeuvre/domain/recognition/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { visibleTo } from '../../outcomes/visible-to.ts'
import { findReached } from '../queries/ask-award.ts'

/**
 * Recognises a person or a team for verified results, with a reason. Sent twice under one id it is one.
 * @throws DomainError every refusal at once, each beside its field; not-found; forbidden out of reach; conflict for an id that is another's
 */
export function giveAward(ctx: CommandContext, input: GiveAwardInput): Promise<{ id: string }> {
  const { actor } = ctx
  const { id, personId, teamId, reason } = input
  const outcomeIds = [...new Set(input.outcomeIds)]
  return mutate(ctx, async (tx, emit) => {
    if (actor.kind !== 'person' || actor.personId === null) throw new DomainError('forbidden')
    if (personId === actor.personId) throw new DomainError({ code: 'award-own', field: 'personId' })
    const recipient = await findReached(tx, actor, { personId, teamId })
    const results = await loadResults(tx, actor, outcomeIds)
    const refusals = refusalsOfAward({ ...input, outcomeIds }, { giverId: actor.personId, results, recipientIds: recipient.personIds })
    if (refusals.length > 0) throw new DomainError(refusals)
    const org = sql`${actor.organizationId}::uuid`
    const added = await tx.run(sql`INSERT INTO award (organization_id, id, person_id, team_id, giver_id, reason, at)
      VALUES (${org}, ${id}::uuid, ${personId}::uuid, ${teamId}::uuid, ${actor.personId}::uuid, ${reason}, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, id) DO NOTHING`)
    if (added === 0) {
      const own = await tx.one(
        sql`SELECT id FROM award WHERE organization_id = ${org} AND id = ${id}::uuid AND giver_id = ${actor.personId}::uuid`,
      )
      if (!own) throw new DomainError('conflict')
      return { id }
    }
    await tx.run(
      sql`INSERT INTO award_result (organization_id, award_id, outcome_id) SELECT ${org}, ${id}::uuid, x FROM unnest(${outcomeIds}::uuid[]) AS x`,
    )
    await tx.run(sql`INSERT INTO award_person (organization_id, award_id, person_id)
      SELECT ${org}, ${id}::uuid, x FROM unnest(${[...recipient.personIds]}::uuid[]) AS x`)
    emit({ type: 'award.given', subject: { kind: 'award', id } } satisfies AwardEvent)
    return { id }
  })
}

/** Those that the giver may see, with the teams of each contributor on the day of the result. Locked, so that none is reopened meanwhile. */
function loadResults(tx: Tx, actor: Actor, outcomeIds: readonly string[]): Promise<AwardedResult[]> {
  return tx.rows<AwardedResult>(sql`SELECT o.id, o.state, (SELECT coalesce(json_agg(json_build_object('personId', c.person_id, 'teamIds',
        ARRAY(SELECT m.team_id FROM team_membership m WHERE m.organization_id = c.organization_id AND m.person_id = c.person_id
          AND daterange(m.valid_from, m.valid_to) @> coalesce(o.occurred_on, ${actor.today}::date)))), '[]')
      FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id) AS contributors
    FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${[...outcomeIds]}::uuid[]) AND o.state <> 'draft' AND ${visibleTo(actor)}
    FOR SHARE OF o`)
}

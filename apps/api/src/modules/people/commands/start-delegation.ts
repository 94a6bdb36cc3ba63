import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { delegationRefusal, mayDelegateFor } from '@oeuvre/domain/people/delegation/rules'
import type { DelegateInput } from '@oeuvre/domain/people/delegation/schema'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'

/**
 * Somebody manages in the place of an absent manager, at once or from a day on. Sent twice, it is one.
 * @throws DomainError not-found; forbidden; last-day-too-early, delegate-cannot-sign-in, delegate-away, delegation-overlaps
 */
export function startDelegation(ctx: CommandContext, input: DelegateInput): Promise<void> {
  const { organizationId, today } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const known = await tx.one<{ isHere: boolean; manages: boolean; canSignIn: boolean }>(lookUp(ctx, input))
    if (!known?.isHere) throw new DomainError({ code: 'not-found', field: known ? 'delegateId' : 'personId' })
    if (!mayDelegateFor(ctx.actor, input.personId) || !known.manages) throw new DomainError('forbidden')
    const refusal =
      delegationRefusal(input, today) ??
      (known.canSignIn ? await clashOf(tx, ctx, input) : { code: 'delegate-cannot-sign-in' as const, field: 'delegateId' })
    if (refusal) throw new DomainError(refusal)
    const added = await tx.run(sql`
      INSERT INTO delegation (organization_id, id, person_id, delegate_id, from_day, to_day, reason, created_by_id, created_at)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.personId}::uuid, ${input.delegateId}::uuid, ${input.fromDay}::date, ${input.toDay}::date,
        ${input.reason}, ${ctx.actor.personId}::uuid, ${ctx.now}::timestamptz) ON CONFLICT (organization_id, id) DO NOTHING`)
    if (added === 0) return
    const { id, delegateId, fromDay, toDay } = input
    emit({
      type: 'delegation.started',
      subject: { kind: 'person', id: input.personId },
      payload: { delegationId: id, delegateId, fromDay, toDay },
    } satisfies PersonEvent)
    ledger.touchFacts()
  })
}

function lookUp({ actor }: CommandContext, { personId, delegateId }: DelegateInput) {
  const org = sql`${actor.organizationId}::uuid`
  const today = sql`${actor.today}::date`
  return sql`SELECT d.id IS NOT NULL AS "isHere",
      EXISTS (SELECT FROM team_manager tm WHERE tm.organization_id = ${org} AND tm.person_id = p.id) AS manages,
      d.status = 'active' AND (d.left_on IS NULL OR d.left_on > ${today})
        AND EXISTS (SELECT FROM membership m WHERE m.organization_id = ${org} AND m.person_id = d.id AND m.ended_at IS NULL) AS "canSignIn"
    FROM person p LEFT JOIN person d ON d.organization_id = p.organization_id AND d.id = ${delegateId}::uuid
    WHERE p.organization_id = ${org} AND p.id = ${personId}::uuid`
}

/** Nobody is stood in for by two at once, and nobody stands in who is away themself: it would wait for somebody who is not there. */
async function clashOf(tx: Tx, { actor }: CommandContext, input: DelegateInput): Promise<Refusal | null> {
  const clashes = await tx.rows<{ personId: string }>(sql`
    SELECT person_id AS "personId" FROM delegation WHERE organization_id = ${actor.organizationId}::uuid AND ended_at IS NULL AND id <> ${input.id}::uuid
      AND person_id IN (${input.personId}::uuid, ${input.delegateId}::uuid)
      AND daterange(from_day, to_day, '[]') && daterange(${input.fromDay}::date, ${input.toDay}::date, '[]')`)
  if (clashes.some((c) => c.personId === input.personId)) return { code: 'delegation-overlaps', field: 'fromDay' }
  return clashes.length > 0 ? { code: 'delegate-away', field: 'delegateId' } : null
}

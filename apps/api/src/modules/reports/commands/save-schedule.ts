import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { maySendTo } from '@oeuvre/domain/reports/policy'
import { reportLimits, type SaveScheduleInput } from '@oeuvre/domain/reports/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { mutate } from '../../../platform/mutate.ts'
import { getPage } from '../../impact/queries/get-page.ts'

type Scheduling = OrgContext

/**
 * Has the page sent after each month or quarter, or changes how. Whoever asked for no more stays left out.
 * @throws DomainError mail-unavailable; forbidden for others than oneself unless executive; not-found for another's, for persons and teams out of sight
 */
export async function saveSchedule(ctx: Scheduling, { id, cadence, filter, paper, recipients }: SaveScheduleInput): Promise<void> {
  const { organizationId, personId } = ctx.actor
  if (!ctx.mailer) throw new DomainError('mail-unavailable')
  if (!maySendTo(ctx.actor, recipients)) throw new DomainError('forbidden')
  await getPage(ctx, filter) // refuses a slice that is out of sight
  const org = sql`${organizationId}::uuid`
  const ids = [...new Set(recipients)]
  await mutate(ctx, async (tx) => {
    const own = await tx.one<{ n: number; persons: number }>(sql`
      SELECT (SELECT count(*)::int FROM report_schedule WHERE organization_id = ${org} AND owner_id = ${personId}::uuid AND removed_at IS NULL AND id <> ${id}::uuid) AS n,
        (SELECT count(*)::int FROM person WHERE organization_id = ${org} AND id = ANY (${ids}::uuid[]) AND status = 'active') AS persons`)
    if ((own?.n ?? 0) >= reportLimits.schedules) throw new DomainError({ code: 'too-many', params: { max: reportLimits.schedules } })
    if (own?.persons !== ids.length) throw new DomainError({ code: 'not-found', field: 'recipients' })
    const saved = await tx.run(sql`
      INSERT INTO report_schedule AS s (organization_id, id, owner_id, cadence, filter, paper, since, created_at)
      VALUES (${org}, ${id}::uuid, ${personId}::uuid, ${cadence}, ${JSON.stringify(filter)}::jsonb, ${paper}, ${ctx.now}, ${ctx.now})
      ON CONFLICT (organization_id, id) DO UPDATE SET cadence = excluded.cadence, filter = excluded.filter, paper = excluded.paper
        WHERE s.owner_id = excluded.owner_id AND s.removed_at IS NULL`)
    if (saved === 0) throw new DomainError('not-found')
    await tx.run(
      sql`DELETE FROM report_recipient WHERE organization_id = ${org} AND schedule_id = ${id}::uuid AND NOT person_id = ANY (${ids}::uuid[])`,
    )
    await tx.run(sql`INSERT INTO report_recipient (organization_id, schedule_id, person_id)
      SELECT ${org}, ${id}::uuid, x FROM unnest(${ids}::uuid[]) x ON CONFLICT (organization_id, schedule_id, person_id) DO NOTHING`)
  })
}

/** Gone on with, it sends what falls due from then on. @throws DomainError not-found */
export function pauseSchedule(ctx: Scheduling, { id, isPaused }: { id: string; isPaused: boolean }): Promise<void> {
  return change(
    ctx,
    id,
    sql`is_paused = ${isPaused}, since = CASE WHEN is_paused AND NOT ${isPaused} THEN ${ctx.now}::timestamptz ELSE since END`,
  )
}

/** @throws DomainError not-found */
export function removeSchedule(ctx: Scheduling, { id }: { id: string }): Promise<void> {
  return change(ctx, id, sql`removed_at = ${ctx.now}::timestamptz`)
}

/** As long as it is not erased by night. @throws DomainError not-found */
export function restoreSchedule(ctx: Scheduling, { id }: { id: string }): Promise<void> {
  return change(ctx, id, sql`removed_at = NULL`)
}

function change({ actor, ...ctx }: Scheduling, id: string, to: ReturnType<typeof sql>): Promise<void> {
  return mutate({ ...ctx, actor }, async (tx) => {
    const changed = await tx.run(sql`UPDATE report_schedule SET ${to}
      WHERE organization_id = ${actor.organizationId}::uuid AND owner_id = ${actor.personId}::uuid AND id = ${id}::uuid`)
    if (changed === 0) throw new DomainError('not-found')
  })
}

/** Whoever receives it asks for no more, or again for it. @throws DomainError not-found */
export function leaveSchedule(ctx: Scheduling, { id, hasEnded }: { id: string; hasEnded: boolean }): Promise<void> {
  const { organizationId, personId } = ctx.actor
  const at = hasEnded ? ctx.now : null
  return mutate(ctx, async (tx) => {
    const left = await tx.run(sql`UPDATE report_recipient SET ended_at = ${at}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND schedule_id = ${id}::uuid AND person_id = ${personId}::uuid`)
    if (left === 0) throw new DomainError('not-found')
  })
}

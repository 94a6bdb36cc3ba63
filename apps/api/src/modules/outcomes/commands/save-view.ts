import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type SaveViewInput, viewLimits } from '@oeuvre/domain/outcomes/views/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Keeps a selection under a name, or changes one's own. @throws DomainError too-many; not-found for another's */
export function saveView(ctx: CommandContext, { id, screen, name, filter, sharedWith }: SaveViewInput): Promise<void> {
  const { organizationId, personId } = ctx.actor
  const org = sql`${organizationId}::uuid`
  return mutate(ctx, async (tx) => {
    const own = await tx.one<{
      n: number
      next: number
    }>(sql`SELECT count(*)::int AS n, coalesce(max(position) + 1, 0) AS next FROM saved_view
      WHERE organization_id = ${org} AND owner_id = ${personId}::uuid AND removed_at IS NULL AND id <> ${id}::uuid`)
    if ((own?.n ?? 0) >= viewLimits.own) throw new DomainError({ code: 'too-many', params: { max: viewLimits.own } })
    const saved = await tx.run(sql`INSERT INTO saved_view AS v (organization_id, id, owner_id, screen, name, filter, shared_with, position)
      VALUES (${org}, ${id}::uuid, ${personId}::uuid, ${screen}, ${name}, ${JSON.stringify(filter)}::jsonb, ${sharedWith}, ${own?.next ?? 0})
      ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name, filter = excluded.filter, shared_with = excluded.shared_with
        WHERE v.owner_id = excluded.owner_id AND v.removed_at IS NULL`)
    if (saved === 0) throw new DomainError('not-found')
  })
}

/** One's own, as they stand from now on. @throws DomainError not-found */
export function orderViews(ctx: CommandContext, { ids }: { ids: readonly string[] }): Promise<void> {
  return mutate(ctx, async (tx) => {
    const placed =
      await tx.run(sql`UPDATE saved_view v SET position = x.place FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS x(id, place)
      WHERE v.organization_id = ${ctx.actor.organizationId}::uuid AND v.owner_id = ${ctx.actor.personId}::uuid AND v.id = x.id`)
    if (placed < new Set(ids).size) throw new DomainError('not-found')
  })
}

/** @throws DomainError not-found */
export function removeView(ctx: CommandContext, { id }: { id: string }): Promise<void> {
  return setRemoved(ctx, id, ctx.now)
}

/** As long as it is not erased by night. @throws DomainError not-found */
export function restoreView(ctx: CommandContext, { id }: { id: string }): Promise<void> {
  return setRemoved(ctx, id, null)
}

function setRemoved(ctx: CommandContext, id: string, at: Date | null): Promise<void> {
  return mutate(ctx, async (tx) => {
    const found = await tx.run(sql`UPDATE saved_view SET removed_at = ${at}::timestamptz
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND owner_id = ${ctx.actor.personId}::uuid AND id = ${id}::uuid`)
    if (found === 0) throw new DomainError('not-found')
  })
}

const restorableFor = 10 * 60_000

/** Retention: what was removed and can no longer be brought back. Run by a system actor, any number of times. */
export async function eraseViews(ctx: CommandContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const before = new Date(ctx.now.getTime() - restorableFor)
  return mutate(ctx, async (tx) => ({
    erased: await tx.run(
      sql`DELETE FROM saved_view WHERE organization_id = ${ctx.actor.organizationId}::uuid AND removed_at <= ${before}::timestamptz`,
    ),
  }))
}

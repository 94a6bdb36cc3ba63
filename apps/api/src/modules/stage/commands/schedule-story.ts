import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { scheduleRefusals } from '@oeuvre/domain/stage/rules'
import type { ScheduleStoryInput, StoryVersion } from '@oeuvre/domain/stage/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitStory } from '../events.ts'
import { refreshStory } from '../repo.ts'
import { loadOwnStory } from './load-story.ts'

/** Another day, another last day, another place. Its words are those that its people agreed to. @throws DomainError not-found, forbidden, conflict */
export function scheduleStory(ctx: CommandContext, input: ScheduleStoryInput): Promise<StoryVersion> {
  const { organizationId, today } = ctx.actor
  const { id, from, until, isLead } = input
  return mutate(ctx, async (tx, emit) => {
    const { row } = await loadOwnStory(ctx, tx, input)
    const refusals = scheduleRefusals(input, today, row.fromDay)
    if (refusals.length > 0) throw new DomainError(refusals)
    const done =
      await tx.run(sql`UPDATE stage_story SET from_day = ${from}::date, until_day = ${until}::date, is_lead = ${isLead}, version = version + 1
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND version = ${row.storyVersion} AND down_at IS NULL`)
    if (done === 0) throw new DomainError('conflict')
    await refreshStory(tx, ctx.actor, id, ctx.now)
    emitStory(emit, { type: 'story.scheduled', subject: { kind: 'story', id }, payload: { outcomeId: row.id, from, until, isLead } })
    return { id, version: row.storyVersion + 1 }
  })
}

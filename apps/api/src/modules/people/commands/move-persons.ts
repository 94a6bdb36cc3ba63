import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { canOfPerson } from '@oeuvre/domain/people/policy'
import { changeFrom } from '@oeuvre/domain/people/rules'
import type { MovePersonsInput } from '@oeuvre/domain/people/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { recordOf } from '../present.ts'
import { bumpPersons, getTeamRow, listMemberships, lockAll, replaceMemberships, teamsChanged } from '../repo.ts'

/**
 * People join a team, or none, from a day on and until the next change on record. Dated in the past it corrects the history: the
 * ledger follows.
 * @throws DomainError not-found, forbidden (who left), team-archived
 */
export function movePersons(ctx: CommandContext, input: MovePersonsInput): Promise<{ moved: number }> {
  const { organizationId } = ctx.actor
  const { teamId, from } = input
  return mutate(ctx, async (tx, emit, tools) => {
    const people = await lockAll(tx, organizationId, input.ids)
    if (people.some((p) => !canOfPerson(ctx.actor, recordOf(p)).move)) throw new DomainError('forbidden')
    if (teamId && (await getTeamRow(tx, organizationId, teamId)).is_archived)
      throw new DomainError({ code: 'team-archived', field: 'teamId' })
    const before = await listMemberships(tx, organizationId, input.ids)
    const after = new Map(
      [...before].map(([id, periods]) => [id, changeFrom(periods, teamId ? (interval) => ({ ...interval, teamId }) : null, from)]),
    )
    await replaceMemberships(tx, organizationId, after)
    await bumpPersons(tx, organizationId, input.ids)
    for (const id of input.ids)
      emit({ type: 'person.moved', subject: { kind: 'person', id }, payload: { teamId, from } } satisfies PersonEvent)
    await teamsChanged(tools, input.ids)
    return { moved: people.length }
  })
}

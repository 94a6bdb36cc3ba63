import type { Actor } from '@oeuvre/domain/organizations/schema'
import { countShown, ownStanding } from '@oeuvre/domain/programs/participation/rules'
import { knowsParticipants, mayEditProgram } from '@oeuvre/domain/programs/policy'
import type { OwnStanding, ProgramItem } from '@oeuvre/domain/programs/schema'
import type { ProgramRow } from './repo.ts'

export function recordOf({ ownerId, coaches }: Pick<ProgramRow, 'ownerId' | 'coaches'>) {
  return { ownerId, coachIds: coaches.map(({ id }) => id) }
}

/** What the one who asks has to do with it. */
export function standingOf({ isInvited, hasDeclined, joinedOn, leftOn }: ProgramRow): OwnStanding {
  return ownStanding({ isInvited: isInvited ?? false, hasDeclined: hasDeclined ?? false, joinedOn, leftOn })
}

/** A program as this reader may know it; `titles` of the objectives that they see. */
export function presentProgram(row: ProgramRow, actor: Actor, titles: ReadonlyMap<string, string>): ProgramItem {
  const record = recordOf(row)
  const knowsThem = knowsParticipants(actor, record)
  const own = standingOf(row)
  const isOpen = !row.isArchived && actor.today <= row.to
  const isSomebody = actor.kind === 'person' && actor.personId !== null
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    form: row.form,
    objective: row.objectiveId === null ? null : { id: row.objectiveId, title: titles.get(row.objectiveId) ?? null },
    owner: { id: row.ownerId, name: row.ownerName },
    channelIds: [...row.channelIds],
    from: row.from,
    to: row.to,
    isArchived: row.isArchived,
    own,
    participants: countShown(row.participants, knowsThem, actor.settings.smallestGroup),
    can: {
      edit: mayEditProgram(actor, record),
      join: isSomebody && isOpen && own !== 'taking-part',
      leave: own !== 'none',
      invite: knowsThem && isOpen,
    },
  }
}

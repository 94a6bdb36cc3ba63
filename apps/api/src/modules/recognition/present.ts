import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { KudosItem } from '@oeuvre/domain/recognition/kudos/schema'
import { concernsKudos, mayHideKudos } from '@oeuvre/domain/recognition/policy'
import type { KudosRow } from './repo.ts'

/** Thanks as this reader sees them. The row must be one that they may see. */
export function presentKudos(row: KudosRow, actor: Actor): KudosItem {
  const { id, outcome, writer, people, text, isEdited, isPrivate } = row
  const isOwn = actor.personId === row.writerId
  return {
    ...{ id, outcome, writer, people: [...people], text, isEdited, isPrivate, isOwn },
    at: row.at.toISOString(),
    // Whoever wrote it is not told that it was put away.
    isHidden: row.isHidden && !isOwn && concernsKudos(actor, row),
    can: { hide: mayHideKudos(actor, row) },
  }
}

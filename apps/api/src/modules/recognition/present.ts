import type { Actor } from '@oeuvre/domain/organizations/schema'
import { concernsAward, leadsAward, mayRevokeAward } from '@oeuvre/domain/recognition/awards/policy'
import { isOpenToOthers } from '@oeuvre/domain/recognition/awards/rules'
import type { AwardItem } from '@oeuvre/domain/recognition/awards/schema'
import type { KudosItem } from '@oeuvre/domain/recognition/kudos/schema'
import { concernsKudos, mayHideKudos } from '@oeuvre/domain/recognition/policy'
import { type AwardRow, awardRecordOf, isUndoable } from './queries/load-awards.ts'
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

const happened = {
  'outcome.reopened': 'reopened',
  'outcome.withdrawn': 'withdrawn',
  'outcome.merged': 'merged',
  'outcome.verified': 'verified',
} as const satisfies Record<string, NonNullable<AwardItem['trace']>[number]['what']>

function isHappening(type: string): type is keyof typeof happened {
  return type in happened
}

/** An award as this reader sees it. The row must be one that they may see. */
export function presentAward(row: AwardRow, actor: Actor, now: Date): AwardItem {
  const record = awardRecordOf(row)
  const isConcerned = concernsAward(actor, record)
  const titles = new Map(row.results.map((one) => [one.id, one.isVisible ? one.title : null]))
  const own = row.people.find((one) => one.id === actor.personId)
  return {
    ...{ id: row.id, recipient: row.recipient, giver: row.giver, reason: row.reason, at: row.at.toISOString() },
    results: row.results.map((one) => ({ id: one.id, title: titles.get(one.id) ?? null, stands: one.state === 'verified' })),
    isUnderReview: record.isUnderReview,
    revoked:
      row.revokedAt && row.revokedReason !== null
        ? { at: row.revokedAt.toISOString(), by: row.revokedBy, reason: row.revokedReason }
        : null,
    trace:
      isConcerned || leadsAward(actor, record)
        ? row.trace.flatMap(({ at, type, outcomeId }) =>
            isHappening(type) ? [{ at: new Date(at).toISOString(), what: happened[type], title: titles.get(outcomeId) ?? null }] : [],
          )
        : null,
    isToldFirst: isConcerned && !record.isRevoked && !isOpenToOthers(record, now.getTime()),
    isHidden: record.isHidden && isConcerned && actor.personId !== row.giverId,
    isUnseen: own !== undefined && !own.isSeen,
    can: {
      revoke: mayRevokeAward(actor, record, now.getTime()) && !(actor.personId === row.giverId && isUndoable(row, now)),
      undo: actor.personId === row.giverId && !record.isRevoked && isUndoable(row, now),
      hide: row.recipient.kind === 'person' && row.recipient.id === actor.personId,
    },
  }
}

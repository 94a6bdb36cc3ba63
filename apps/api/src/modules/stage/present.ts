import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { OutcomeRecord } from '@oeuvre/domain/outcomes/policy'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import { mayLookAfter } from '@oeuvre/domain/stage/policy'
import { isNamed, isRead, leadFirst, type Participant, placeOf, withoutClient, withoutNames } from '@oeuvre/domain/stage/rules'
import type { StoryCard, StoryPage, StoryPlace } from '@oeuvre/domain/stage/schema'
import { presentSummary } from '../outcomes/present.ts'
import type { StoryRow } from './repo.ts'

type Reader = { readonly actor: Actor; readonly now: Date }

export function participantsOf(row: StoryRow): Participant[] {
  const answers = new Map(row.consents.map(({ personId, answer }) => [personId, answer]))
  return row.contributors.map(({ id }) => ({ personId: id, isHere: row.here.includes(id), answer: answers.get(id) ?? null }))
}

export function placeOfRow(row: StoryRow, today: string): StoryPlace {
  const { standing, fromDay, untilDay, downAt, state } = row
  return placeOf({ standing, from: fromDay, until: untilDay, isDown: downAt !== null, isVerified: state === 'verified' }, today)
}

/** Before it is on stage its people see it as it would be if everybody said yes: what the others answered is not theirs to know. */
function namedIn(row: StoryRow, place: StoryPlace, readerId: string | null): ReadonlySet<string> {
  const people = participantsOf(row)
  const isShown = (one: Participant) =>
    isRead(place) || one.personId === readerId ? isNamed(one) || (one.answer === null && one.isHere && !isRead(place)) : one.isHere
  return new Set(people.filter(isShown).map(({ personId }) => personId))
}

type Told = { readonly card: StoryCard; readonly isMasked: boolean }

/** A story as this reader reads it. Who is not named is neither in a text nor given away by their team. */
export function tellStory(row: StoryRow, { actor, now }: Reader, record: OutcomeRecord): Told {
  const summary = presentSummary(row, { actor, now }, record)
  const named = namedIn(row, placeOfRow(row, actor.today), actor.personId)
  const hidden = row.contributors.flatMap(({ id, name }) => (named.has(id) ? [] : [name]))
  let isMasked = false
  const text = (words: string) => {
    const open = row.isClientWithheld ? withoutClient(words, row.subject) : words
    const told = withoutNames(open, hidden)
    if (told !== words) isMasked = true
    return told
  }
  const people = leadFirst(summary.contributors).map(({ id, name, role, weight, basisPoints }) => ({
    ...(named.has(id) ? { id, name } : { id: null, name: null }),
    ...{ role, isThanked: weight === 0, isFormer: !row.here.includes(id), share: basisPoints },
  }))
  const teams = new Map(leadFirst(summary.contributors).flatMap((c) => (c.team && named.has(c.id) ? [[c.team.id, c.team] as const] : [])))
  const card = {
    ...{ id: row.storyId, outcomeId: row.id, title: text(row.title), type: row.type, teams: [...teams.values()] },
    client: (row.isClientWithheld ? row.clientAs : summary.subject) || null,
    story: { situation: text(row.storySituation), action: text(row.storyAction), result: text(row.storyResult) },
    ...{ quote: text(row.quote), needed: text(row.needed), learnt: text(row.learnt), thanks: text(row.thanks) },
    ...{ people, from: row.fromDay, until: row.untilDay, isLead: row.isLead },
  }
  return { card, isMasked }
}

export function answersOf(row: StoryRow): { readonly asked: number; readonly answered: number } {
  const here = participantsOf(row).filter(({ isHere }) => isHere)
  return { asked: here.length, answered: here.filter(({ answer }) => answer !== null).length }
}

export function presentPage(row: StoryRow, reader: Reader & { readonly baseUrl: string }, record: OutcomeRecord): StoryPage {
  const { actor, now, baseUrl } = reader
  const { card, isMasked } = tellStory(row, reader, record)
  const place = placeOfRow(row, actor.today)
  const isMine = mayLookAfter(actor, record, row.chosenBy.id)
  const own = participantsOf(row).find(({ personId }) => personId === actor.personId)
  const isDown = row.downAt !== null
  return {
    ...{ story: card, version: row.storyVersion, place, reason: row.reason, isMasked: isMasked && isMine },
    chosenBy: row.chosenBy,
    chosenAt: row.chosenAt.toISOString(),
    own: own ? { answer: own.answer } : null,
    answers: isMine ? answersOf(row) : null,
    down:
      row.downAt && row.downCause
        ? { at: row.downAt.toISOString(), by: row.downBy, cause: row.downCause, reason: row.downReason || null }
        : null,
    shareAddress: isRead(place) ? `${new URL(baseUrl).origin}/s/${row.code}` : null,
    can: {
      schedule: isMine && !isDown,
      takeDown: isMine && !isDown,
      restore: isMine && isDown && row.downCause !== 'outcome' && row.state === 'verified',
      undo: !isDown && actor.personId === row.chosenBy.id && now.getTime() < undoUntil(row.chosenAt.getTime()),
    },
  }
}

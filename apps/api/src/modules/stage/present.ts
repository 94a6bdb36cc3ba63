import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { OutcomeRecord } from '@oeuvre/domain/outcomes/policy'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import { mayLookAfter } from '@oeuvre/domain/stage/policy'
import {
  type ChangedWord,
  changedWords,
  isNamed,
  isRead,
  leadFirst,
  type Participant,
  placeOf,
  type StoryWords,
  withoutClient,
  withoutNames,
} from '@oeuvre/domain/stage/rules'
import type { StoryCard, StoryPage, StoryPlace } from '@oeuvre/domain/stage/schema'
import { presentSummary } from '../outcomes/present.ts'
import type { FormerRow, StoryRow } from './repo.ts'

type Reader = { readonly actor: Actor; readonly now: Date }

export function participantsOf(row: StoryRow): Participant[] {
  const consents = new Map(row.consents.map((one) => [one.personId, one]))
  return row.contributors.map(({ id }) => {
    const said = consents.get(id)
    return { personId: id, isHere: row.here.includes(id), isAsked: said?.askedBy !== 'nobody', answer: said?.answer ?? null }
  })
}

export function placeOfRow(row: StoryRow, today: string): StoryPlace {
  const { standing, fromDay, untilDay, downAt, state } = row
  return placeOf({ standing, from: fromDay, until: untilDay, isDown: downAt !== null, isVerified: state === 'verified' }, today)
}

/** Before it is on stage its people see it as it would be if everybody said yes: what the others answered is not theirs to know. */
function namedIn(row: StoryRow, place: StoryPlace, readerId: string | null): ReadonlySet<string> {
  const people = participantsOf(row)
  const isShown = (one: Participant) =>
    isRead(place) || one.personId === readerId
      ? isNamed(one) || (one.answer === null && one.isHere && one.isAsked && !isRead(place))
      : one.isHere && (one.isAsked || one.answer !== null)
  return new Set(people.filter(isShown).map(({ personId }) => personId))
}

/** Its texts for a reader: without a client that is withheld, and without whoever is not named. */
function mask(row: StoryRow, named: ReadonlySet<string>): (words: string) => string {
  const hidden = row.contributors.flatMap(({ id, name }) => (named.has(id) ? [] : [name]))
  return (words) => withoutNames(row.isClientWithheld ? withoutClient(words, row.subject) : words, hidden)
}

type Told = { readonly card: StoryCard; readonly isMasked: boolean }

/** A story as this reader reads it. Who is not named is neither in a text nor given away by their team. */
export function tellStory(row: StoryRow, { actor, now }: Reader, record: OutcomeRecord): Told {
  const summary = presentSummary(row, { actor, now }, record)
  const named = namedIn(row, placeOfRow(row, actor.today), actor.personId)
  const unasked = new Set(participantsOf(row).flatMap((p) => (p.isHere && !p.isAsked && p.answer === null ? [p.personId] : [])))
  const masked = mask(row, named)
  let isMasked = false
  const text = (words: string) => {
    const told = masked(words)
    if (told !== words) isMasked = true
    return told
  }
  const people = leadFirst(summary.contributors).map(({ id, name, role, weight, basisPoints }) => ({
    ...(named.has(id) ? { id, name } : { id: null, name: null }),
    ...{ role, isThanked: weight === 0, isFormer: !row.here.includes(id), share: basisPoints },
    isUnasked: unasked.has(id),
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

/** Refused, it would tell how many said no: other words ask every yes again, and leave these. */
export function answersOf(row: StoryRow): { readonly asked: number; readonly answered: number | null } {
  const here = participantsOf(row).filter(({ isHere, isAsked, answer }) => isHere && (isAsked || answer !== null))
  const answered = here.filter(({ answer }) => answer !== null).length
  return { asked: here.length, answered: row.standing === 'refused' ? null : answered }
}

function wordsOf({ reason, quote, needed, learnt, thanks, isClientWithheld, clientAs }: StoryWords): StoryWords {
  return { reason, quote, needed, learnt, thanks, isClientWithheld, clientAs }
}

function presentFormer(row: StoryRow, former: FormerRow, { today, personId: readerId }: Actor): NonNullable<StoryPage['former']> {
  const text = mask(row, namedIn(row, placeOfRow(row, today), readerId))
  const said = (field: ChangedWord) => (field === 'client' ? former.clientAs : former[field])
  const words = changedWords(former, row).map((field) => ({ field, text: text(said(field)) }))
  return { at: former.at.toISOString(), by: former.by, words }
}

type PageReader = Reader & { readonly baseUrl: string; readonly former: FormerRow | null }

export function presentPage(row: StoryRow, reader: PageReader, record: OutcomeRecord): StoryPage {
  const { actor, now, baseUrl, former } = reader
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
    words: isMine ? wordsOf(row) : null,
    former: former && (isMine || own) ? presentFormer(row, former, actor) : null,
    can: {
      schedule: isMine && !isDown,
      reword: isMine && !isDown,
      takeDown: isMine && !isDown,
      restore: isMine && isDown && row.downCause !== 'outcome' && row.state === 'verified',
      undo: !isDown && actor.personId === row.chosenBy.id && now.getTime() < undoUntil(row.chosenAt.getTime()),
    },
  }
}

import type { Refusal } from '../errors/domain-error.ts'
import type { Day } from '../time/day.ts'
import type { ChooseStoryInput, ConsentAnswer, changedFields, Standing, StoryPlace } from './schema.ts'

/**
 * Somebody who takes part in a result that is to go on stage. `isHere`: still with the organization. `isAsked`: by their login or by mail; false:
 * nobody can ask them.
 */
export type Participant = {
  readonly personId: string
  readonly isHere: boolean
  readonly isAsked: boolean
  readonly answer: ConsentAnswer | null
}

/**
 * Nothing is on stage without the consent of everybody in it, whoever is only thanked included. Whoever left or cannot be asked is not waited
 * for, and not named; a "no" that they said before still holds. As `stage_standing` in the database.
 */
export function standingOf(people: readonly Participant[]): Standing {
  if (people.some(({ answer }) => answer === 'no')) return 'refused'
  return people.some(({ isHere, isAsked, answer }) => isHere && isAsked && answer === null) ? 'waiting' : 'agreed'
}

/** What is said beside a story, and read with it. */
export const wordFields = ['reason', 'quote', 'needed', 'learnt', 'thanks'] as const
export type StoryWords = Readonly<Record<(typeof wordFields)[number], string>> & {
  readonly isClientWithheld: boolean
  readonly clientAs: string
}
export type ChangedWord = (typeof changedFields)[number]

const spaced = (text: string) => text.trim().replace(/\s+/gu, ' ')

/** Which words are other ones; spaces make none. What stands for a client counts where the client is withheld. */
export function changedWords(before: StoryWords, after: StoryWords): ChangedWord[] {
  const client = ({ isClientWithheld, clientAs }: StoryWords) => (isClientWithheld ? `as ${spaced(clientAs)}` : '')
  const changed: ChangedWord[] = wordFields.filter((field) => spaced(before[field]) !== spaced(after[field]))
  return client(before) === client(after) ? changed : [...changed, 'client']
}

/** Consent is to words: any others are asked about anew. But for a client that is named no more: that takes nothing from what was agreed to. */
export function asksAnew(before: StoryWords, after: StoryWords): boolean {
  return changedWords(before, after).some((field) => field !== 'client' || before.isClientWithheld)
}

export function isNamed({ isHere, answer }: Pick<Participant, 'isHere' | 'answer'>): boolean {
  return isHere && answer === 'named'
}

export type Placed = {
  readonly standing: Standing
  readonly isVerified: boolean
  readonly isDown: boolean
  readonly from: Day
  readonly until: Day | null
}

/** Where a story is on a day. Readers have it on the first page and in the archive, nowhere else. */
export function placeOf({ standing, isVerified, isDown, from, until }: Placed, today: Day): StoryPlace {
  if (isDown || !isVerified) return 'down'
  if (standing !== 'agreed') return standing
  if (from > today) return 'ahead'
  return until !== null && until < today ? 'archive' : 'front'
}

export function isRead(place: StoryPlace): boolean {
  return place === 'front' || place === 'archive'
}

/** Days that come in the wrong order, or that are over. `from`, where it stood before, may stay. */
export function scheduleRefusals({ from, until }: Pick<ChooseStoryInput, 'from' | 'until'>, today: Day, before?: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (from < today && from !== before) refusals.push({ code: 'last-day-over', field: 'from' })
  if (until !== null && until < from) refusals.push({ code: 'period-reversed', field: 'until' })
  return refusals
}

/** The lead first, the others as they were named: no figure sorts them. */
export function leadFirst<T extends { readonly role: string }>(people: readonly T[]): T[] {
  return [...people.filter(({ role }) => role === 'lead'), ...people.filter(({ role }) => role !== 'lead')]
}

/** What stands where something was left out. */
const mark = '…'
const spaces = '[\\s\\u00a0\\u202f]+'
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]")

/** A name and each part of it that can stand alone for it. Particles ("de", "Le") cannot. */
function partsOf(name: string): string[] {
  const whole = name.normalize('NFC').trim()
  const parts = whole.split(/[\s\u00a0\u202f]+/u).filter((part) => [...part].length > 2)
  return whole === '' ? [] : [whole, ...parts]
}

function without(text: string, wanted: readonly string[]): string {
  if (wanted.length === 0) return text
  const any = wanted
    .map((part) =>
      part
        .split(/[\s\u00a0\u202f]+/u)
        .map(escaped)
        .join(spaces),
    )
    .join('|')
  return text.normalize('NFC').replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, 'giu'), mark)
}

/**
 * A text without the names of people who are not named: whole names and their parts, as words of their own, whatever their case. An
 * ellipsis stands in their place, so that it can be seen that something was left out.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  return without(
    text,
    [...new Set(names.flatMap(partsOf))].toSorted((a, b) => b.length - a.length),
  )
}

/** A text without a client that is withheld, by the whole name only: its parts may be any words. */
export function withoutClient(text: string, client: string): string {
  const whole = client.normalize('NFC').trim()
  return without(text, [...whole].length > 2 ? [whole] : [])
}

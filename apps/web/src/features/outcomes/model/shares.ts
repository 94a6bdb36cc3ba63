import type { ContributorRole } from '@oeuvre/domain/credits/schema'
import { isEqualSplit, setPercent, toPercents } from '@oeuvre/ui/shares/share-arithmetic.ts'
import type { LogForm, PersonOnForm } from './log-form.ts'

/** The people of the page and how the whole is split among them. Every function here keeps one lead and a whole. */
export type Split = Pick<LogForm, 'people' | 'weightsAre'>

const basisPointsPerPercent = 100

export function percentsOf({ people }: Pick<Split, 'people'>): number[] {
  return toPercents(people.map((p) => p.weight))
}

export function isEqual({ people }: Pick<Split, 'people'>): boolean {
  return isEqualSplit(people.map((p) => p.weight))
}

/** Whole per cents as typed or dragged. Equal ones are kept as 1 : 1 : 1, which three people can share without a rest. */
export function withPercents({ people }: Split, percents: readonly number[]): Split {
  if (isEqualSplit(percents)) return equal(people, (_, at) => (percents[at] ?? 0) > 0)
  return {
    people: people.map((person, at) => ({ ...person, weight: (percents[at] ?? 0) * basisPointsPerPercent })),
    weightsAre: 'basis-points',
  }
}

function equal(people: readonly PersonOnForm[], isCredited = (person: PersonOnForm, _at: number) => person.weight > 0): Split {
  return { people: people.map((person, at) => ({ ...person, weight: isCredited(person, at) ? 1 : 0 })), weightsAre: 'parts' }
}

export function withEqualShares({ people }: Split): Split {
  return equal(people)
}

export function withPercent(split: Split, personId: string, percent: number): Split {
  const at = split.people.findIndex((p) => p.personId === personId)
  return at < 0 ? split : withPercents(split, setPercent(percentsOf(split), at, percent))
}

/** The newcomer supports, with an equal share; where shares were set by hand the others keep their proportions. */
export function withPerson(split: Split, person: { readonly id: string; readonly name: string }): Split {
  if (split.people.some((p) => p.personId === person.id)) return split
  const wasEqual = isEqual(split)
  const people = [...split.people, { personId: person.id, name: person.name, role: 'support' as const, weight: 1 }]
  if (wasEqual) return equal(people)
  const credited = people.filter((p) => p.weight > 0).length
  const percents = [...percentsOf(split), 0]
  return withPercents({ ...split, people }, setPercent(percents, people.length - 1, Math.round(100 / credited)))
}

export function withoutPerson(split: Split, personId: string): Split {
  const left = split.people.filter((p) => p.personId !== personId)
  if (left.length === 0 || left.length === split.people.length) return split
  const people = left.some((p) => p.role === 'lead') ? left : led(left, left[0]?.personId ?? '')
  const isNobodyCredited = people.every((p) => p.weight === 0)
  if (isNobodyCredited) return equal(people, (_, at) => at === 0)
  return isEqual({ people }) ? equal(people) : withPercents({ ...split, people }, percentsOf({ people }))
}

/** Somebody leads: whoever led before supports. */
function led(people: readonly PersonOnForm[], personId: string): PersonOnForm[] {
  return people.map((p) => {
    if (p.personId === personId) return { ...p, role: 'lead' }
    return p.role === 'lead' ? { ...p, role: 'support' } : p
  })
}

/** `thanked`: on the story, without a share. The one who leads cannot hand the lead to nobody: the next in line takes it. */
export function withRole(split: Split, personId: string, role: ContributorRole | 'thanked'): Split {
  const person = split.people.find((p) => p.personId === personId)
  if (!person) return split
  if (role === 'thanked') return thanked(split, person)
  const successor = split.people.find((p) => p.personId !== personId)?.personId
  if (person.role === 'lead' && role !== 'lead' && successor === undefined) return split
  const given = split.people.map((p) => (p.personId === personId ? { ...p, role } : p))
  const people = role === 'lead' ? led(given, personId) : person.role === 'lead' ? led(given, successor ?? '') : given
  const next = { ...split, people: people.map((p) => (p.personId === personId ? { ...p, role } : p)) }
  return person.weight > 0 ? next : credited(next, personId)
}

function thanked(split: Split, person: PersonOnForm): Split {
  if (!split.people.some((p) => p.personId !== person.personId && p.weight > 0)) return split
  const other = split.people.find((p) => p.personId !== person.personId && p.weight > 0)
  const people = person.role === 'lead' ? led(split.people, other?.personId ?? '') : split.people
  const wasEqual = isEqual(split)
  const next = { ...split, people }
  return wasEqual ? equal(people, (p) => p.weight > 0 && p.personId !== person.personId) : withPercent(next, person.personId, 0)
}

function credited(split: Split, personId: string): Split {
  const count = split.people.filter((p) => p.weight > 0).length + 1
  if (isEqual(split)) return equal(split.people, (p) => p.weight > 0 || p.personId === personId)
  return withPercent(split, personId, Math.round(100 / count))
}

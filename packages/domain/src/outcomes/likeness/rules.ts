import type { ValueKind } from '../../credits/schema.ts'
import type { Money } from '../../money/money.ts'
import { normalisedKey } from '../../text/normalised-key.ts'
import type { Day } from '../../time/day.ts'
import type { Likeness, LikenessReason } from './schema.ts'

/** Of companies, in the countries whose names are met most; compared without dots. */
const legalForms = new Set(
  'sa sas sasu sarl eurl sci scop snc gie selarl ltd limited plc llc llp lp inc incorporated corp corporation co company cie gmbh ag kg kgaa ohg ug ev eg mbh bv nv vof sprl srl spa sapa sl slu ab as asa a/s aps oy oyj pty pte kk sro spzoo se'.split(
    ' ',
  ),
)
const connectives = new Set(['and', 'et', 'und', 'y', 'e', 'en', 'of'])

/** A name without legal forms at its ends, punctuation and "and"; what would be left empty stays as it is. */
export function clientKey(name: string): string {
  const words = normalisedKey(name)
    .replace(/(?<![\p{L}\p{N}])((?:\p{L}[./])+\p{L})(?![\p{L}\p{N}])[./]?/gu, (initials) => initials.replace(/[./]/g, ''))
    .replace(/['’`´]/gu, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  const bare = words.filter((word) => !connectives.has(word))
  while (bare.length > 0 && legalForms.has(bare.at(-1) ?? '')) bare.pop()
  while (bare.length > 0 && legalForms.has(bare[0] ?? '')) bare.shift()
  return (bare.length > 0 ? bare : words).join(' ')
}

export function trigramsOf(key: string): Set<string> {
  const found = new Set<string>()
  for (const word of key.split(' ')) {
    const letters = [...`  ${word} `]
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** Shared trigrams of all, as PostgreSQL's `similarity`: 0 … 1. Give it keys. */
export function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0
  const [one, other] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...one].filter((gram) => other.has(gram)).length
  return shared / (one.size + other.size - shared)
}

export const likenessLimits = {
  /** Of trigrams; below it two names are two clients. */
  similarity: 0.6,
  /** A short name that begins a longer one ("Harland", "Harland Marine") has to have this many letters. */
  prefix: 5,
  /** Days apart. */
  days: 14,
  /** Days apart where one of the amounts is open, so that less speaks for it. */
  daysWithoutAmount: 7,
  /** Of the larger amount, per cent. */
  amountPercent: 10n,
} as const

/** What the rules have to know of a result, or of one being typed. */
export type Likened = {
  readonly externalId: string | null
  readonly subject: string
  readonly occurredOn: Day | null
  readonly typeId: string | null
  readonly valueKind: ValueKind | null
  readonly value: Money | null
  /** Author and contributors. */
  readonly personIds: readonly string[]
  /** Brought by an import. */
  readonly isImported: boolean
}

function clientReason(a: string, b: string): LikenessReason | null {
  if (a === '' || b === '') return null
  if (a === b) return 'same-client'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const begins = short.length >= likenessLimits.prefix && long.startsWith(`${short} `)
  return begins || similarity(a, b) >= likenessLimits.similarity ? 'like-client' : null
}

/** `null`: they contradict one another. `open`: one of them is not stated, or in another currency, so that nothing can be said. */
function amountReason(a: Money | null, b: Money | null): LikenessReason | 'open' | null {
  if (!a || !b || a.currency !== b.currency || a.digits !== b.digits) return 'open'
  const [x, y] = [BigInt(a.minor), BigInt(b.minor)]
  if (x === y) return 'same-amount'
  const [less, more] = x < y ? [x, y] : [y, x]
  return (more - less) * 100n <= more * likenessLimits.amountPercent ? 'like-amount' : null
}

function daysBetween(a: Day, b: Day): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}

function peopleReason(a: Likened, b: Likened): LikenessReason {
  return a.personIds.some((id) => b.personIds.includes(id)) ? 'shared-people' : 'other-people'
}

function arePeopleEqual(a: Likened, b: Likened): boolean {
  const [one, other] = [new Set(a.personIds), new Set(b.personIds)]
  return one.size === other.size && [...one].every((id) => other.has(id))
}

/** An opportunity and the win that it became are two results, and so are results of two kinds that carry no value. */
function areComparable(a: Likened, b: Likened): boolean {
  if (a.valueKind === null || b.valueKind === null) return true
  return a.valueKind === b.valueKind && (a.valueKind !== 'none' || a.typeId === b.typeId)
}

/**
 * Whether two results may be one, and why. The same number of the CRM is certain. Else client, day and amount have to be alike, and
 * somebody else has to claim it: who does good business with a client twice a month is not asked each time, unless everything is equal.
 */
export function likenessOf(a: Likened, b: Likened): Likeness | null {
  if (!areComparable(a, b)) return null
  const isSameDeal = a.externalId !== null && a.externalId !== '' && a.externalId === b.externalId
  const client = clientReason(clientKey(a.subject), clientKey(b.subject))
  const amount = amountReason(a.value, b.value)
  const apart = a.occurredOn && b.occurredOn ? daysBetween(a.occurredOn, b.occurredOn) : null
  const day: LikenessReason | null = apart === null || apart > likenessLimits.days ? null : apart === 0 ? 'same-day' : 'near-day'
  const said = [client, amount === 'open' ? null : amount, day].filter((reason) => reason !== null)
  if (isSameDeal) return { certainty: 'certain', reasons: ['same-deal', ...said, peopleReason(a, b)] }
  if (!client || !amount || apart === null || !day || areTwoDeals(a, b)) return null
  if (amount === 'open' && (client !== 'same-client' || apart > likenessLimits.daysWithoutAmount)) return null
  const isEverythingEqual = client === 'same-client' && amount === 'same-amount' && apart === 0
  if (arePeopleEqual(a, b) && a.isImported === b.isImported && !isEverythingEqual) return null
  return { certainty: 'likely', reasons: [...said, peopleReason(a, b)] }
}

/** The CRM itself has two numbers for them. */
function areTwoDeals(a: Likened, b: Likened): boolean {
  return a.isImported && b.isImported && a.externalId !== b.externalId
}

import type { Money } from '../money/money.ts'
import type { Day } from '../time/day.ts'
import { type ContributorRole, type CreditCause, type Rung, type Side, type ValueKind, wholeOutcome } from './schema.ts'

export type Weighted = { readonly personId: string; readonly weight: number }

/**
 * A number that looks random and is the same for the same pair for ever: FNV-1a over the characters of both ids, then MurmurHash3's 32-bit
 * finalizer, so that ids which differ only at their end are told apart. It decides who gets the odd basis point.
 */
export function tieBreak(outcomeId: string, personId: string): number {
  let hash = 0x811c9dc5
  for (const char of `${outcomeId}:${personId}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Splits `total` (≥ 0) in proportion to integer weights, by largest remainder; equal remainders go by `tieBreak`. The parts add
 * up to `total` exactly, whatever the order of the contributors. Weight 0 gets nothing. At least one weight is above 0.
 */
export function allocate(total: bigint, contributors: readonly Weighted[], outcomeId: string): Map<string, bigint> {
  const sum = BigInt(contributors.reduce((all, c) => all + c.weight, 0))
  if (sum <= 0n || total < 0n) throw new RangeError('nothing to allocate by')
  const parts = contributors.map(({ personId, weight }) => {
    const scaled = total * BigInt(weight)
    return { personId, part: scaled / sum, remainder: scaled % sum, hash: tieBreak(outcomeId, personId) }
  })
  const left = Number(total - parts.reduce((all, p) => all + p.part, 0n))
  const byRemainder = parts.toSorted(
    (a, b) => compare(b.remainder, a.remainder) || compare(a.hash, b.hash) || compare(a.personId, b.personId),
  )
  // Fewer units are left than there are non-zero remainders, so nobody of weight 0 is reached.
  const more = new Set(byRemainder.slice(0, left).map((p) => p.personId))
  return new Map(parts.map((p) => [p.personId, more.has(p.personId) ? p.part + 1n : p.part]))
}

function compare<T extends bigint | number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Basis points of each contributor; 10,000 in all. */
export function shares(contributors: readonly Weighted[], outcomeId: string): Map<string, number> {
  const parts = allocate(BigInt(wholeOutcome), contributors, outcomeId)
  return new Map([...parts].map(([personId, part]) => [personId, Number(part)]))
}

export type ShareDisplay =
  | { readonly kind: 'fraction'; readonly of: number }
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | null

/** How a share is shown: "1/3" where all who are credited have the same, else per cent; null for those who are thanked. */
export function shareDisplay(contributors: readonly Weighted[], outcomeId: string): Map<string, ShareDisplay> {
  const credited = contributors.filter((c) => c.weight > 0)
  const isEqual = credited.length > 1 && credited.every((c) => c.weight === credited[0]?.weight)
  const points = credited.length > 0 ? shares(contributors, outcomeId) : new Map<string, number>()
  return new Map(
    contributors.map(({ personId, weight }) => {
      if (weight === 0) return [personId, null]
      return [personId, isEqual ? { kind: 'fraction', of: credited.length } : { kind: 'percent', basisPoints: points.get(personId) ?? 0 }]
    }),
  )
}

/** What the ledger needs to know of a verified outcome. Days in the organization's zone. */
export type CreditableOutcome = {
  readonly id: string
  /** Counts the times this outcome entered the ledger, from 1. */
  readonly revision: number
  readonly occurredOn: Day
  readonly typeId: string
  readonly valueKind: ValueKind
  readonly value: Money | null
  /** The value in minor units of the reporting currency, converted once; null where absent or without a rate. */
  readonly reportingMinor: bigint | null
  readonly side: Side
  readonly rung: Extract<Rung, 4 | 5>
  readonly isImported: boolean
  /** Decimal; null for imports, which nobody waited for. */
  readonly daysToVerify: string | null
  /** Decided within the organization's promise; null for imports. */
  readonly isPromiseKept: boolean | null
  /** From the first contact to the result; null where the first contact is not known, below 0 where it is said to have come after. */
  readonly touchDays: number | null
  readonly skillId: string | null
  readonly programId: string | null
  readonly objectiveId: string | null
  /** With the team of the day of the result. */
  readonly contributors: readonly (Weighted & { readonly role: ContributorRole; readonly teamId: string | null })[]
  readonly channelIds: readonly string[]
}

/** A row of the ledger before the database gives it an id, a version and a time. */
export type CreditEntry = {
  readonly outcomeId: string
  readonly revision: number
  readonly personId: string
  readonly weight: number
  readonly countBp: number
  readonly valueMinor: bigint | null
  readonly currency: string | null
  readonly digits: number | null
  readonly reportingMinor: bigint | null
  readonly valueKind: ValueKind
  readonly effectiveOn: Day
  readonly cause: CreditCause
  readonly reverses: string | null
  readonly side: Side
  readonly rung: number
  readonly isImported: boolean
  readonly daysToVerify: string | null
  readonly isPromiseKept: boolean | null
  readonly touchDays: number | null
  readonly teamId: string | null
  readonly typeId: string
  readonly skillId: string | null
  readonly programId: string | null
  readonly objectiveId: string | null
  /** One entry a revision, by which outcomes are counted: the lead's, or where the lead is only thanked another's. */
  readonly isLead: boolean
}
export type CreditChannel = { readonly outcomeId: string; readonly revision: number; readonly channelId: string }

/** The entries that verifying appends: who is credited, each with a share of one result and of its value. */
export function creditEntries(outcome: CreditableOutcome, cause: CreditCause = 'verified'): CreditEntry[] {
  const { contributors, id, value, reportingMinor } = outcome
  const points = shares(contributors, id)
  const values = value && allocate(BigInt(value.minor), contributors, id)
  const reporting = value && reportingMinor !== null ? allocate(reportingMinor, contributors, id) : null
  const credited = contributors.filter((c) => c.weight > 0)
  const counted = credited.toSorted(
    (a, b) => Number(b.role === 'lead') - Number(a.role === 'lead') || compare(tieBreak(id, a.personId), tieBreak(id, b.personId)),
  )[0]?.personId
  return credited.map(({ personId, weight, teamId }) => ({
    outcomeId: id,
    revision: outcome.revision,
    personId,
    weight,
    countBp: points.get(personId) ?? 0,
    valueMinor: values?.get(personId) ?? null,
    currency: value?.currency ?? null,
    digits: value?.digits ?? null,
    reportingMinor: reporting?.get(personId) ?? null,
    valueKind: outcome.valueKind,
    effectiveOn: outcome.occurredOn,
    cause,
    reverses: null,
    side: outcome.side,
    rung: outcome.rung,
    isImported: outcome.isImported,
    daysToVerify: outcome.daysToVerify,
    isPromiseKept: outcome.isPromiseKept,
    touchDays: outcome.touchDays,
    teamId,
    typeId: outcome.typeId,
    skillId: outcome.skillId,
    programId: outcome.programId,
    objectiveId: outcome.objectiveId,
    isLead: personId === counted,
  }))
}

/**
 * The same entries with their value in the reporting currency, which came later: one sum, shared as the value itself is. Of what stands, all
 * of one outcome and revision.
 */
export function converted(entries: readonly RecordedEntry[], reportingMinor: bigint): CreditEntry[] {
  const [first] = entries
  if (!first) return []
  const parts = allocate(reportingMinor, entries, first.outcomeId)
  return entries.map(({ id, ...entry }) => ({ ...entry, reportingMinor: parts.get(entry.personId) ?? null, cause: 'converted' }))
}

export function creditChannels(outcome: Pick<CreditableOutcome, 'id' | 'revision' | 'channelIds'>): CreditChannel[] {
  return [...new Set(outcome.channelIds)].map((channelId) => ({ outcomeId: outcome.id, revision: outcome.revision, channelId }))
}

export type RecordedEntry = CreditEntry & { readonly id: string }

/** Entries that stand: neither a reversal nor reversed. At any time they are of one revision, or none. */
export function standing<T extends RecordedEntry>(entries: readonly T[]): T[] {
  const reversed = new Set(entries.map((e) => e.reverses))
  return entries.filter((e) => e.reverses === null && !reversed.has(e.id))
}

/** The exact opposite, each dimension copied. Give it what is `standing`: an entry is reversed once. */
export function oppositeOf(entries: readonly RecordedEntry[], cause: CreditCause): CreditEntry[] {
  return entries.map(({ id, ...entry }) => ({
    ...entry,
    countBp: 0 - entry.countBp,
    valueMinor: negated(entry.valueMinor),
    reportingMinor: negated(entry.reportingMinor),
    cause,
    reverses: id,
  }))
}

function negated(minor: bigint | null): bigint | null {
  return minor === null ? null : -minor
}

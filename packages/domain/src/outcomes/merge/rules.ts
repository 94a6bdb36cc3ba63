import { allocate, shares, type Weighted } from '../../credits/rules.ts'
import { type ContributorRole, wholeOutcome } from '../../credits/schema.ts'
import type { Refusal } from '../../errors/domain-error.ts'
import type { OutcomeState } from '../schema.ts'

/** What decides which of two claims lives on. */
export type Claim = {
  readonly id: string
  readonly state: OutcomeState
  readonly isImported: boolean
  /** When it was claimed: milliseconds since 1970. */
  readonly claimedAt: number
}

/** A claim that others can be merged into: it stands or waits. */
export function mayLiveOn({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'submitted' || state === 'second-look' || state === 'changes-requested' || state === 'verified'
}

/** Negative: the first lives on. What the CRM knows, so that it is still known there; then what stands; then the older claim. */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    Number(mayLiveOn(b)) - Number(mayLiveOn(a)) ||
    Number(b.isImported) - Number(a.isImported) ||
    Number(b.state === 'verified') - Number(a.state === 'verified') ||
    a.claimedAt - b.claimedAt ||
    (a.id < b.id ? -1 : 1)
  )
}

export type Share = Weighted & { readonly role: ContributorRole }

/**
 * Everybody of both, with the mean of what they had in each, in basis points that add up; the lead of the one that lives on leads. What a
 * reviewer starts from.
 */
export function unite(into: { readonly id: string; readonly contributors: readonly Share[] }, merged: typeof into): Share[] {
  const parts = [into, merged].map(({ id, contributors }) => shares(contributors, id))
  const joined = merged.contributors
    .filter((c) => !into.contributors.some((own) => own.personId === c.personId))
    .map((c) => ({ ...c, role: c.role === 'lead' ? ('support' as const) : c.role }))
  const all = [...into.contributors, ...joined].map((c) => ({
    ...c,
    weight: parts.reduce((sum, part) => sum + (part.get(c.personId) ?? 0), 0),
  }))
  const points = allocate(BigInt(wholeOutcome), all, into.id)
  return all.map((c) => ({ ...c, weight: Number(points.get(c.personId) ?? 0n) }))
}

/** Nobody of either is lost, nobody comes in, one leads, and somebody is credited. */
export function checkUnited(given: readonly Share[], personIds: ReadonlySet<string>): Refusal[] {
  const named = new Set(given.map((c) => c.personId))
  const leads = given.filter((c) => c.role === 'lead').length
  const field = 'contributors'
  return [
    ...(named.size < given.length ? [{ code: 'contributor-twice', field } as const] : []),
    ...(named.size === personIds.size && [...personIds].every((id) => named.has(id)) ? [] : [{ code: 'invalid-input', field } as const]),
    ...(leads === 0 ? [{ code: 'no-lead', field } as const] : []),
    ...(leads > 1 ? [{ code: 'several-leads', field, params: { leads } } as const] : []),
    ...(given.some((c) => c.weight > 0) ? [] : [{ code: 'shares-do-not-add-up', field, params: { sum: 0, whole: wholeOutcome } } as const]),
  ]
}

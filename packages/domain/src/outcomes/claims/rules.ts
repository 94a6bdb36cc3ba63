import { clientKey, type Likened, likenessLimits, likenessOf, trigramsOf } from '../likeness/rules.ts'
import type { Likeness } from '../likeness/schema.ts'

export type Claim = Likened & { readonly id: string }
export type LikeClaim = { readonly claim: Claim; readonly likeness: Likeness }

type Known = { readonly claim: Claim; readonly day: number; readonly name: Name; readonly minor: bigint | null }
type Name = { readonly key: string; readonly grams: ReadonlySet<string> }

const dayOf = (day: string) => Date.parse(day) / 86_400_000

function newName(subject: string): Name {
  const key = clientKey(subject)
  return { key, grams: trigramsOf(key) }
}

function nameOf(subject: string, names: Map<string, Name>): Name {
  const known = names.get(subject)
  if (known) return known
  const name = newName(subject)
  names.set(subject, name)
  return name
}

/** No less than the rules ask: what is left out here cannot be the same client. */
function mayBeSameClient(a: Name, b: Name): boolean {
  if (a.key === '' || b.key === '') return false
  if (a.key.startsWith(b.key) || b.key.startsWith(a.key)) return true
  const [few, many] = a.grams.size < b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams]
  if (few.size < many.size * likenessLimits.similarity) return false
  let shared = 0
  for (const gram of few) if (many.has(gram)) shared++
  return shared >= (few.size + many.size - shared) * likenessLimits.similarity - 1e-9
}

function contradict(deal: Likened, minor: bigint | null, known: Known): boolean {
  const other = known.claim.value
  if (minor === null || known.minor === null || deal.value?.currency !== other?.currency || deal.value?.digits !== other?.digits)
    return false
  const [less, more] = minor < known.minor ? [minor, known.minor] : [known.minor, minor]
  return (more - less) * 100n > more * likenessLimits.amountPercent
}

/** The first of a sorted list that is not before `day`. */
function firstFrom(list: readonly Known[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.day ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Compares many deals with many claims by the rules of likeness. Days lead to the few that can be alike, cheap signs narrow them, the rules
 * decide: the answer is theirs.
 */
export function claimFinder(claims: readonly Claim[]): (deal: Likened) => LikeClaim[] {
  const names = new Map<string, Name>()
  const known = claims.flatMap((claim): Known[] => {
    if (!claim.occurredOn) return []
    return [
      { claim, day: dayOf(claim.occurredOn), name: nameOf(claim.subject, names), minor: claim.value ? BigInt(claim.value.minor) : null },
    ]
  })
  known.sort((a, b) => a.day - b.day)
  const byNumber = Map.groupBy(claims, (claim) => claim.externalId ?? '')
  return (deal) => {
    const found = new Map((deal.externalId ? (byNumber.get(deal.externalId) ?? []) : []).map((claim) => [claim.id, claim]))
    if (deal.occurredOn) {
      const day = dayOf(deal.occurredOn)
      // Not kept: a file may name a million.
      const name = names.get(deal.subject) ?? newName(deal.subject)
      const minor = deal.value ? BigInt(deal.value.minor) : null
      for (let at = firstFrom(known, day - likenessLimits.days); at < known.length; at++) {
        const one = known[at]
        if (!one || one.day > day + likenessLimits.days) break
        if (!contradict(deal, minor, one) && mayBeSameClient(name, one.name)) found.set(one.claim.id, one.claim)
      }
    }
    return [...found.values()].flatMap((claim) => {
      const likeness = likenessOf(deal, claim)
      return likeness ? [{ claim, likeness }] : []
    })
  }
}

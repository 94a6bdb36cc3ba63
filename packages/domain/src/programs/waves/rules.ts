import { type CohortPerson, type CohortReader, countPeople, figuresFrom, type WatchedAccount } from '../cohort/rules.ts'
import type { GroupRow, WaveRow } from '../cohort/schema.ts'
import { curveOf } from '../curve/rules.ts'

/** What one person's shares add up to: basis points of results, realised minor units. */
export type OwnAmounts = { readonly resultsBp: bigint; readonly valueMinor: bigint }
export type GroupFacts = {
  readonly people: readonly CohortPerson[]
  readonly accounts: readonly WatchedAccount[]
  readonly amounts: ReadonlyMap<string, OwnAmounts>
}

function factsOf({ people, accounts, amounts }: GroupFacts) {
  const sum = (of: (one: OwnAmounts) => bigint) =>
    people.reduce((all, { personId }) => {
      const own = amounts.get(personId)
      return own ? all + of(own) : all
    }, 0n)
  const brought = { outcomes: 0, resultsBp: sum((one) => one.resultsBp), valueMinor: sum((one) => one.valueMinor) }
  return { people, accounts, ...brought, budgetMinor: null, hours: null }
}

/** People beside others, with what their own shares add up to; nothing of them where they are few. */
export function groupOf(group: GroupFacts, reader: Omit<CohortReader, 'knowsBudget'>): GroupRow {
  const facts = factsOf(group)
  const {
    outcomes: _none,
    costPerResultMinor: _cost,
    hoursPerResult: _hours,
    costPerValueBp: _spent,
    ...figures
  } = figuresFrom(facts, {
    ...reader,
    knowsBudget: false,
  })
  const isFew = countPeople(facts.accounts) < reader.smallestGroup
  const curve = isFew ? null : curveOf(facts.accounts)
  // Their results are theirs alone, other than a program's.
  return figures.isSuppressed
    ? { ...figures, resultsBp: '0', valueMinor: null, perAccountBp: null, valuePerAccountMinor: null, curve }
    : { ...figures, curve }
}

type Sized = { readonly wave: number; readonly people: number }

/** Which waves are not told of: the small ones, and as many beside them as hide them in a sum. */
export function withheldWaves(sizes: readonly Sized[], smallestGroup: number): ReadonlySet<number> {
  const bySize = sizes.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  const hidden: Sized[] = []
  for (const one of bySize) {
    const sum = hidden.reduce((all, { people }) => all + people, 0)
    if (one.people < smallestGroup || (hidden.length > 0 && sum < smallestGroup)) hidden.push(one)
  }
  return new Set(hidden.map(({ wave }) => wave))
}

type Waves = {
  readonly count: number
  /** Each person's. */
  readonly of: ReadonlyMap<string, number>
}

/** All of them, whether anybody joined in one or not: that one stands here tells nothing. */
export function wavesOf({ people, accounts, amounts }: GroupFacts, waves: Waves, reader: Omit<CohortReader, 'knowsBudget'>): WaveRow[] {
  const groups = Array.from({ length: waves.count }, (_, at) => {
    const wave = at + 1
    return [wave, people.filter(({ personId }) => (waves.of.get(personId) ?? 1) === wave)] as const
  })
  const hidden = withheldWaves(
    groups.map(([wave, own]) => ({ wave, people: own.length })),
    reader.smallestGroup,
  )
  return groups.map(([wave, own]) => {
    const ids = new Set(own.map(({ personId }) => personId))
    const group = hidden.has(wave)
      ? { people: [], accounts: [], amounts }
      : { people: own, accounts: accounts.filter(({ personId }) => ids.has(personId)), amounts }
    const { curve: _curve, ...row } = groupOf(group, reader)
    return { ...row, wave }
  })
}

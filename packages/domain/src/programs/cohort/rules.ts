import { abandonedAfter } from '../../accounts/activity/rules.ts'
import { type Spell, survivalAt, survivalOf } from '../../statistics/survival.ts'
import { addDays, daysBetween } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import { type Cohort, cohortMarks } from './schema.ts'

export type CohortAccount = {
  readonly personId: string
  readonly namedOn: Day
  /** The latest sign that it is used, of those that the owner gave or allowed; naming it is one. */
  readonly lastSignOn: Day
  readonly closedOn: Day | null
  /** Since when it is not looked at: its owner left the program or the organization, took it back, or withdrew it. */
  readonly unseenFrom: Day | null
}
export type CohortPerson = { readonly joinedOn: Day; readonly firstResultOn: Day | null }
export type CohortFacts = {
  readonly people: readonly CohortPerson[]
  readonly accounts: readonly CohortAccount[]
  readonly outcomes: number
  readonly resultsBp: bigint
  readonly valueMinor: bigint
  readonly budgetMinor: bigint | null
  readonly hours: number | null
  readonly today: Day
}
type Reader = { readonly smallestGroup: number; readonly knowsValue: boolean; readonly knowsBudget: boolean }

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null)
}

/** From being named until it is abandoned or closed; whoever left or withdrew is lost from sight then, which is no end. */
export function spellOf({ namedOn, lastSignOn, closedOn, unseenFrom }: CohortAccount, today: Day): Spell {
  const abandonedOn = addDays(lastSignOn > namedOn ? lastSignOn : namedOn, abandonedAfter)
  const endedOn = earliest([abandonedOn, closedOn]) ?? abandonedOn
  const seenUntil = earliest([unseenFrom, today]) ?? today
  const ended = endedOn <= seenUntil
  return { days: Math.max(0, daysBetween(namedOn, ended ? endedOn : seenUntil)), ended }
}

const basisPoints = (share: number) => Math.round(share * 10_000)

function survivalFrom(spells: readonly Spell[]): NonNullable<Cohort['survival']> {
  const curve = survivalOf(spells)
  return cohortMarks.map((days) => {
    const at = survivalAt(curve, days)
    if (at === null) return { days, share: null }
    const { survival, band } = at
    return {
      days,
      share: { bp: basisPoints(survival), lowBp: band && basisPoints(band.low), highBp: band && basisPoints(band.high) },
    }
  })
}

/** Half up, for amounts that are not negative; null: nothing to divide by. */
function per(amount: bigint, by: bigint): string | null {
  return by <= 0n ? null : String((amount * 2n + by) / (by * 2n))
}

/** Half of them, from the smallest: the lower of two in the middle. */
function medianOf(days: readonly number[]): number | null {
  return days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1] ?? null
}

/** What came of a program, as far as this reader may know it: figures about people only from the smallest group up. */
export function cohortOf(facts: CohortFacts, { smallestGroup, knowsValue, knowsBudget }: Reader): Cohort {
  const { people, accounts, outcomes, resultsBp, valueMinor, budgetMinor, hours, today } = facts
  const isSuppressed = people.length < smallestGroup
  const areAccountsFew = new Set(accounts.map(({ personId }) => personId)).size < smallestGroup
  const first = people.flatMap(({ joinedOn, firstResultOn }) =>
    firstResultOn === null ? [] : [Math.max(0, daysBetween(joinedOn, firstResultOn))],
  )
  return {
    isSuppressed,
    smallestGroup,
    people: isSuppressed ? null : people.length,
    led: isSuppressed ? null : first.length,
    firstAfterDays: first.length < smallestGroup ? null : medianOf(first),
    outcomes,
    resultsBp: String(resultsBp),
    valueMinor: knowsValue ? String(valueMinor) : null,
    perPersonBp: isSuppressed ? null : per(resultsBp, BigInt(people.length)),
    valuePerPersonMinor: isSuppressed || !knowsValue ? null : per(valueMinor, BigInt(people.length)),
    accounts: areAccountsFew ? null : accounts.length,
    perAccountBp: areAccountsFew ? null : per(resultsBp, BigInt(accounts.length)),
    survival: areAccountsFew ? null : survivalFrom(accounts.map((one) => spellOf(one, today))),
    costPerResultMinor: knowsBudget && budgetMinor !== null ? per(budgetMinor * 10_000n, resultsBp) : null,
    hoursPerResult: knowsBudget && hours !== null && resultsBp > 0n ? Math.round((hours * 1_000_000) / Number(resultsBp)) / 100 : null,
  }
}

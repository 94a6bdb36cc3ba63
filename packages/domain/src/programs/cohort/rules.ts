import { abandonedAfter } from '../../accounts/activity/rules.ts'
import { type Spell, survivalAt, survivalOf } from '../../statistics/survival.ts'
import { daysBetween } from '../../time/calendar.ts'
import { type Day, dayNumber, earlierDay, laterDay } from '../../time/day.ts'
import { basisPoints, curveOf } from '../curve/rules.ts'
import { survivalMarks } from '../curve/schema.ts'
import type { Cohort, CohortFigures } from './schema.ts'

export type CohortAccount = {
  readonly personId: string
  readonly namedOn: Day
  /** The latest sign that it is used, of those that the owner gave or allowed; naming it is one. */
  readonly lastSignOn: Day
  readonly closedOn: Day | null
  /** Since when it is not looked at: its owner left the program or the organization, took it back, or withdrew it. */
  readonly unseenFrom: Day | null
}
/** The same, watched until a day: how long, and whether it ended then. */
export type WatchedAccount = Spell & { readonly personId: string }
export type CohortPerson = {
  readonly personId: string
  readonly joinedOn: Day
  /** Of all their results up to the last day that is looked at. */
  readonly firstResultOn: Day | null
  /** Whether they have a share in a result of the days that are looked at. */
  readonly hasLed: boolean
}
/** Basis points of results (10,000 is one), realised value in minor units. */
export type Amounts = { readonly outcomes: number; readonly resultsBp: bigint; readonly valueMinor: bigint }
export type CohortFacts = Amounts & {
  readonly people: readonly CohortPerson[]
  readonly accounts: readonly WatchedAccount[]
  readonly budgetMinor: bigint | null
  readonly hours: number | null
}
/** Where several programs are one: of which of them people, accounts, budget and hours are told, each with what those brought. */
export type Bases = Readonly<Record<'ofPeople' | 'ofAccounts' | 'ofBudget' | 'ofHours', Amounts>>
export type CohortReader = { readonly smallestGroup: number; readonly knowsValue: boolean; readonly knowsBudget: boolean }

/** null: on none of them. */
export function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null)
}

/** From being named until it is abandoned or closed; whoever left or withdrew is lost from sight then, which is no end. */
export function spellOf({ namedOn, lastSignOn, closedOn, unseenFrom }: CohortAccount, today: Day): Spell {
  const abandonedOn = dayNumber(laterDay(lastSignOn, namedOn)) + abandonedAfter
  const endedOn = closedOn === null ? abandonedOn : Math.min(abandonedOn, dayNumber(closedOn))
  const seenUntil = dayNumber(unseenFrom === null ? today : earlierDay(unseenFrom, today))
  const ended = endedOn <= seenUntil
  return { days: Math.max(0, (ended ? endedOn : seenUntil) - dayNumber(namedOn)), ended }
}

/** Each once: of tens of thousands the days are counted only here. */
export function watchedUntil(accounts: readonly CohortAccount[], today: Day): WatchedAccount[] {
  return accounts.map((account) => ({ personId: account.personId, ...spellOf(account, today) }))
}

function survivalFrom(spells: readonly Spell[]): NonNullable<Cohort['survival']> {
  const curve = survivalOf(spells)
  return survivalMarks.map((days) => {
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

/** How many people these are of. */
export function countPeople(rows: readonly { readonly personId: string }[]): number {
  return new Set(rows.map(({ personId }) => personId)).size
}

/** What came of a program, as far as this reader may know it: figures about people only from the smallest group up. */
export function cohortOf(facts: CohortFacts, reader: CohortReader): Cohort {
  const { smallestGroup } = reader
  const curve = countPeople(facts.accounts) < smallestGroup ? null : curveOf(facts.accounts)
  return { ...figuresFrom(facts, reader), smallestGroup, curve }
}

/** `bases`: where the facts are of several programs. */
export function figuresFrom(facts: CohortFacts, reader: CohortReader, bases?: Bases): CohortFigures {
  const { outcomes, resultsBp, valueMinor } = facts
  const { ofPeople, ofAccounts, ...ofCost } = bases ?? { ofPeople: facts, ofAccounts: facts, ofBudget: facts, ofHours: facts }
  return {
    ...peopleFigures(facts, ofPeople, reader),
    ...{ outcomes, resultsBp: String(resultsBp), valueMinor: reader.knowsValue ? String(valueMinor) : null },
    ...accountFigures(facts, ofAccounts, reader),
    ...costFigures(facts, ofCost, reader),
  }
}

function peopleFigures({ people }: CohortFacts, { resultsBp, valueMinor }: Amounts, { smallestGroup, knowsValue }: CohortReader) {
  const isSuppressed = people.length < smallestGroup
  const first = people.flatMap(({ joinedOn, firstResultOn }) =>
    firstResultOn === null ? [] : [Math.max(0, daysBetween(joinedOn, firstResultOn))],
  )
  return {
    isSuppressed,
    people: isSuppressed ? null : people.length,
    led: isSuppressed ? null : people.filter(({ hasLed }) => hasLed).length,
    firstAfterDays: first.length < smallestGroup ? null : medianOf(first),
    perPersonBp: isSuppressed ? null : per(resultsBp, BigInt(people.length)),
    valuePerPersonMinor: isSuppressed || !knowsValue ? null : per(valueMinor, BigInt(people.length)),
  }
}

function accountFigures({ accounts }: CohortFacts, { resultsBp, valueMinor }: Amounts, { smallestGroup, knowsValue }: CohortReader) {
  if (countPeople(accounts) < smallestGroup) return { accounts: null, perAccountBp: null, valuePerAccountMinor: null, survival: null }
  const count = BigInt(accounts.length)
  return {
    accounts: accounts.length,
    perAccountBp: per(resultsBp, count),
    valuePerAccountMinor: knowsValue ? per(valueMinor, count) : null,
    survival: survivalFrom(accounts),
  }
}

function costFigures(
  { budgetMinor, hours }: CohortFacts,
  { ofBudget, ofHours }: Pick<Bases, 'ofBudget' | 'ofHours'>,
  { knowsBudget, knowsValue }: CohortReader,
) {
  const isBudgetKnown = knowsBudget && budgetMinor !== null
  const areHoursKnown = knowsBudget && hours !== null && ofHours.resultsBp > 0n
  return {
    costPerResultMinor: isBudgetKnown ? per(budgetMinor * 10_000n, ofBudget.resultsBp) : null,
    hoursPerResult: areHoursKnown ? Math.round((hours * 1_000_000) / Number(ofHours.resultsBp)) / 100 : null,
    costPerValueBp: isBudgetKnown && knowsValue ? per(budgetMinor * 10_000n, ofBudget.valueMinor) : null,
  }
}

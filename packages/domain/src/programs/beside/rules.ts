import { logRank } from '../../statistics/survival.ts'
import { type Day, earlierDay, laterDay } from '../../time/day.ts'
import {
  type Amounts,
  type Bases,
  type CohortFacts,
  type CohortPerson,
  type CohortReader,
  countPeople,
  earliest,
  figuresFrom,
} from '../cohort/rules.ts'
import { curveOf } from '../curve/rules.ts'
import { type ProgramForm, programForms } from '../schema.ts'
import { type FormRow, type FormsBeside, type FormsVerdict, significance } from './schema.ts'

/** A program with what became of it, and what this reader may know of it. */
export type BesideFacts = CohortFacts & {
  readonly id: string
  readonly title: string
  readonly form: ProgramForm
  readonly from: Day
  readonly to: Day
  /** The last day that is looked at. */
  readonly today: Day
  readonly knowsValue: boolean
  readonly knowsBudget: boolean
}
type Told = { readonly row: FormRow; readonly facts: CohortFacts }

export const noPrograms: FormsBeside = { forms: [], programs: [], verdict: { kind: 'one-form' } }

/** Both forms and each program; small groups are in no figure from which they could be had by subtraction. */
export function besideOf(programs: readonly BesideFacts[], smallestGroup: number): FormsBeside {
  const forms = programForms.flatMap((form): Told[] => {
    const [first, ...others] = programs.filter((one) => one.form === form)
    return first ? [formOf(form, [first, ...others], smallestGroup)] : []
  })
  return {
    forms: forms.map(({ row }) => row),
    programs: programs.map((one) => {
      const { id, title, form, from } = one
      return { ...figuresFrom(one, { smallestGroup, ...one }), id, title, form, from, until: lastDay(one) }
    }),
    verdict: verdictOf(forms),
  }
}

function lastDay({ to, today }: Pick<BesideFacts, 'to' | 'today'>): Day {
  return earlierDay(to, today)
}

/** Those told of by themselves; the others with them only where all the others together are as many as may be told of. */
function tellable(
  programs: readonly BesideFacts[],
  rows: (one: BesideFacts) => readonly { readonly personId: string }[],
  smallestGroup: number,
): readonly BesideFacts[] {
  const isSmall = (one: BesideFacts) => countPeople(rows(one)) < smallestGroup
  const areSmallEnough = countPeople(programs.filter(isSmall).flatMap(rows)) >= smallestGroup
  return areSmallEnough ? programs : programs.filter((one) => !isSmall(one))
}

function amountsOf(programs: readonly Amounts[]): Amounts {
  return {
    outcomes: programs.reduce((sum, one) => sum + one.outcomes, 0),
    resultsBp: programs.reduce((sum, one) => sum + one.resultsBp, 0n),
    valueMinor: programs.reduce((sum, one) => sum + one.valueMinor, 0n),
  }
}

/** Whoever takes part in several is one person, from the first day on. */
function distinct(people: readonly CohortPerson[]): CohortPerson[] {
  const byId = new Map<string, CohortPerson>()
  for (const one of people) {
    const { personId, joinedOn, firstResultOn, hasLed } = byId.get(one.personId) ?? one
    byId.set(personId, {
      personId,
      joinedOn: earlierDay(joinedOn, one.joinedOn),
      firstResultOn: earliest([firstResultOn, one.firstResultOn]),
      hasLed: hasLed || one.hasLed,
    })
  }
  return [...byId.values()]
}

function formOf(form: ProgramForm, own: readonly [BesideFacts, ...BesideFacts[]], smallestGroup: number): Told {
  const [{ today }] = own
  const ofPeople = tellable(own, ({ people }) => people, smallestGroup)
  const ofAccounts = tellable(own, ({ accounts }) => accounts, smallestGroup)
  const ofBudget = own.filter(({ budgetMinor }) => budgetMinor !== null)
  const ofHours = own.filter(({ hours }) => hours !== null)
  const facts: CohortFacts = {
    ...amountsOf(own),
    people: distinct(ofPeople.flatMap(({ people }) => people)),
    accounts: ofAccounts.flatMap(({ accounts }) => accounts),
    budgetMinor: ofBudget.length > 0 ? ofBudget.reduce((sum, { budgetMinor }) => sum + (budgetMinor ?? 0n), 0n) : null,
    hours: ofHours.length > 0 ? ofHours.reduce((sum, { hours }) => sum + (hours ?? 0), 0) : null,
  }
  const bases: Bases = {
    ...{ ofPeople: amountsOf(ofPeople), ofAccounts: amountsOf(ofAccounts) },
    ...{ ofBudget: amountsOf(ofBudget), ofHours: amountsOf(ofHours) },
  }
  const reader: CohortReader = {
    smallestGroup,
    knowsValue: own.every(({ knowsValue }) => knowsValue),
    knowsBudget: own.every(({ knowsBudget }) => knowsBudget),
  }
  const row: FormRow = {
    ...figuresFrom(facts, reader, bases),
    form,
    programIds: own.map(({ id }) => id),
    from: own.reduce((first, { from }) => earlierDay(first, from), today),
    until: own.map(lastDay).reduce((last, day) => laterDay(last, day)),
    withheld: own.filter((one) => !ofPeople.includes(one) || !ofAccounts.includes(one)).length,
    curve: countPeople(facts.accounts) < smallestGroup ? null : curveOf(facts.accounts),
  }
  return { row, facts }
}

/** Only of what is drawn: where a form has too few accounts to be told of, there is nothing to compare it with. */
function verdictOf(forms: readonly Told[]): FormsVerdict {
  const [targeted, mass] = programForms.map((form) => forms.find(({ row }) => row.form === form))
  if (!targeted || !mass) return { kind: 'one-form' }
  if (targeted.row.curve === null || mass.row.curve === null) return { kind: 'few' }
  const test = logRank(targeted.facts.accounts, mass.facts.accounts)
  if (test.kind === 'too-few') return { kind: 'few' }
  const { p, ended, expected } = test
  if (p >= significance) return { kind: 'no-clear-difference', p }
  return { kind: ended[0] < expected[0] ? 'targeted-longer' : 'mass-longer', p }
}

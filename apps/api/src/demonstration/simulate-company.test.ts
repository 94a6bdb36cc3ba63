import type { SimulatedAccount, SimulatedProgram } from '@oeuvre/seed/simulated'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, client, cookieFor, startApi } from '../../test/harness.ts'
import { type SimulatedCompany, simulateCompany } from './simulate-company.ts'

let api: Api
let made: SimulatedCompany
let call: ReturnType<typeof client>
beforeAll(async () => {
  api = await startApi()
  made = await simulateCompany(api.deps)
  const { company } = made
  call = client(api, await cookieFor(api, company.members.get('helene')!.userId), company.scenario.slug)
})
afterAll(() => api.stop())

/** From the simulation alone: seen for so long, and whether it ended then. */
function spell({ namedDaysAgo, lastSignDaysAgo, leftDaysAgo }: SimulatedAccount) {
  const lived = namedDaysAgo - lastSignDaysAgo + 180
  const seen = namedDaysAgo - (leftDaysAgo ?? 0)
  return lived <= seen ? { days: lived, ended: true } : { days: seen, ended: false }
}

/** The product of Kaplan and Meier day by day, as one would on paper. */
function aliveAfter(accounts: readonly SimulatedAccount[], days: number): number {
  const spells = accounts.map(spell)
  let alive = 1
  for (let day = 0; day <= days; day++) {
    const atRisk = spells.filter((one) => one.days >= day).length
    const ended = spells.filter((one) => one.ended && one.days === day).length
    if (atRisk > 0) alive *= 1 - ended / atRisk
  }
  return Math.round(alive * 10_000)
}

const worthOf = (programs: readonly SimulatedProgram[]) =>
  programs.reduce((sum, { results }) => sum + results.reduce((own, { value }) => own + value * 100, 0), 0)
const marks = [91, 183, 365]

test('the impact page tells what was simulated: 1,200 accounts and few results beside sixty people and many', async () => {
  const { cohorts } = await call.impact.page.query({ period: 'last-12-months' })
  const [mass, ...targeted] = made.simulation.programs
  const groups = { targeted, mass: [mass!] }
  expect(cohorts.forms.map(({ form, people, accounts }) => [form, people, accounts])).toEqual([
    ['targeted', 60, 60],
    ['mass', 1200, 1200],
  ])
  for (const row of cohorts.forms) {
    const own = groups[row.form]
    const accounts = own.flatMap((program) => program.accounts)
    const results = own.reduce((sum, program) => sum + program.results.length, 0)
    const budget = own.reduce((sum, program) => sum + program.budget * 100, 0)
    expect([row.outcomes, row.resultsBp, row.valueMinor]).toEqual([results, String(results * 10_000), String(worthOf(own))])
    expect(row.survival?.map(({ share }) => share?.bp)).toEqual(marks.map((days) => aliveAfter(accounts, days)))
    expect(row.curve?.atRisk.map(({ count }) => count)).toEqual(
      [0, ...marks].map((days) => accounts.filter((one) => spell(one).days >= days).length),
    )
    expect(row.led).toBe(new Set(own.flatMap((program) => program.results.map(({ person }) => person))).size)
    expect(row.costPerResultMinor).toBe(String(Math.round(budget / results)))
    expect(row.costPerValueBp).toBe(String(Math.round((budget * 10_000) / worthOf(own))))
  }
  // Nobody could take this for chance.
  expect(cohorts.verdict).toMatchObject({ kind: 'targeted-longer' })
  expect('p' in cohorts.verdict && cohorts.verdict.p).toBeLessThan(1e-9)
  expect(cohorts.programs.map(({ id, outcomes }) => [id, outcomes]).toSorted()).toEqual(
    made.programIds.map((id, at) => [id, made.simulation.programs[at]!.results.length]).toSorted(),
  )
  // As it stood a year ago, of what was known to have happened by then.
  const before = await call.impact.page.query({ period: `${made.company.dayAgo(700)}..${made.company.dayAgo(365)}` })
  const early = mass!.results.filter(({ daysAgo }) => daysAgo >= 365).length
  expect(before.cohorts.forms.find(({ form }) => form === 'mass')?.outcomes).toBe(early)
})

test('the page of a program tells its waves, and whoever takes part in none as a group', async () => {
  const [massId] = made.programIds
  const cohort = await call.programs.cohort.query({ id: massId! })
  const [mass, ...others] = made.simulation.programs
  const waveOf = ({ namedDaysAgo }: SimulatedAccount) => 1 + Math.floor(((mass!.daysAgo - namedDaysAgo) * 3) / mass!.days)
  expect(cohort.waves.map(({ wave, people, resultsBp }) => [wave, people, resultsBp])).toEqual(
    [1, 2, 3].map((wave) => {
      const own = mass!.accounts.filter((one) => waveOf(one) === wave)
      const results = mass!.results.filter(({ person }) => own.some((one) => one.person === person))
      return [wave, own.length, String(results.length * 10_000)]
    }),
  )
  expect(cohort.others.map(({ people }) => people).toSorted()).toEqual(others.map(({ accounts }) => accounts.length).toSorted())
  // With those that have a name: nobody of them takes part.
  const inNone = made.simulation.people.length - 1260 + made.company.members.size
  const onItsDays = made.simulation.none.results.filter(({ daysAgo }) => daysAgo <= mass!.daysAgo && daysAgo > mass!.daysAgo - mass!.days)
  expect(cohort.none).toMatchObject({
    people: inNone,
    resultsBp: String(onItsDays.length * 10_000),
    accounts: made.simulation.none.accounts.length,
  })
  expect(cohort.none?.survival?.map(({ share }) => share?.bp)).toEqual(marks.map((days) => aliveAfter(made.simulation.none.accounts, days)))
  expect(JSON.stringify(cohort)).not.toContain(made.simulation.people[0])
})

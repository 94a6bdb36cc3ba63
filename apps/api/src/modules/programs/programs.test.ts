import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import type { SaveProgramInput } from '@oeuvre/domain/programs/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let today: string
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  today = (await house.aicha.call.programs.list.query({})).today
})
afterAll(() => api.stop())

type Input = Omit<SaveProgramInput, 'decimalMark'>
const program = (over: Partial<Input> = {}): Input => ({
  ...{
    id: randomUUID(),
    version: null,
    title: 'LinkedIn for builders',
    why: 'They are asked anyway.',
    objectiveId: null,
    form: 'targeted',
  },
  ...{
    ownerId: house.claire.personId,
    channelIds: [],
    coachIds: [house.samuel.personId],
    from: addDays(today, -100),
    to: addDays(today, 100),
  },
  ...{ budget: '12000', hours: 80, waves: 2, ...over },
})
const make = async (over: Partial<Input> = {}, who: Someone = house.executive) => (await who.call.programs.save.mutate(program(over))).id

describe('who may', () => {
  test('set one: executives and administrators any, managers their own; nobody names what is not there', async () => {
    const { executive, claire, samuel, aicha, tenant } = house
    const id = await make({}, claire)
    await make({}, tenant.administrator)
    expect(await refusal(make({}, samuel))).toBe('forbidden')
    expect(await refusal(make({ ownerId: aicha.personId }, aicha))).toBe('forbidden')
    // Nor given away, nor taken over.
    expect(await refusal(claire.call.programs.save.mutate(program({ id, version: 1, ownerId: samuel.personId })))).toBe('forbidden')
    expect(await refusal(samuel.call.programs.save.mutate(program({ id, version: 1, ownerId: samuel.personId })))).toBe('forbidden')
    const other = await makeTenant(api)
    const foreign = { ownerId: other.administrator.personId, coachIds: [other.administrator.personId], objectiveId: randomUUID() }
    for (const [field, value] of Object.entries(foreign)) expect(await refusal(make({ [field]: value })), field).toBe('not-found')
    const theirs = other.administrator.call.programs
    const refused = [
      theirs.get.query({ id }),
      theirs.join.mutate({ id, accountIds: [] }),
      theirs.leave.mutate({ id }),
      theirs.invite.mutate({ id, personIds: [other.administrator.personId] }),
      theirs.archive.mutate({ id, version: 1, isArchived: true }),
    ]
    for (const answer of refused) expect(await refusal(answer)).toBe('not-found')
    expect((await theirs.list.query({})).programs).toEqual([])
    expect(await refusal(executive.call.programs.invite.mutate({ id, personIds: [aicha.personId] }))).toBe('forbidden')
    expect(await refusal(claire.call.programs.invite.mutate({ id, personIds: [other.administrator.personId] }))).toBe('not-found')
  })

  test('see the budget: those who lead, owner and coaches', async () => {
    const { executive, claire, samuel, rolf, aicha, tenant } = house
    const id = await make()
    const budget = async (who: Someone) => (await who.call.programs.get.query({ id })).program.budgetMinor
    expect(await Promise.all([executive, tenant.administrator, claire, samuel, rolf, aicha].map(budget))).toEqual([
      ...['1200000', '1200000', '1200000', '1200000', null, null],
    ])
  })
})

test('what changed meanwhile is not overwritten; the same sent twice is one; put away it takes nobody, and comes back', async () => {
  const { executive, jonas } = house
  const input = program()
  const save = (over: Partial<Input>) => executive.call.programs.save.mutate({ ...input, ...over })
  expect([await save({}), await save({})].map(({ version }) => version)).toEqual([1, 1])
  expect((await save({ version: 1, title: 'Said better' })).version).toBe(2)
  expect(await refusal(save({ version: 1, title: 'Too late' }))).toBe('conflict')
  const { id } = input
  await executive.call.programs.archive.mutate({ id, version: 2, isArchived: true })
  const isListed = async () => (await jonas.call.programs.list.query({})).programs.some((one) => one.id === id)
  expect(await isListed()).toBe(false)
  expect(await refusal(jonas.call.programs.join.mutate({ id, accountIds: [] }))).toBe('program-ended')
  await executive.call.programs.archive.mutate({ id, version: 3, isArchived: false })
  expect(await isListed()).toBe(true)
  const over = await make({ from: addDays(today, -20), to: addDays(today, -1) })
  expect(await refusal(jonas.call.programs.join.mutate({ id: over, accountIds: [] }))).toBe('program-ended')
})

test('leaving, and saying no, leave nothing that anybody else could see: neither owner, coach, manager, executive nor administrator', async () => {
  const { claire, samuel, aicha, jonas, rolf, executive, colleague, tenant } = house
  const id = await make()
  const [invited, unasked] = [aicha, jonas]
  await claire.call.programs.invite.mutate({ id, personIds: [invited.personId, colleague.personId] })
  const others = [claire, samuel, rolf, executive, tenant.administrator, colleague]
  const seen = () =>
    Promise.all(
      others.map(
        async ({ call }) =>
          [
            await call.programs.get.query({ id }),
            (await call.programs.list.query({ ended: true, archived: true })).programs,
            await call.programs.cohort.query({ id }),
            (await call.programs.checkIns.query({ id })).answers,
            await call.programs.notes.query({ id }),
            await call.programs.choices.query({ personIds: [invited.personId, unasked.personId] }),
          ] as const,
      ),
    )
  const peopleOf = (seenBy: Awaited<ReturnType<typeof seen>>) => seenBy.map(([page]) => page.people)
  const own = async (who: Someone) => (await who.call.programs.get.query({ id })).program.own
  const before = await seen()
  expect([await own(invited), await own(unasked)]).toEqual(['invited', 'none'])
  for (const who of [invited, unasked]) await who.call.programs.join.mutate({ id, accountIds: [] })
  expect([await own(invited), await own(unasked)]).toEqual(['taking-part', 'taking-part'])
  const during = await seen()
  const named = [
    { name: 'Aicha', isTakingPart: true },
    { name: 'Colleague', isTakingPart: false },
    { name: 'Jonas', isTakingPart: true },
  ].map((one) => expect.objectContaining(one))
  expect(peopleOf(during)).toEqual([named, named, null, null, null, null])
  // Too few to be a number for those who do not know them anyway.
  expect(during.slice(2)).toEqual(before.slice(2))

  for (const who of [invited, unasked]) await who.call.programs.leave.mutate({ id })
  expect(await seen()).toEqual(before)
  expect([await own(invited), await own(unasked)]).toEqual(['none', 'none'])
  await colleague.call.programs.leave.mutate({ id }) // says no
  expect((await claire.call.programs.get.query({ id })).people).toEqual(peopleOf(before)[0])
  // Asked again, who said no is left in peace; who came unasked hears of it for the first time.
  await samuel.call.programs.invite.mutate({ id, personIds: [invited, unasked, colleague].map(({ personId }) => personId) })
  expect([await own(invited), await own(unasked), await own(colleague)]).toEqual(['none', 'invited', 'none'])
})

test('a number is shown from the smallest group up; accounts are one’s own, and nobody is shown which', async () => {
  const { aicha, claire, rolf, tenant, colleague } = house
  const id = await make()
  const joiners = [aicha, colleague]
  for (const n of [1, 2, 3]) joiners.push(await makeSomeone(api, tenant, `Joiner ${n}`))
  for (const who of joiners.slice(0, 4)) await who.call.programs.join.mutate({ id, accountIds: [] })
  const count = async (who: Someone) => (await who.call.programs.get.query({ id })).program.participants
  expect([await count(rolf), await count(claire)]).toEqual([null, 4])
  await joiners[4]?.call.programs.join.mutate({ id, accountIds: [] })
  expect([await count(rolf), await count(claire)]).toEqual([5, 5])

  const register = (who: Someone, address: string) =>
    who.call.accounts.register.mutate({
      ...{ id: randomUUID(), address, purpose: 'work', visibility: 'me', consent: { accepted: true, textVersion: consentTextVersion } },
    })
  const [own, second, theirs] = [
    await register(aicha, 'https://www.linkedin.com/in/aicha-b'),
    await register(aicha, 'https://github.com/aicha-b'),
    await register(colleague, 'https://www.linkedin.com/in/colleague'),
  ]
  const join = (accountIds: string[]) => aicha.call.programs.join.mutate({ id, accountIds })
  const chosen = async (who: Someone) => (await who.call.programs.get.query({ id })).program.ownAccountIds
  for (const strange of [theirs.id, randomUUID()]) expect(await refusal(join([own.id, strange]))).toBe('not-found')
  await join([own.id, second.id])
  await join([own.id])
  expect([await chosen(aicha), await chosen(claire)]).toEqual([[own.id], []])
  expect(JSON.stringify(await claire.call.programs.get.query({ id }))).not.toContain(own.id)
  const cohort = () => rolf.call.programs.cohort.query({ id })
  // Two people's accounts are too few. Who leaves is still of the cohort.
  expect(await cohort()).toMatchObject({ people: 5, led: 0, accounts: null, survival: null })
  await aicha.call.programs.leave.mutate({ id })
  expect([await count(rolf), (await cohort()).people]).toEqual([null, 5])
})

test('what came of it: named only on its days, moved in the ledger, and the same on the impact page, in the list and in CSV', async () => {
  const { aicha, claire, executive, tenant } = house
  const [first, second] = [await make({ title: 'First' }), await make({ title: 'Second', from: addDays(today, -30) })]
  const log = (programId: string, occurredOn = today, amount = '10') =>
    aicha.call.outcomes.log.mutate({
      outcome: house.draft({
        ...{ programId, occurredOn, channels: [], evidence: [] },
        value: { amount, currency: 'EUR', decimalMark: '.' },
      }),
      version: null,
    })
  expect(await refusal(log(randomUUID()))).toBe('not-found')
  expect(await refusal(log(second, addDays(today, -31)))).toBe('program-not-then')
  const sent = [
    await log(first, addDays(today, -100), '1000.01'),
    await log(first, today, '0.99'),
    await log(second, addDays(today, -30), '7'),
  ]
  expect((await claire.call.programs.cohort.query({ id: first })).outcomes).toBe(0) // claimed is not verified
  await claire.call.review.verify.mutate({ ids: sent.map(({ id, version }) => ({ id, version })) })
  const period = `${addDays(today, -365)}..${today}`
  const rows = async () => (await executive.call.impact.page.query({ period })).programs.filter(({ id }) => id !== null)
  const figures = async () => Object.fromEntries((await rows()).map(({ name, outcomes, valueMinor }) => [name, [outcomes, valueMinor]]))
  expect(await figures()).toEqual({ First: [2, '100100'], Second: [1, '700'] })
  const slice = await executive.call.impact.page.query({ period, program: [first] })
  expect([slice.headline.now.outcomes, slice.headline.now.valueMinor]).toEqual([2, '100100'])
  const listed = await claire.call.outcomes.list.query({ program: [first] })
  expect(listed.items.map(({ id }) => id).toSorted()).toEqual([sent[0]?.id, sent[1]?.id].toSorted())

  const cohort = (who: Someone) => who.call.programs.cohort.query({ id: first })
  expect(await cohort(claire)).toMatchObject({ outcomes: 2, resultsBp: '20000', valueMinor: '100100', isSuppressed: true, people: null })
  expect(await cohort(aicha)).toMatchObject({ outcomes: 2, valueMinor: null, costPerResultMinor: null })
  expect(await cohort(executive)).toMatchObject({ costPerResultMinor: '600000', hoursPerResult: 40 })

  // Put away and out of its days it stays named where it was; elsewhere it is offered no more.
  await executive.call.programs.archive.mutate({ id: first, version: 1, isArchived: true })
  expect(await refusal(log(first))).toBe('not-found')
  const moved = sent[1]?.id ?? ''
  const { version } = await claire.call.outcomes.get.query({ id: moved })
  const outcome = house.draft({
    ...{ id: moved, programId: second, occurredOn: today, channels: [], evidence: [] },
    value: { amount: '0.99', currency: 'EUR', decimalMark: '.' },
  })
  const contributors = [{ personId: aicha.personId, role: 'lead' as const, weight: 1 }]
  await claire.call.review.amend.mutate({
    outcome: { ...outcome, contributors },
    version,
    words: 'Named wrongly',
    wereContributorsAsked: true,
  })
  expect(await figures()).toEqual({ First: [1, '100001'], Second: [2, '799'] })
  const { entries } = await claire.call.outcomes.history.query({ id: moved })
  expect(entries.at(-1)?.changes).toMatchObject([
    { field: 'program', before: { program: { title: 'First' } }, after: { program: { title: 'Second' } } },
  ])
  const csv = await fetch(`${api.url}/api/o/${tenant.slug}/exports/outcomes.csv?program=${second}`, {
    headers: { cookie: executive.cookie },
  })
  expect(await csv.text()).toContain(`${second},Second`)
})

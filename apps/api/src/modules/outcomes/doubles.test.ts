import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api, {})
})
afterAll(() => api.stop())

type Someone = House['aicha']
const money = (amount: string) => ({ amount, currency: 'EUR', decimalMark: '.' }) as const
/** Claimed by somebody, and sent. */
function claim(who: Someone, over: Parameters<House['draft']>[0]) {
  return who.call.outcomes.log.mutate({ outcome: house.draft({ evidence: [], ...over }), version: null })
}
/** What the form asks while it is typed. */
function ask(who: Someone, over: Partial<Parameters<Someone['call']['outcomes']['likeDraft']['query']>[0]> = {}) {
  const typed = { id: randomUUID(), typeId: house.type('client-won'), occurredOn: '2026-03-14', value: money('64000.50') }
  return who.call.outcomes.likeDraft.query({ ...typed, ...over })
}

describe('while it is typed', () => {
  test('what a colleague of the reader’s reach claimed is shown with its reasons', async () => {
    const subject = 'Harland Marine Ltd'
    const first = await claim(house.aicha, { subject })
    const { outcomes, isAnotherHidden } = await ask(house.samuel, {
      subject: 'HARLAND MARINE',
      occurredOn: '2026-03-20',
      value: money('60000'),
    })
    expect(outcomes.map((one) => [one.outcome.id, one.likeness])).toEqual([
      [first.id, { certainty: 'likely', reasons: ['same-client', 'like-amount', 'near-day', 'other-people'] }],
    ])
    expect(isAnotherHidden).toBe(false)
    expect((await ask(house.samuel, { subject: 'Harland', value: null })).outcomes).toEqual([])
    expect((await ask(house.samuel, { subject: 'Harland Marin' })).outcomes).toHaveLength(1)
  })
  test('what the reader may not see is said in one sentence and not shown', async () => {
    const subject = 'Papeteries du Lys'
    await claim(house.jonas, { subject, externalId: 'LYS-1' })
    expect(await ask(house.aicha, { subject })).toEqual({ outcomes: [], isAnotherHidden: true })
    expect(await ask(house.aicha, { subject: 'nothing alike', externalId: 'LYS-1' })).toEqual({ outcomes: [], isAnotherHidden: true })
    expect((await ask(house.dora, { subject: '', externalId: 'LYS-1' })).outcomes[0]?.likeness).toEqual({
      certainty: 'certain',
      reasons: ['same-deal', 'same-amount', 'same-day', 'other-people'],
    })
  })
  test('drafts of others, what was withdrawn, and other organizations are nothing', async () => {
    const subject = 'Nordhavn Verft'
    await house.jonas.call.outcomes.save.mutate({ outcome: house.draft({ subject, evidence: [] }), version: null })
    const gone = await claim(house.jonas, { subject })
    await house.jonas.call.outcomes.withdraw.mutate({ ids: [{ id: gone.id, version: gone.version }], words: '' })
    const stranger = await makeHouse(api)
    await stranger.jonas.call.outcomes.log.mutate({ outcome: stranger.draft({ subject, evidence: [] }), version: null })
    expect(await ask(house.aicha, { subject })).toEqual({ outcomes: [], isAnotherHidden: false })
  })
})

describe('it is another, because', () => {
  test('the author’s words stand before the reviewer; the reviewer’s close the question', async () => {
    const subject = 'Société Élan'
    const first = await claim(house.colleague, { subject })
    const second = await claim(house.aicha, { subject })
    const pair = { id: second.id, otherId: first.id, verdict: 'another', words: 'The second of two pumps.' } as const
    await expect(house.aicha.call.outcomes.compare.mutate({ ...pair, words: ' ' })).rejects.toThrow()
    await expect(house.aicha.call.outcomes.compare.mutate(pair)).rejects.toThrow() // she may not see the first
    await house.samuel.call.outcomes.compare.mutate({ ...pair, verdict: 'same', words: '' })
    const seen = await house.samuel.call.outcomes.doubles.query({ id: first.id })
    expect(seen.outcomes[0]?.comparisons).toMatchObject([{ verdict: 'same', isDecided: true, by: { name: 'Samuel' } }])
    await house.samuel.call.outcomes.compare.mutate(pair)
    expect((await house.samuel.call.outcomes.doubles.query({ id: first.id })).outcomes).toEqual([])
    expect((await house.samuel.call.outcomes.doubles.query({ id: second.id })).outcomes).toEqual([])
    await expect(house.rolf.call.outcomes.doubles.query({ id: second.id })).rejects.toThrow()
    await expect(house.dora.call.outcomes.compare.mutate({ ...pair, otherId: pair.id })).rejects.toThrow()
  })
  test('who saw both and claims again is heard; whoever merely sees them is not', async () => {
    const subject = 'Brasserie du Port'
    const first = await claim(house.aicha, { subject })
    const second = await claim(house.colleague, {
      subject,
      contributors: [
        { personId: house.colleague.personId, role: 'lead', weight: 1 },
        { personId: house.aicha.personId, role: 'support', weight: 1 },
      ],
    })
    const pair = { id: first.id, otherId: second.id, verdict: 'another', words: 'A second boiler.' } as const
    await house.aicha.call.outcomes.compare.mutate(pair)
    await expect(house.aicha.call.outcomes.compare.mutate({ ...pair, id: second.id, otherId: first.id })).rejects.toThrow()
    const { outcomes } = await house.claire.call.outcomes.doubles.query({ id: first.id })
    expect(outcomes.map((one) => one.comparisons)).toEqual([
      [{ verdict: 'another', words: 'A second boiler.', isDecided: false, by: { id: house.aicha.personId, name: 'Aicha' } }],
    ])
  })
})

test('who asks to be added is answered first by those of the result, then by its reviewer', async () => {
  const subject = `Join ${randomUUID()}`
  const first = house.draft({
    subject,
    contributors: [
      { personId: house.aicha.personId, role: 'lead', weight: 1 },
      { personId: house.jonas.personId, role: 'support', weight: 0 },
    ],
  })
  await house.aicha.call.outcomes.log.mutate({ outcome: first, version: null })
  // Samuel leads the team above and sees it; he may not decide on what he claims himself.
  const second = house.draft({ subject, contributors: [{ personId: house.samuel.personId, role: 'lead', weight: 1 }] })
  await house.samuel.call.outcomes.log.mutate({ outcome: second, version: null })
  const said = { id: first.id, otherId: second.id, verdict: 'another' as const, words: 'Another order.' }
  expect(await refusal(house.jonas.call.outcomes.answerRequest.mutate(said))).toBe('not-found')
  await house.samuel.call.outcomes.compare.mutate({ id: second.id, otherId: first.id, verdict: 'same' })
  const asked = await house.jonas.call.outcomes.requests.query({ id: first.id })
  expect(asked.requests).toMatchObject([{ otherId: second.id, by: { name: 'Samuel' }, answer: null }])
  expect((await house.claire.call.outcomes.requests.query({ id: first.id })).requests).toEqual([])
  expect(await refusal(house.claire.call.outcomes.answerRequest.mutate(said))).toBe('forbidden')
  expect(await refusal(house.jonas.call.outcomes.answerRequest.mutate({ ...said, words: ' ' }))).toBe('words-required')
  await house.jonas.call.outcomes.answerRequest.mutate(said)
  await house.aicha.call.outcomes.answerRequest.mutate({ ...said, verdict: 'same', words: '' })
  const { requests } = await house.jonas.call.outcomes.requests.query({ id: first.id })
  expect(requests).toMatchObject([{ answer: { verdict: 'same', by: { name: 'Aicha' } } }])
  const like = (await house.dora.call.outcomes.doubles.query({ id: first.id })).outcomes.find((o) => o.outcome.id === second.id)
  expect(like?.comparisons.map((c) => [c.by?.name, c.verdict])).toEqual([
    ['Samuel', 'same'],
    ['Aicha', 'same'],
  ])
})

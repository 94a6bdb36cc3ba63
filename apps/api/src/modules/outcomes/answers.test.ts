import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { isCorroboratedByColleagues, isOpen } from '@oeuvre/domain/outcomes/answers/rules'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Someone } from '../../../test/factories.ts'
import { contextOf } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { verifyLedger } from '../credits/queries/verify-ledger.ts'
import { isUnsettled } from './queries/is-corroborated.ts'
import { loadAnswers } from './queries/load-answers.ts'
import { loadOutcomes } from './queries/load-outcomes.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const share = (who: Someone, role: 'lead' | 'support' | 'coach' | 'shadow', weight: number) => ({ personId: who.personId, role, weight })
/** Aicha leads; Jonas helped behind the scenes, for as much; the colleague is thanked. */
const claimed = () => [share(house.aicha, 'lead', 1), share(house.jonas, 'shadow', 1), share(house.colleague, 'support', 0)]
const asJonasSees = () => [share(house.aicha, 'lead', 6000), share(house.jonas, 'coach', 3000), share(house.colleague, 'support', 1000)]
async function claim(over: Parameters<House['draft']>[0] = {}) {
  const outcome = house.draft({ subject: `Client ${crypto.randomUUID()}`, evidence: [], contributors: claimed(), ...over })
  const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  return { id, version, outcome }
}
const get = (id: string, who = house.claire) => who.call.outcomes.get.query({ id })
const answersOf = (id: string, who = house.claire) => who.call.outcomes.answers.query({ id })
const confirm = (who: Someone, { id, version }: { id: string; version: number }) =>
  who.call.outcomes.answer.mutate({ id, version, answer: 'confirmed' })
const object = (who: Someone, { id, version }: { id: string; version: number }, over: object = {}) =>
  who.call.outcomes.answer.mutate({ id, version, answer: 'objected', points: ['share'], words: 'It was more than that.', ...over })
const askedOf = async (who: Someone) => (await who.call.outcomes.asked.query()).outcomes.map((o) => o.id)
const verify = (o: { id: string; version: number }) => house.claire.call.review.verify.mutate({ ids: [{ id: o.id, version: o.version }] })
const sharesIn = async (id: string) => (await get(id)).contributors.map((c) => [c.name, c.role, c.basisPoints])
const causesOf = (id: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ cause: string; bp: string }>(sql`SELECT cause, sum(count_bp)::text AS bp FROM credit WHERE outcome_id = ${id}::uuid
      GROUP BY cause, reverses IS NULL ORDER BY min(ledger_version), sum(count_bp)`),
  )

describe('those who are named', () => {
  test('are asked, confirm, and lift it up the ladder; taken back, it is as before', async () => {
    const one = await claim()
    expect(await get(one.id)).toMatchObject({ rung: 1 })
    expect(await askedOf(house.jonas)).toContain(one.id)
    expect(await askedOf(house.colleague)).toContain(one.id)
    expect(await askedOf(house.aicha)).not.toContain(one.id)
    await confirm(house.colleague, one)
    expect(await get(one.id)).toMatchObject({ rung: 3, version: one.version })
    expect(await askedOf(house.colleague)).not.toContain(one.id)
    expect(await askedOf(house.jonas)).toContain(one.id)
    expect((await house.claire.call.outcomes.list.query({ rung: [3], limit: 100 })).items.map((o) => o.id)).toContain(one.id)
    await house.colleague.call.outcomes.takeBackAnswer.mutate({ id: one.id })
    expect(await get(one.id)).toMatchObject({ rung: 1 })
    expect(await askedOf(house.colleague)).toContain(one.id)
    const { entries } = await house.claire.call.outcomes.history.query({ id: one.id })
    expect(entries.map((e) => [e.event, e.changes.length])).toEqual([
      ['outcome.submitted', 0],
      ['outcome.contribution-answered', 0],
      ['outcome.contribution-answer-taken-back', 0],
    ])
  })

  test('are asked anew once the split is another, and no more while only the story changes', async () => {
    const one = await claim()
    await confirm(house.jonas, one)
    const told = await house.aicha.call.outcomes.save.mutate({ outcome: { ...one.outcome, title: 'Told better' }, version: one.version })
    expect(await get(one.id)).toMatchObject({ rung: 3 })
    const split = [share(house.aicha, 'lead', 2), share(house.jonas, 'shadow', 1), share(house.colleague, 'support', 0)]
    const anew = await house.aicha.call.outcomes.save.mutate({ outcome: { ...one.outcome, contributors: split }, version: told.version })
    expect(await get(one.id)).toMatchObject({ rung: 1 })
    expect(await askedOf(house.jonas)).toContain(one.id)
    await expect(refusal(confirm(house.jonas, one))).resolves.toBe('state-changed')
    await confirm(house.jonas, { id: one.id, version: anew.version })
    expect(await get(one.id)).toMatchObject({ rung: 3 })
  })

  test('alone may answer: neither author, nor manager, nor a stranger; an objection says what and why', async () => {
    const one = await claim({ contributors: [share(house.aicha, 'lead', 1), share(house.jonas, 'shadow', 1)] })
    await expect(refusal(confirm(house.aicha, one))).resolves.toBe('forbidden')
    await expect(refusal(confirm(house.claire, one))).resolves.toBe('forbidden')
    await expect(refusal(confirm(house.colleague, one))).resolves.toBe('not-found')
    await expect(refusals(object(house.jonas, one, { points: [] }))).resolves.toMatchObject([{ code: 'required', field: 'points' }])
    await expect(refusals(object(house.jonas, one, { words: ' ' }))).resolves.toMatchObject([{ code: 'words-required', field: 'words' }])
    const twoLeads = [share(house.aicha, 'lead', 1), share(house.jonas, 'lead', 1)]
    await expect(refusals(object(house.jonas, one, { proposal: twoLeads }))).resolves.toMatchObject([
      { code: 'several-leads', field: 'proposal' },
    ])
    const draft = await house.aicha.call.outcomes.save.mutate({
      outcome: house.draft({ contributors: [share(house.aicha, 'support', 1), share(house.jonas, 'lead', 1)] }),
      version: null,
    })
    await expect(refusal(confirm(house.jonas, draft))).resolves.toBe('state-changed')
  })

  test('the client’s own word corroborates too, and an executive reads no words of theirs', async () => {
    const evidence = [{ id: crypto.randomUUID(), url: 'https://harland.example/thanks', label: 'Their thanks', isFromClient: true }]
    const one = await claim({ evidence })
    expect(await get(one.id)).toMatchObject({ rung: 3, evidence: [{ isFromClient: true, addedBy: { name: 'Aicha' } }] })
    const without = [{ ...evidence[0]!, isFromClient: false }]
    const { version } = await house.aicha.call.outcomes.save.mutate({
      outcome: { ...one.outcome, evidence: without },
      version: one.version,
    })
    expect(await get(one.id)).toMatchObject({ rung: 2 })
    await object(house.jonas, { id: one.id, version })
    await verify({ id: one.id, version })
    expect(await answersOf(one.id, house.executive)).toMatchObject({
      positions: [],
      mayAnswer: false,
      maySettle: false,
      isUnsettled: false,
    })
    expect(await answersOf(one.id, house.aicha)).toMatchObject({ positions: [{ words: 'It was more than that.' }], isUnsettled: true })
  })
})

describe('an unsettled split', () => {
  test('goes to the reviewer with the positions; the one that is taken is the one that is verified', async () => {
    const one = await claim()
    await confirm(house.colleague, one)
    await object(house.jonas, one, { points: ['share', 'role'], proposal: asJonasSees() })
    expect(await get(one.id)).toMatchObject({ rung: 1 })
    const queue = await house.claire.call.review.queue.query({})
    expect(queue.items.find((i) => i.outcome.id === one.id)?.warnings).toContain('split-unsettled')
    const { positions, isUnsettled: is, maySettle } = await answersOf(one.id)
    expect([is, maySettle]).toEqual([true, true])
    expect(positions.map((p) => [p.by.name, p.answer, p.isOpen, p.proposal?.map((c) => [c.name, c.role, c.basisPoints]) ?? null])).toEqual([
      ['Colleague', 'confirmed', false, null],
      [
        'Jonas',
        'objected',
        true,
        [
          ['Aicha', 'lead', 6000],
          ['Jonas', 'coach', 3000],
          ['Colleague', 'support', 1000],
        ],
      ],
    ])
    const settle = { id: one.id, version: one.version, contributors: asJonasSees(), words: 'The diary agrees with Jonas.' }
    await expect(refusal(house.claire.call.outcomes.settleSplit.mutate({ ...settle, words: '' }))).resolves.toBe('words-required')
    await expect(refusal(house.rolf.call.outcomes.settleSplit.mutate(settle))).resolves.toBe('forbidden')
    const { version, state } = await house.claire.call.outcomes.settleSplit.mutate(settle)
    expect([version, state]).toEqual([one.version + 1, 'submitted'])
    expect(await answersOf(one.id)).toMatchObject({ isUnsettled: false, positions: [{ by: { name: 'Jonas' }, agrees: true }] })
    expect(await get(one.id)).toMatchObject({ rung: 3 })
    expect(await askedOf(house.colleague)).toContain(one.id)
    expect(await askedOf(house.jonas)).not.toContain(one.id)
    const { entries } = await house.jonas.call.outcomes.history.query({ id: one.id })
    expect(entries.at(-1)).toMatchObject({
      event: 'outcome.split-settled',
      by: { name: 'Claire' },
      words: settle.words,
      changes: [{ field: 'contributors' }],
    })
    expect(entries.find((e) => e.words === 'It was more than that.')?.by?.name).toBe('Jonas')
    await verify({ id: one.id, version })
    expect(await sharesIn(one.id)).toEqual([
      ['Aicha', 'lead', 6000],
      ['Jonas', 'coach', 3000],
      ['Colleague', 'support', 1000],
    ])
  })

  test('“not me” says already how; the author takes it, may not dismiss it, and nobody gets themself credit', async () => {
    const one = await claim()
    await object(house.jonas, one, { points: ['not-me'], words: 'I was on leave.' })
    const seen = (await answersOf(one.id, house.aicha)).positions[0]?.proposal
    expect(seen?.map((c) => [c.name, c.basisPoints])).toEqual([
      ['Aicha', 10000],
      ['Colleague', 0],
    ])
    const settle = (who: Someone, contributors: ReturnType<typeof claimed> | null) =>
      who.call.outcomes.settleSplit.mutate({ id: one.id, version: one.version, contributors, words: 'So be it.' })
    await expect(refusal(settle(house.aicha, null))).resolves.toBe('own-result')
    await expect(refusal(settle(house.claire, [share(house.aicha, 'lead', 1), share(house.claire, 'coach', 1)]))).resolves.toBe(
      'own-result',
    )
    await expect(refusal(settle(house.jonas, null))).resolves.toBe('forbidden')
    await settle(house.aicha, [share(house.aicha, 'lead', 1), share(house.colleague, 'support', 0)])
    expect(await sharesIn(one.id)).toEqual([
      ['Aicha', 'lead', 10000],
      ['Colleague', 'support', 0],
    ])
    expect(await answersOf(one.id, house.aicha)).toMatchObject({ isUnsettled: false, positions: [] })
  })

  test('after verification: questioned, kept with words, or split anew, opposite and new in the ledger; verified all along', async () => {
    const one = await claim()
    const { outcomes } = await verify(one)
    const version = outcomes[0]!.version
    const count = async () => (await house.claire.call.review.count.query()).count
    const before = await count()
    await object(house.jonas, { id: one.id, version }, { proposal: asJonasSees() })
    expect(await count()).toBe(before + 1)
    const questioned = async (who = house.claire) => (await who.call.review.questioned.query()).items.map((i) => [i.outcome.id, i.warnings])
    expect(await questioned()).toContainEqual([one.id, ['split-questioned']])
    expect(await questioned(house.rolf)).toEqual([])
    const kept = await house.claire.call.outcomes.settleSplit.mutate({
      id: one.id,
      version,
      contributors: null,
      words: 'As agreed in May.',
    })
    expect(kept).toMatchObject({ version, state: 'verified' })
    expect(await questioned()).not.toContainEqual([one.id, ['split-questioned']])
    expect(await askedOf(house.jonas)).not.toContain(one.id)
    expect(await causesOf(one.id)).toEqual([{ cause: 'verified', bp: '10000' }])
    await object(house.colleague, { id: one.id, version }, { points: ['share'], words: 'I wrote the offer.', proposal: asJonasSees() })
    const taken = await house.claire.call.outcomes.settleSplit.mutate({
      id: one.id,
      version,
      contributors: asJonasSees(),
      words: 'The offer was hers.',
    })
    expect(taken).toMatchObject({ version: version + 1, state: 'verified' })
    expect(await causesOf(one.id)).toEqual([
      { cause: 'verified', bp: '10000' },
      { cause: 're-split', bp: '-10000' },
      { cause: 're-split', bp: '10000' },
    ])
    expect(await get(one.id)).toMatchObject({ rung: 4, state: 'verified' })
    expect(await askedOf(house.jonas)).not.toContain(one.id)
    const { entries } = await house.aicha.call.outcomes.history.query({ id: one.id })
    expect(entries.slice(-3).map((e) => [e.event, e.words])).toEqual([
      ['outcome.split-settled', 'As agreed in May.'],
      ['outcome.contribution-answered', 'I wrote the offer.'],
      ['outcome.amended', 'The offer was hers.'],
    ])
    expect((await verifyLedger(api.db, house.tenant.organizationId)).problems).toEqual([])
  })

  test('rules and predicates say the same of any answers', async () => {
    const people = [house.jonas, house.colleague]
    const step = fc.record({
      who: fc.nat({ max: 1 }),
      does: fc.constantFrom('confirm', 'object', 'propose', 'back', 'split', 'keep', 'take'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
        const { id, outcome } = await claim()
        for (const [n, { who, does }] of steps.entries()) {
          const person = people[who]!
          const { version } = await get(id, house.aicha)
          const settle = (contributors: ReturnType<typeof claimed> | null) =>
            house.claire.call.outcomes.settleSplit.mutate({ id, version, contributors, words: 'So.' })
          const move = {
            confirm: () => confirm(person, { id, version }),
            object: () => object(person, { id, version }),
            propose: () => object(person, { id, version }, { proposal: asJonasSees() }),
            back: () => person.call.outcomes.takeBackAnswer.mutate({ id }),
            split: () =>
              house.aicha.call.outcomes.save.mutate({
                outcome: { ...outcome, contributors: [share(house.aicha, 'lead', n + 2), ...claimed().slice(1)] },
                version,
              }),
            keep: () => settle(null).catch(() => null),
            take: () => settle(asJonasSees()).catch(() => null),
          }[does]
          await move()
          const ctx = await contextOf(api, house.claire)
          await read(api.db, house.tenant.organizationId, async (tx) => {
            const [row] = await loadOutcomes(tx, ctx.actor, [id])
            const answers = await loadAnswers(tx, ctx.actor, id)
            const unsettled = await tx.one<{ is: boolean }>(sql`SELECT ${isUnsettled} AS is FROM outcome o WHERE o.id = ${id}::uuid`)
            const named = { authorId: house.aicha.personId, contributors: row!.contributors.map((c) => ({ personId: c.id })) }
            expect(row!.isAgreed).toBe(isCorroboratedByColleagues(answers, named))
            expect(unsettled!.is).toBe(answers.some(isOpen))
            expect(row!.rung).toBe(row!.isAgreed ? 3 : 1)
          })
        }
      }),
      { numRuns: 8 },
    )
  })
})

import { randomUUID } from 'node:crypto'
import { raw, sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { mentionOf } from '@oeuvre/domain/outcomes/comments/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { eraseComments, restoreComment } from './commands/remove-comment.ts'

let api: Api
let house: House
let outcomeId: string
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  const outcome = house.draft()
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  outcomeId = outcome.id
})
afterAll(() => api.stop())

const say = (who: Someone, text: string, id: string = randomUUID()) => who.call.comments.add.mutate({ id, outcomeId, text })
const list = (who: Someone) => who.call.comments.list.query({ outcomeId })
const events = (type: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ payload: { commentId: string; mentionedIds?: string[] } }>(sql`SELECT payload FROM event WHERE type = ${type} ORDER BY id`),
  )

test('whoever may see the words of an outcome may speak; an executive and a colleague may not, a stranger to it finds nothing', async () => {
  await say(house.aicha, 'Thank you all')
  for (const who of [house.claire, house.samuel, house.dora]) expect((await list(who)).comments.length, who.slug).toBeGreaterThan(0)
  for (const who of [house.executive, house.colleague, house.rolf]) {
    expect(await refusal(list(who))).toBe('forbidden')
    expect(await refusal(say(who, 'May I?'))).toBe('forbidden')
  }
  const waiting = house.draft()
  await house.aicha.call.outcomes.log.mutate({ outcome: waiting, version: null })
  expect(await refusal(house.colleague.call.comments.list.query({ outcomeId: waiting.id }))).toBe('not-found')
  const seeing = (await house.aicha.call.comments.audience.query({ outcomeId })).people.map((p) => p.name)
  expect(seeing).toEqual(['Aicha', 'Claire', 'Dora', 'Samuel'])
})

test('a mention is an id: it follows the name, tells whom it reaches, and says who will not see it', async () => {
  const text = `Ask ${mentionOf(house.samuel.personId)} and ${mentionOf(house.colleague.personId)} ${mentionOf(house.aicha.personId)}`
  const { id, parts } = await say(house.aicha, text)
  expect(parts).toMatchObject([
    { text: 'Ask ' },
    { person: { name: 'Samuel' }, seesIt: true },
    { text: ' and ' },
    { person: { name: 'Colleague' }, seesIt: false },
    { text: ' ' },
    { person: { name: 'Aicha' }, seesIt: true },
  ])
  const told = (await events('outcome.commented')).find((e) => e.payload.commentId === id)
  expect(told?.payload.mentionedIds).toEqual([house.samuel.personId])
  expect(await refusal(say(house.aicha, mentionOf(randomUUID())))).toBe('not-found')
  await write(api.db, house.tenant.organizationId, (tx) =>
    tx.run(sql`UPDATE person SET status = 'erased', name = '' WHERE id = ${house.colleague.personId}::uuid`),
  )
  const named = (await list(house.claire)).comments.find((c) => c.id === id)
  expect(named?.parts[3]).toEqual({ kind: 'person', person: null, seesIt: false })
  await write(api.db, house.tenant.organizationId, (tx) =>
    tx.run(sql`UPDATE person SET status = 'active', name = 'Colleague' WHERE id = ${house.colleague.personId}::uuid`),
  )
})

test('sent twice it is one; one’s own is edited and says so, newly named people are told; another’s is not one’s to change', async () => {
  const id = randomUUID()
  await say(house.aicha, 'Once', id)
  await say(house.aicha, 'Once', id)
  expect((await list(house.aicha)).comments.filter((c) => c.id === id)).toHaveLength(1)
  expect(await refusal(say(house.claire, 'Mine now', id))).toBe('forbidden')
  const edited = await house.aicha.call.comments.edit.mutate({ id, text: `Once, ${mentionOf(house.claire.personId)}` })
  expect(edited.editedAt).not.toBeNull()
  expect((await events('outcome.comment-edited')).at(-1)?.payload).toMatchObject({ commentId: id, mentionedIds: [house.claire.personId] })
  expect(await refusal(house.claire.call.comments.edit.mutate({ id, text: 'x' }))).toBe('forbidden')
  expect(await refusal(house.colleague.call.comments.edit.mutate({ id, text: 'x' }))).toBe('not-found')
  expect((await list(house.claire)).comments.find((c) => c.id === id)?.text).toBeNull()
  expect(await refusal(say(house.aicha, 'x'.repeat(5001)))).toBe('text-too-long')
  expect(await refusal(say(house.aicha, ' \n '))).toBe('required')
})

test('removed, it comes back for ten minutes; then its words are nowhere, and never were in the event log', async () => {
  const word = `canary${randomUUID().slice(0, 8)}`
  const { id } = await say(house.aicha, `A ${word}`)
  const isThere = async () => (await list(house.claire)).comments.some((c) => c.id === id)
  await house.aicha.call.comments.remove.mutate({ id })
  expect(await isThere()).toBe(false)
  await house.aicha.call.comments.restore.mutate({ id })
  expect(await isThere()).toBe(true)
  await house.aicha.call.comments.remove.mutate({ id })
  const later = await contextOf(api, house.aicha, new Date(Date.now() + 11 * 60_000))
  await expect(restoreComment(later, { id })).rejects.toMatchObject({ code: 'undo-lapsed' })
  await eraseComments({ ...later, actor: { ...later.actor, kind: 'system' } })
  await expect(eraseComments(later)).rejects.toMatchObject({ code: 'forbidden' })
  for (const table of ['comment', 'event', 'outcome'])
    expect(
      await read(api.db, house.tenant.organizationId, (tx) => tx.rows(sql`SELECT FROM ${raw(table)} t WHERE t::text ILIKE ${`%${word}%`}`)),
    ).toEqual([])
})

test('the newest page first, the older ones on asking; comments are no entries of the history', async () => {
  const outcome = house.draft()
  await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  for (let n = 0; n < 23; n++) await house.aicha.call.comments.add.mutate({ id: randomUUID(), outcomeId: outcome.id, text: `Number ${n}` })
  const page = await house.claire.call.comments.list.query({ outcomeId: outcome.id })
  expect([page.comments.length, page.older]).toEqual([20, 3])
  const rest = await house.claire.call.comments.list.query({ outcomeId: outcome.id, cursor: page.comments[0]!.id })
  expect([...rest.comments, ...page.comments].map((c) => c.parts[0])).toEqual(
    Array.from({ length: 23 }, (_, n) => ({ kind: 'text', text: `Number ${n}` })),
  )
  expect(rest.older).toBe(0)
  expect((await house.claire.call.outcomes.history.query({ id: outcome.id })).entries).toHaveLength(1)
})

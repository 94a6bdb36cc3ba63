import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { type KudosRecord, maySeeKudos } from '@oeuvre/domain/recognition/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { restoreKudos } from './commands/remove-kudos.ts'

let api: Api
let house: House
let outcomeId: string
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
  outcomeId = await verified()
})
afterAll(() => api.stop())

/** Aicha's, with Jonas behind the scenes and Rolf thanked without a share. */
async function verified(): Promise<string> {
  const contributors = [
    { personId: house.aicha.personId, role: 'lead' as const, weight: 3 },
    { personId: house.jonas.personId, role: 'shadow' as const, weight: 1 },
    { personId: house.rolf.personId, role: 'support' as const, weight: 0 },
  ]
  const outcome = house.draft({ contributors })
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  return outcome.id
}

let said = 0
const words = () => `Sentence number ${'abcdefghijklmnopqrstuvwxyz'[said++]} about your shaft drawing.`
type Change = Partial<{ id: string; text: string; isPrivate: boolean; outcomeId: string }>
async function give(who: Someone, to: readonly Someone[], over: Change = {}): Promise<string> {
  const input = { id: randomUUID(), outcomeId, personIds: to.map((one) => one.personId), isPrivate: false, text: words(), ...over }
  return (await who.call.kudos.give.mutate(input)).id
}
const list = async (who: Someone, id = outcomeId) => (await who.call.kudos.list.query({ outcomeId: id })).kudos
const ids = async (who: Someone) => (await list(who)).map((one) => one.id)
const received = async (who: Someone, of: Someone = who) => (await who.call.kudos.ofPerson.query({ personId: of.personId })).kudos
const told = async (who: Someone) =>
  (await who.call.notifications.list.query({ kind: 'thanks' })).items.map((n) => [n.by?.name, n.outcome?.id])
async function later(): Promise<void> {
  await settled(api)
  await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'tell' AND state = 'created'`)
  await settled(api)
}

test('anyone thanks whoever is on the story, whatever their part; never themself, a stranger to it, in a formula, or copied', async () => {
  const { colleague, aicha, jonas, rolf, dora } = house
  const id = await give(colleague, [aicha, jonas, rolf])
  expect((await list(dora)).find((one) => one.id === id)).toMatchObject({
    writer: { name: 'Colleague' },
    people: [{ name: 'Aicha' }, { name: 'Jonas' }, { name: 'Rolf' }],
    isOwn: false,
  })
  const mayThank = async (who: Someone) => (await who.call.kudos.list.query({ outcomeId })).mayThank.map((one) => one.name)
  expect([await mayThank(aicha), await mayThank(colleague)]).toEqual([
    ['Jonas', 'Rolf'],
    ['Aicha', 'Jonas', 'Rolf'],
  ])
  expect(await refusals(give(aicha, [jonas, aicha]))).toEqual([{ code: 'self-thanks', field: 'personIds' }])
  expect(await refusal(give(colleague, [dora]))).toBe('thanks-not-of-story')
  expect(await refusal(give(colleague, [aicha, jonas], { isPrivate: true }))).toBe('private-to-one')
  expect(await refusal(give(colleague, [aicha], { text: 'Merci beaucoup 👏👏' }))).toBe('thanks-need-words')
  const text = words()
  await give(colleague, [aicha], { text })
  expect(await refusal(give(colleague, [jonas], { text: text.toUpperCase() }))).toBe('thanks-copied')
  // Sent twice it is one; under an id that is another's it is nothing.
  expect(await give(colleague, [aicha, jonas, rolf], { id })).toBe(id)
  expect(await refusal(give(dora, [aicha], { id }))).toBe('forbidden')
  // No answer of a list says how many thanks a story or a person has.
  expect(JSON.stringify(await colleague.call.outcomes.list.query({}))).not.toMatch(/kudos|thanks/iu)
})

test('who sees one: list, policy and statement agree, whoever asks; hidden by one whom it thanks it is theirs alone', async () => {
  const { colleague, aicha, jonas, rolf, dora, claire, executive, tenant } = house
  const open = await give(colleague, [aicha, jonas])
  const secret = await give(dora, [jonas], { isPrivate: true })
  await jonas.call.kudos.hide.mutate({ id: open, isHidden: true })
  expect(await refusal(claire.call.kudos.hide.mutate({ id: open, isHidden: true }))).toBe('not-found')
  expect(await refusal(jonas.call.kudos.hide.mutate({ id: secret, isHidden: true }))).toBe('forbidden')
  const records = await read(api.db, tenant.organizationId, (tx) =>
    tx.rows<KudosRecord & { readonly id: string }>(sql`
      SELECT k.id, k.writer_id AS "writerId", k.is_private AS "isPrivate", array_agg(x.person_id) AS "personIds", bool_or(x.hidden_at IS NOT NULL) AS "isHidden"
      FROM kudos k JOIN kudos_person x ON x.organization_id = k.organization_id AND x.kudos_id = k.id WHERE k.removed_at IS NULL GROUP BY k.organization_id, k.id`),
  )
  for (const who of [colleague, aicha, jonas, rolf, dora, claire, executive, house.samuel, tenant.administrator]) {
    const { actor } = await contextOf(api, who)
    const expected = records.filter((one) => maySeeKudos(actor, one)).map((one) => one.id)
    expect((await ids(who)).sort()).toEqual(expected.sort())
  }
  expect((await list(jonas)).find((one) => one.id === open)).toMatchObject({ isHidden: true, can: { hide: true } })
  expect((await list(colleague)).find((one) => one.id === open)).toMatchObject({ isHidden: false })
  await jonas.call.kudos.hide.mutate({ id: open, isHidden: false })
  expect(await ids(claire)).toContain(open)
})

test('it is told once undo has lapsed, to those thanked alone; taken away before, never; brought back, once', async () => {
  const { colleague, aicha, jonas, rolf, claire } = house
  await later()
  const before = (await told(rolf)).length
  const gone = await give(colleague, [rolf])
  await colleague.call.kudos.remove.mutate({ id: gone })
  const kept = await give(claire, [rolf], { isPrivate: true })
  await settled(api)
  expect((await told(rolf)).length).toBe(before)
  await later()
  expect((await told(rolf)).slice(0, -before || undefined)).toEqual([['Claire', outcomeId]])
  expect((await told(aicha)).every(([by]) => by !== 'Claire')).toBe(true)
  await colleague.call.kudos.restore.mutate({ id: gone })
  await claire.call.kudos.remove.mutate({ id: kept })
  await claire.call.kudos.restore.mutate({ id: kept })
  await later()
  await later()
  expect((await told(rolf)).length).toBe(before + 2)
  // For so long and no longer; nor another's.
  expect(await refusal(aicha.call.kudos.remove.mutate({ id: gone }))).toBe('forbidden')
  expect(await refusal(jonas.call.kudos.edit.mutate({ id: kept, text: words() }))).toBe('not-found')
  await colleague.call.kudos.remove.mutate({ id: gone })
  const late = { ...(await contextOf(api, colleague)), now: new Date(Date.now() + 11 * 60_000) }
  await expect(restoreKudos(late, { id: gone })).rejects.toMatchObject({ code: 'undo-lapsed' })
})

test('what is gathered on a person’s page is theirs until they share it, and then only what is open; a result that falls takes its thanks along', async () => {
  const { colleague, aicha, dora, claire, executive } = house
  outcomeId = await verified()
  const open = await give(colleague, [aicha])
  const secret = await give(dora, [aicha], { isPrivate: true })
  expect((await received(aicha)).map((one) => one.id).slice(0, 2)).toEqual([secret, open])
  for (const who of [claire, executive, house.tenant.administrator]) expect(await received(who, aicha)).toEqual([])
  const share = (input: { sharedWith: 'nobody' | 'person' | 'organization'; personId: string | null }) =>
    aicha.call.portfolio.share.mutate(input)
  await share({ sharedWith: 'person', personId: claire.personId })
  expect([(await received(claire, aicha)).some((one) => one.id === open), await received(executive, aicha)]).toEqual([true, []])
  expect(await claire.call.portfolio.sharing.query({ personId: aicha.personId })).toEqual({ isShown: true, sharedWith: null, person: null })
  await share({ sharedWith: 'organization', personId: null })
  const seen = (await received(executive, aicha)).map((one) => one.id)
  expect([seen.includes(open), seen.includes(secret)]).toEqual([true, false])
  await share({ sharedWith: 'nobody', personId: null })
  expect(await received(claire, aicha)).toEqual([])

  const { version } = await claire.call.outcomes.get.query({ id: outcomeId })
  await claire.call.review.reopen.mutate({
    ids: [{ id: outcomeId, version }],
    words: 'A figure was wrong.',
  })
  expect((await received(aicha)).map((one) => one.id)).not.toContain(open)
  expect(await refusal(give(dora, [aicha]))).toBe('state-changed')
  expect(await refusal(give(house.executive, [aicha]))).toBe('not-found')
})

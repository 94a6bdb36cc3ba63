import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, settled, startApi, testBaseUrl } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { buildApp } from '../../app.ts'
import { eraseNotices } from './commands/erase-notices.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const told = async (who: Someone, id: string) =>
  (await who.call.notifications.list.query({})).items.filter((n) => n.outcome?.id === id).map((n) => n.topic)

/** What was to wait ten minutes comes now. */
async function later(): Promise<void> {
  await settled(api)
  await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'tell' AND state = 'created'`)
  await settled(api)
}

/** Aicha logs it with Jonas behind the scenes. */
async function logged(over: Parameters<House['draft']>[0] = {}) {
  const { aicha, jonas } = house
  const outcome = house.draft({
    contributors: [
      { personId: aicha.personId, role: 'lead', weight: 1 },
      { personId: jonas.personId, role: 'shadow', weight: 0 },
    ],
    ...over,
  })
  const { version } = await aicha.call.outcomes.log.mutate({ outcome, version: null })
  await settled(api)
  return { outcome, id: outcome.id, version }
}

describe('who is told', () => {
  test('the ones named, and whoever it waits for; nobody of what they did themselves; nothing twice', async () => {
    const { id, outcome, version } = await logged()
    expect(await told(house.jonas, id)).toEqual(['named'])
    expect(await told(house.claire, id)).toEqual(['waiting'])
    expect(await told(house.aicha, id)).toEqual([])
    expect(await told(house.samuel, id)).toEqual([])

    const contributors = [...(outcome.contributors ?? []), { personId: house.colleague.personId, role: 'coach' as const, weight: 1 }]
    await house.aicha.call.outcomes.save.mutate({ outcome: { ...outcome, contributors }, version })
    await settled(api)
    expect(await told(house.colleague, id)).toEqual(['named'])
    expect(await told(house.jonas, id)).toEqual(['named'])

    await api.db.pool.query(`UPDATE pgboss.job SET state = 'retry', completed_on = NULL WHERE name = 'tell'`)
    await settled(api)
    expect(await told(house.jonas, id)).toEqual(['named'])
  })

  test('a decision once undo has lapsed, and not when it was undone', async () => {
    const { id, version } = await logged()
    const first = await house.claire.call.review.verify.mutate({ ids: [{ id, version }] })
    await settled(api)
    expect(await told(house.jonas, id)).toEqual(['named'])
    const undone = await house.claire.call.review.undo.mutate({ ids: [{ id, version: first.outcomes[0]!.version }] })
    await later()
    expect(await told(house.aicha, id)).toEqual([])

    await house.claire.call.review.verify.mutate({ ids: [{ id, version: undone.outcomes[0]!.version }] })
    await later()
    expect(await told(house.aicha, id)).toEqual(['verified'])
    expect(await told(house.jonas, id)).toEqual(['verified', 'named'])
    expect(await told(house.claire, id)).toEqual(['waiting'])
  })

  test('what is asked of the author, at once; what was taken back, of everybody concerned', async () => {
    const { id, version } = await logged()
    await house.claire.call.review.requestChanges.mutate({
      ids: [{ id, version }],
      words: 'Which month?',
      reasonId: house.reason('changes', 'date'),
    })
    await settled(api)
    const [notice] = (await house.aicha.call.notifications.list.query({ kind: 'question' })).items
    expect(notice).toMatchObject({
      topic: 'changes-requested',
      by: { name: 'Claire' },
      outcome: { id, title: 'Bronze bushings' },
      isRead: false,
    })
  })

  test('an administrator who gave themself a role: every other one', async () => {
    const second = await makeSomeone(api, house.tenant, 'Bert', { roles: ['administrator'] })
    await second.call.organizations.grantRole.mutate({ personId: second.personId, role: 'executive' })
    await settled(api)
    const [notice] = (await house.tenant.administrator.call.notifications.list.query({ kind: 'organization' })).items
    expect(notice).toMatchObject({ topic: 'role-granted', by: { name: 'Bert' }, outcome: null })
    expect((await second.call.notifications.list.query({})).items).toEqual([])
  })
})

describe('the inbox', () => {
  test('is read one by one and all at once, and unread again; what may no longer be seen is neither shown nor counted', async () => {
    const reader = await makeSomeone(api, house.tenant, 'Reader', {})
    const name = [
      { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
      { personId: reader.personId, role: 'support' as const, weight: 1 },
    ]
    const one = await logged({ contributors: name })
    const two = await logged({ contributors: name })
    expect(await reader.call.notifications.unread.query()).toEqual({ count: 2, isCapped: false })
    const { items } = await reader.call.notifications.list.query({ unread: true, limit: 1 })
    const rest = await reader.call.notifications.list.query({ unread: true, cursor: items[0]!.id })
    expect([...items, ...rest.items].map((n) => n.outcome?.id)).toEqual([two.id, one.id])
    const marked = await reader.call.notifications.markAll.mutate({ upTo: items[0]!.id })
    expect(marked.ids).toHaveLength(2)
    await reader.call.notifications.mark.mutate({ ids: marked.ids, isRead: false })
    expect((await reader.call.notifications.unread.query()).count).toBe(2)
    expect(await house.jonas.call.notifications.mark.mutate({ ids: marked.ids, isRead: true })).toEqual({ ids: [] })

    await house.aicha.call.outcomes.save.mutate({ outcome: { ...one.outcome, contributors: [name[0]!] }, version: one.version })
    expect((await reader.call.notifications.unread.query()).count).toBe(1)
    expect((await reader.call.notifications.list.query({})).items.map((n) => n.outcome?.id)).toEqual([two.id])

    const ctx = await contextOf(api, reader, new Date(Date.now() + 181 * 86_400_000))
    await eraseNotices(ctx)
    expect((await reader.call.notifications.list.query({})).items).toEqual([])
  })

  test('a kind that somebody does not want does not appear', async () => {
    const { colleague } = house
    const view = await colleague.call.notifications.savePreferences.mutate({ choices: { named: { app: false } } })
    expect(view.preferences.choices.named).toEqual({ app: false, mail: 'at-once' })
    await colleague.call.notifications.savePreferences.mutate({ choices: { named: { mail: 'weekly' } }, quiet: null })
    expect((await colleague.call.notifications.preferences.query()).preferences).toMatchObject({
      choices: { named: { app: false, mail: 'weekly' }, decision: { app: true } },
      quietFrom: null,
    })
    const { id } = await logged({
      contributors: [
        { personId: house.aicha.personId, role: 'lead', weight: 1 },
        { personId: colleague.personId, role: 'support', weight: 1 },
      ],
    })
    expect(await told(colleague, id)).toEqual([])
  })
})

/** The words of a stream as they come; null once it has ended. */
function listen(url: string, who: Someone) {
  const leaving = new AbortController()
  const words = (async function* () {
    const answer = await fetch(`${url}/api/o/${who.slug}/notices/stream`, {
      headers: { cookie: who.cookie, origin: testBaseUrl },
      signal: leaving.signal,
    })
    if (!answer.body) return
    let text = ''
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      text += part
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
        text = text.slice(end + 2)
        if (data) yield JSON.parse(data) as { id: string | null; unread: number }
      }
    }
  })()
  return { next: async () => (await words.next()).value ?? null, leave: () => leaving.abort() }
}

describe('live', () => {
  test('changed at one server, told at the other; a line that was cut says what it missed; it ends with the session', async () => {
    const other = await buildApp({ ...api.config, hasJobs: false })
    const url = await other.http.listen({ port: 0, host: '127.0.0.1' })
    const reader = await makeSomeone(api, house.tenant, 'Far Away', {})
    const contributors = [
      { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
      { personId: reader.personId, role: 'support' as const, weight: 1 },
    ]
    const stream = listen(url, reader)
    expect(await stream.next()).toEqual({ id: null, unread: 0, isCapped: false })
    await logged({ contributors })
    const word = await stream.next()
    expect(word).toMatchObject({ unread: 1 })
    expect((await reader.call.notifications.list.query({})).items[0]?.id).toBe(word?.id)

    await api.db.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'oeuvre-live'`)
    await logged({ contributors })
    for (let now = await stream.next(); now?.unread !== 2; now = await stream.next()) expect(now).not.toBeNull()

    await api.db.prisma.session.deleteMany({ where: { userId: reader.userId } })
    await logged({ contributors })
    expect(await stream.next()).toBeNull()
    await other.close()
  })
})

import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, client, refusal, settled, startApi } from '../../../test/harness.ts'
import { type Mailbox, openMailbox } from '../../../test/mailbox.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let box: Mailbox
const clock = { now: Date.parse('2026-11-20T10:00:00Z') }
const subject = 'Harland & Fils'
beforeAll(async () => {
  box = await openMailbox()
  api = await startApi({ hasJobs: true, mail: { url: box.url, from: 'Oeuvre <oeuvre@atelier.example>' } }, () => new Date(clock.now))
  house = await makeHouse(api)
  for (const [occurredOn, title] of [
    ['2026-03-14', `Bushings for ${subject}`],
    ['2025-05-02', 'Older'],
  ] as const) {
    const contributors = [
      { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
      { personId: house.jonas.personId, role: 'shadow' as const, weight: 0 },
    ]
    const skillId = house.vocabulary.skills.find((one) => one.code === 'selling')?.id ?? null
    const outcome = house.draft({ title, subject, occurredOn, contributors, skillId, evidence: [] })
    const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
    const thanks = { outcomeId: outcome.id, personIds: [house.jonas.personId] }
    const text = `${subject} still asks who drew the ${title}.`
    await house.dora.call.kudos.give.mutate({ ...thanks, id: randomUUID(), isPrivate: false, text })
    await house.rolf.call.kudos.give.mutate({
      ...thanks,
      id: randomUUID(),
      isPrivate: true,
      text: `Between us: the drawing of ${title} was yours.`,
    })
  }
})
afterAll(async () => {
  await api.stop()
  await box.close()
})

const get = (who: Someone, of: Someone, days: { from?: string; to?: string } = {}) =>
  who.call.portfolio.get.query({ personId: of.personId, ...days })

test('one’s part in each story over any days, with skills and open thanks; another’s only as they share it; a client withheld stands nowhere', async () => {
  const { jonas, claire, executive, colleague } = house
  const own = await get(jonas, jonas)
  expect(own.stories.map(({ title, client: named, role, skill, colleagues }) => [title, named, role, skill?.code, colleagues])).toEqual([
    [`Bushings for ${subject}`, subject, 'shadow', 'selling', ['Aicha']],
    ['Older', subject, 'shadow', 'selling', ['Aicha']],
  ])
  expect(own.thanks.map((one) => one.writer?.name)).toEqual(['Dora', 'Dora'])
  expect(own.trend).toBeNull()
  const year = await get(jonas, jonas, { from: '2026-01-01', to: '2026-12-31' })
  expect([year.stories.length, year.thanks.length]).toEqual([1, 1])
  for (const who of [claire, executive, house.rolf, house.tenant.administrator]) expect(await refusal(get(who, jonas))).toBe('not-found')

  await jonas.call.portfolio.share.mutate({ sharedWith: 'organization', personId: null })
  expect((await get(executive, jonas)).stories[0]?.client).toBe(subject)
  // Whoever may not know a client does not learn it here.
  expect((await get(colleague, jonas)).stories.map((one) => one.client)).toEqual([null, null])
  await jonas.call.portfolio.withholdClients.mutate({ isWithheld: true })
  for (const who of [jonas, executive]) expect(JSON.stringify(await get(who, jonas))).not.toContain('Harland')
  await jonas.call.portfolio.share.mutate({ sharedWith: 'nobody', personId: null })
  expect(await refusal(get(executive, jonas))).toBe('not-found')
  await jonas.call.portfolio.withholdClients.mutate({ isWithheld: false })
})

test('a trend is its owner’s alone, and only where the organization switched it on', async () => {
  const { jonas, executive, tenant } = house
  await tenant.administrator.call.recognition.saveSettings.mutate({ ownTrend: 'on' })
  await jonas.call.portfolio.share.mutate({ sharedWith: 'organization', personId: null })
  const { trend } = await get(jonas, jonas)
  expect(trend?.map((one) => [one.from, one.results])).toEqual([
    ['2025-01-01', 0],
    ['2025-04-01', 1],
    ['2025-07-01', 0],
    ['2025-10-01', 0],
    ['2026-01-01', 1],
    ['2026-04-01', 0],
    ['2026-07-01', 0],
    ['2026-10-01', 0],
  ])
  expect((await get(executive, jonas)).trend).toBeNull()
  await tenant.administrator.call.recognition.saveSettings.mutate({ ownTrend: 'ruled-out' })
  expect((await get(jonas, jonas)).trend).toBeNull()
})

test('on paper where the server prints; else it says so', async () => {
  const answer = await fetch(`${api.url}/api/o/${house.jonas.slug}/my-work.pdf`, { headers: { cookie: house.jonas.cookie } })
  expect(((await answer.json()) as { refusals: { code: string }[] }).refusals[0]?.code).toBe('printing-unavailable')
})

test('the link goes to the address that somebody gave before they left, once undo has lapsed, and the address is erased', async () => {
  const { administrator } = house.tenant
  const leave = async (who: Someone, address: string) => {
    await who.call.portfolio.saveLeavingAddress.mutate({ address })
    await administrator.call.people.end.mutate({ id: who.personId, leftOn: '2026-11-20' })
  }
  const lapse = async () => {
    await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail-work'`)
    await settled(api)
  }
  const stateOf = (who: Someone) => administrator.call.portfolio.leaving.query({ id: who.personId })
  const home = () => box.mails.filter(({ to }) => to.endsWith('@home.example'))
  const { dora, rolf, colleague } = house
  expect(await refusal(dora.call.portfolio.saveLeavingAddress.mutate({ address: 'dora at home' }))).toBe('email-invalid')
  await dora.call.portfolio.saveLeavingAddress.mutate({ address: 'old@home.example' })
  await dora.call.portfolio.saveLeavingAddress.mutate({ address: null })
  expect((await dora.call.portfolio.leavingAddress.query()).address).toBeNull()
  await leave(dora, 'Dora@Home.example')
  await leave(rolf, 'gone@home.example')
  await leave(colleague, 'back@home.example')
  await administrator.call.people.return.mutate({ id: colleague.personId })
  await settled(api)
  expect(await stateOf(dora)).toEqual({ willMail: true, mailed: null, expiresOn: null, isFetched: false })
  expect(home()).toEqual([])
  await lapse()
  expect(home().map(({ to }) => to)).toEqual(['dora@home.example'])
  expect(await stateOf(dora)).toEqual({ willMail: false, mailed: 'sent', expiresOn: '2026-12-20', isFetched: false })
  expect(await stateOf(rolf)).toMatchObject({ willMail: false, mailed: 'refused', expiresOn: null })
  expect(await refusal(stateOf(colleague))).toBe('not-found')
  const kept = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows(sql`SELECT leaving_address FROM portfolio WHERE leaving_address IS NOT NULL`),
  )
  expect(kept).toEqual([{ leaving_address: 'back@home.example' }])

  const token = /take-along#(\S+)/.exec(home()[0]!.part('text/plain'))?.[1] ?? ''
  const visitor = client(api, '', '')
  expect((await visitor.portfolio.fetch.mutate({ token })).owner.name).toBe('Dora')
  expect(await refusal(visitor.portfolio.fetch.mutate({ token }))).toBe('link-invalid')
  expect(await stateOf(dora)).toMatchObject({ isFetched: true })
  // Handed over meanwhile: nothing goes by mail.
  await administrator.call.people.end.mutate({ id: colleague.personId, leftOn: '2026-11-20' })
  const { token: handed } = await administrator.call.portfolio.makeLink.mutate({ id: colleague.personId })
  await lapse()
  expect(home()).toHaveLength(1)
  expect(await visitor.portfolio.openLink.mutate({ token: handed })).toMatchObject({ personName: 'Colleague' })
})

test('somebody who left fetches what is theirs once, within thirty days, with the newest link, and nobody who is still here', async () => {
  const { jonas, tenant } = house
  const { administrator } = tenant
  const visitor = client(api, '', '')
  const make = async () => (await administrator.call.portfolio.makeLink.mutate({ id: jonas.personId })).token
  expect(await refusal(make())).toBe('state-changed')
  await administrator.call.people.end.mutate({ id: jonas.personId, leftOn: '2026-11-20' })
  expect(await refusal(get(jonas, jonas))).not.toBe('none')
  const first = await make()
  clock.now += 31 * 86_400_000
  expect(await refusal(visitor.portfolio.openLink.mutate({ token: first }))).toBe('link-invalid')
  const second = await make()
  for (const token of [
    first,
    `${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`,
    'x',
    `${(await makeTenant(api)).organizationId}.${second.split('.')[1]}`,
  ])
    expect(await refusal(visitor.portfolio.fetch.mutate({ token }))).toBe('link-invalid')
  expect(await visitor.portfolio.openLink.mutate({ token: second })).toMatchObject({ personName: 'Jonas' })
  const taken = await visitor.portfolio.fetch.mutate({ token: second })
  expect([taken.stories.length, taken.stories[0]?.client, taken.thanks.length]).toEqual([2, subject, 2])
  expect(await refusal(visitor.portfolio.fetch.mutate({ token: second }))).toBe('link-invalid')
  expect(await refusal(make())).toBe('conflict')
  // Neither the secret nor a name stands in what is kept for good.
  const kept = await read(api.db, tenant.organizationId, (tx) =>
    tx.rows(sql`SELECT type, payload FROM event WHERE type LIKE 'portfolio.%' AND subject_id = ${jonas.personId}::uuid ORDER BY id`),
  )
  expect(kept).toEqual([
    { type: 'portfolio.link-made', payload: {} },
    { type: 'portfolio.link-made', payload: {} },
    { type: 'portfolio.fetched', payload: {} },
  ])
})

import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSomeone, makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, settled, startApi, testBaseUrl } from '../../../test/harness.ts'
import { type Mailbox, openMailbox } from '../../../test/mailbox.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { gatherMail } from './commands/gather-mail.ts'

let api: Api
let house: House
let box: Mailbox
/** A Wednesday noon in Paris: nobody sleeps. */
const noon = new Date('2026-11-18T11:00:00Z')
let clock = noon
beforeAll(async () => {
  box = await openMailbox()
  api = await startApi({ hasJobs: true, mail: { url: box.url, from: 'Oeuvre <oeuvre@atelier.example>' } }, () => clock)
  house = await makeHouse(api)
  await api.db.prisma.user.update({ where: { id: house.jonas.userId }, data: { language: 'fr' } })
})
afterAll(async () => {
  await api.stop()
  await box.close()
})
beforeEach(() => {
  clock = noon
})

async function emailOf(who: Someone): Promise<string> {
  return (await api.db.prisma.user.findUniqueOrThrow({ where: { id: who.userId } })).email
}
const mailsTo = async (who: Someone) => box.of(await emailOf(who))

async function name(who: Someone, over: Parameters<House['draft']>[0] = {}): Promise<string> {
  const outcome = house.draft({
    contributors: [
      { personId: house.aicha.personId, role: 'lead', weight: 1 },
      { personId: who.personId, role: 'shadow', weight: 0 },
    ],
    ...over,
  })
  await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await settled(api)
  return outcome.id
}

/** What the queue would do after its pause. */
async function afterPauses(): Promise<void> {
  await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE state IN ('created', 'retry') AND name IN ('tell', 'send-mail')`)
  await settled(api)
}
const gather = async () => {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  await gatherMail({ db: api.db, enqueue: api.deps.enqueue, actor, requestId: null, now: clock })
  await settled(api)
}
describe('a mail', () => {
  test('says in the reader’s language what happened, as text and as HTML, with one click to end it', async () => {
    const id = await name(house.jonas, { title: '<b>Bronze</b> & "bushings"' })
    const [mail, ...more] = await mailsTo(house.jonas)
    expect(more).toEqual([])
    expect(mail!.header('Content-Language')).toBe('fr')
    expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(mail!.header('Message-ID')).toMatch(/^<[0-9a-f-]{36}@localhost>$/)
    expect(mail!.part('text/plain')).toContain('Aicha vous cite dans «\u00a0<b>Bronze</b> & "bushings"\u00a0»')
    expect(mail!.part('text/plain')).toContain(`${testBaseUrl}/${house.tenant.slug}/outcomes/${id}`)
    expect(mail!.part('text/html')).toContain('&#60;b&#62;Bronze&#60;/b&#62; &#38;')
    expect(mail!.part('text/html')).not.toContain('<b>')

    const address = /<(.*)>/.exec(mail!.header('List-Unsubscribe'))![1]!.replace(testBaseUrl, api.url)
    const token = address.split('/').at(-1)!
    expect(await house.claire.call.notifications.mailLink.query({ token })).toMatchObject({ cadence: 'at-once', kinds: ['named'] })
    expect((await fetch(address, { redirect: 'manual' })).headers.get('location')).toBe(`/unsubscribe/${token}`)
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
    for (const _ of ['once', 'again']) expect((await fetch(address, oneClick)).status).toBe(204)
    expect((await fetch(`${address.slice(0, -1)}x`, oneClick)).status).toBe(400)
    expect((await house.jonas.call.notifications.preferences.query()).preferences.choices).toMatchObject({
      named: { app: true, mail: 'never' },
      decision: { mail: 'at-once' },
    })
    await name(house.jonas)
    expect(await mailsTo(house.jonas)).toHaveLength(1)
  })

  test('one for all that a command did; none of what was read, or of what may no longer be seen', async () => {
    const ids = [await name(house.colleague), await name(house.colleague)]
    const before = (await mailsTo(house.colleague)).length
    expect(before).toBe(2)
    const { outcomes } = await house.claire.call.review.verify.mutate({ ids: ids.map((id) => ({ id, version: 1 })) })
    await afterPauses()
    const [, , decided, ...more] = await mailsTo(house.colleague)
    expect(more).toEqual([])
    expect(decided!.part('text/plain').match(/verified “Bronze bushings”/g)).toHaveLength(2)
    expect(outcomes).toHaveLength(2)
  })
})

describe('a mail server', () => {
  test('that is down for an hour: tried again after growing pauses, delivered once', async () => {
    const reader = await makeSomeone(api, house.tenant, 'Patient')
    await box.close()
    await name(reader)
    const pauses: number[] = []
    for (let n = 0; n < 4; n++) {
      await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'send-mail' AND state IN ('created', 'retry')`)
      const tried = async () =>
        (
          await api.db.pool.query<{ pause: number }>(
            `SELECT extract(epoch FROM start_after - now())::float8 AS pause FROM pgboss.job WHERE name = 'send-mail' AND state = 'retry' AND retry_count = $1 AND start_after > now() + interval '5 seconds'`,
            [n + 1],
          )
        ).rows[0]?.pause
      let pause = await tried()
      while (pause === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 30))
        pause = await tried()
      }
      pauses.push(pause)
    }
    expect(pauses[3]).toBeGreaterThan(pauses[0]! * 3)
    expect(await mailsTo(reader)).toEqual([])
    await box.open()
    await afterPauses()
    expect(await mailsTo(reader)).toHaveLength(1)
    await afterPauses()
    expect(await mailsTo(reader)).toHaveLength(1)
  })

  test('that says "later" is asked again; an address that it refuses is not; what may have arrived is not sent twice', async () => {
    const [later, gone, mute] = [
      await makeSomeone(api, house.tenant, 'Later'),
      await makeSomeone(api, house.tenant, 'Gone'),
      await makeSomeone(api, house.tenant, 'Mute'),
    ]
    await api.db.prisma.user.update({ where: { id: gone.userId }, data: { email: `gone-${gone.personId}@x.example` } })
    box.refuse(true)
    await name(later)
    box.refuse(false)
    await afterPauses()
    expect(await mailsTo(later)).toHaveLength(1)

    await name(gone)
    expect(await mailsTo(gone)).toEqual([])

    box.mute(true)
    await name(mute)
    box.mute(false)
    await box.open()
    await afterPauses()
    expect(await mailsTo(mute)).toHaveLength(1)
    await settled(api) // and nothing came to nothing
  })
})

describe('the clock', () => {
  test('in quiet hours mail waits for the morning, and goes out once whatever the clock does', async () => {
    const reader = await makeSomeone(api, house.tenant, 'Sleeper')
    clock = new Date('2026-11-18T22:30:00Z')
    await name(reader)
    expect(await mailsTo(reader)).toEqual([])
    await afterPauses() // too early: still night
    expect(await mailsTo(reader)).toEqual([])
    clock = new Date('2026-11-19T06:00:30Z')
    await afterPauses()
    expect(await mailsTo(reader)).toHaveLength(1)
    for (const jump of ['2026-11-17T11:00:00Z', '2027-03-01T11:00:00Z', '2026-11-19T09:00:00Z']) {
      clock = new Date(jump)
      await gather()
      await afterPauses()
    }
    expect(await mailsTo(reader)).toHaveLength(1)
  })

  test('the mail of the day and of the week gathers what was chosen so, once, and says what waits', async () => {
    const { claire } = house
    const reader = await makeSomeone(api, house.tenant, 'Gatherer')
    await reader.call.notifications.savePreferences.mutate({
      choices: { named: { mail: 'daily' }, decision: { mail: 'weekly' } },
      digestDay: 4,
    })
    const ids = [await name(reader, { title: 'First' }), await name(reader, { title: 'Second' })]
    await claire.call.review.verify.mutate({ ids: ids.map((id) => ({ id, version: 1 })) })
    await afterPauses()
    expect(await mailsTo(reader)).toEqual([])
    clock = new Date('2026-11-19T08:00:00Z')
    await gather()
    await gather()
    const [one, two, ...more] = await mailsTo(reader)
    expect(more).toEqual([])
    const texts = [one!, two!].map((mail) => mail.part('text/plain'))
    expect(texts.some((text) => text.includes('names you in “First”') && text.includes('names you in “Second”'))).toBe(true)
    expect(texts.some((text) => text.includes('verified “First”') && !text.includes('names you'))).toBe(true)

    const waiting = (await mailsTo(claire)).length
    clock = new Date('2026-11-23T08:00:00Z')
    await gather()
    await gather()
    const letters = (await mailsTo(claire)).slice(waiting)
    expect(letters.map((mail) => mail.header('Subject'))).toEqual([`Your week at ${house.tenant.slug.toUpperCase()}`])
    expect(letters[0]!.part('text/plain')).toContain('to review')
  })
})

describe('the letter of the month', () => {
  /** Told by Aicha, chosen by Samuel, agreed to; on stage since that day. */
  async function onStage(title: string, day: string): Promise<string> {
    const { aicha, claire, samuel, tenant } = house
    const outcome = house.draft({ title })
    await aicha.call.outcomes.log.mutate({ outcome, version: null })
    await claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 1 }] })
    const { today } = await samuel.call.stage.front.query()
    const said = { reason: 'Worth it.', quote: '', needed: '', learnt: '', thanks: '', isClientWithheld: false, clientAs: '' }
    const { id } = await samuel.call.stage.choose.mutate({
      id: randomUUID(),
      outcomeId: outcome.id,
      ...said,
      from: today,
      until: null,
      isLead: false,
    })
    await aicha.call.stage.answer.mutate({ id, answer: 'named' })
    await write(api.db, tenant.organizationId, (tx) => tx.run(sql`UPDATE stage_story SET from_day = ${day}::date WHERE id = ${id}::uuid`))
    return id
  }

  test('tells the stories of the month that ended, on the first working morning, once, until somebody ends it', async () => {
    const { jonas, colleague } = house
    await colleague.call.notifications.savePreferences.mutate({ isStageOn: false })
    const october = await onStage('The pump that sang', '2026-10-31')
    await onStage('Too new to be told', '2026-11-02')
    const letters = async (who: Someone) => (await mailsTo(who)).filter((mail) => /À la une en|On stage in/.test(mail.part('text/plain')))
    const at = async (time: string) => {
      clock = new Date(time)
      await gather()
      await afterPauses()
      return (await letters(jonas)).length
    }
    // The first is a Sunday; in Paris it is eight on Monday at seven.
    expect([await at('2026-11-02T06:50:00Z'), await at('2026-11-02T07:10:00Z'), await at('2026-11-02T07:20:00Z')]).toEqual([0, 1, 1])
    const [letter] = await letters(jonas)
    expect(letter!.part('text/plain')).toContain('À la une en octobre 2026')
    expect(letter!.part('text/plain')).toContain('The pump that sang')
    expect(letter!.part('text/plain')).toContain(`${testBaseUrl}/${house.tenant.slug}/stage/${october}`)
    expect(letter!.part('text/plain')).not.toContain('Too new')
    expect(await letters(colleague)).toEqual([])

    const address = /<(.*)>/.exec(letter!.header('List-Unsubscribe'))![1]!.replace(testBaseUrl, api.url)
    expect((await fetch(address, { method: 'POST' })).status).toBe(204)
    expect((await jonas.call.notifications.preferences.query()).preferences.isStageOn).toBe(false)
    expect(await at('2026-12-01T09:00:00Z')).toBe(1)
  })
})

test('without a mail server nobody is promised one', async () => {
  const silent = await startApi()
  const { administrator } = await makeTenant(silent)
  expect((await administrator.call.notifications.preferences.query()).email).toBeNull()
  expect(await refusal(administrator.call.notifications.mailLink.query({ token: 'none' }))).toBe('link-invalid')
  await silent.stop()
})

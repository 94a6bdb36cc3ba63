import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, settled, startApi, testBaseUrl } from '../../../test/harness.ts'
import { type Mailbox, openMailbox } from '../../../test/mailbox.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { planReports } from './commands/plan-reports.ts'

let api: Api
let house: House
let box: Mailbox
/** March 2026 is still running in Paris. */
const march = new Date('2026-03-20T12:00:00Z')
/** Eight in the morning of Wednesday, 1 April. */
const morning = new Date('2026-04-01T06:00:00Z')
let clock = march
beforeAll(async () => {
  box = await openMailbox()
  api = await startApi({ hasJobs: true, mail: { url: box.url, from: 'Oeuvre <oeuvre@atelier.example>' } }, () => clock)
  house = await makeHouse(api)
  const outcome = house.draft()
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  await api.db.prisma.user.update({ where: { id: house.executive.userId }, data: { language: 'fr' } })
})
afterAll(async () => {
  await api.stop()
  await box.close()
})

async function reportsTo(who: Someone) {
  const { email } = await api.db.prisma.user.findUniqueOrThrow({ where: { id: who.userId } })
  return box.of(email).filter((mail) => mail.header('Message-ID').startsWith('<report-'))
}
async function plan(at: Date): Promise<number> {
  clock = at
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  const planned = await planReports({ db: api.db, enqueue: api.deps.enqueue, actor, requestId: null, now: at })
  await settled(api)
  return planned
}
const schedule = async (who: Someone, recipients: readonly Someone[], over: object = {}) => {
  const id = randomUUID()
  const asked = {
    id,
    cadence: 'month' as const,
    paper: 'a4' as const,
    filter: {},
    recipients: recipients.map((one) => one.personId),
    ...over,
  }
  await who.call.reports.saveSchedule.mutate(asked)
  return id
}
const lastOf = async (who: Someone, id: string) => {
  const { schedules } = await who.call.reports.schedules.query()
  return Object.fromEntries(schedules.find((one) => one.id === id)?.recipients.map(({ name, last }) => [name, last?.state ?? null]) ?? [])
}

test('the month that ended goes to each, with their own rights, in their language, once', async () => {
  clock = march
  const { executive, samuel, rolf, jonas } = house
  const id = await schedule(executive, [executive, samuel, rolf, jonas])
  expect(await plan(new Date('2026-04-01T05:59:00Z'))).toBe(0)
  expect(await plan(morning)).toBe(4)
  // The clock may jump: what was sent for March is not sent again.
  for (const jump of [morning, new Date('2026-03-31T22:30:00Z'), new Date('2026-04-20T09:00:00Z')]) expect(await plan(jump)).toBe(0)

  const [mail, ...more] = await reportsTo(executive)
  expect(more).toEqual([])
  expect(mail!.header('Content-Language')).toBe('fr')
  const text = mail!.part('text/plain')
  expect(text).toMatch(/En mars\s2026, 1 personne de 1 équipe a apporté 1 résultat vérifié, pour 64\sk€\./)
  expect(text).toContain(`${testBaseUrl}/${house.tenant.slug}/impact?period=month%3A2026-03`)
  expect(mail!.part('application/pdf')).toBe('') // this server has no browser

  // Samuel manages the lead's team, Rolf another; Jonas may not open the page at all.
  expect((await reportsTo(samuel))[0]!.part('text/plain')).toContain('1 person in 1 team brought 1 verified result worth €64k')
  expect((await reportsTo(rolf))[0]!.part('text/plain')).toContain('No verified result in this period.')
  expect(await reportsTo(jonas)).toEqual([])
  expect(await lastOf(executive, id)).toEqual({ Eve: 'sent', Samuel: 'sent', Rolf: 'sent', Jonas: 'no-right' })
  // A recipient sees themself, not the others.
  expect(await lastOf(samuel, id)).toEqual({ Samuel: 'sent' })
  await executive.call.reports.removeSchedule.mutate({ id })
})

test('one click under it ends it for that reader alone; a pause sends nothing, not even afterwards', async () => {
  clock = march
  const [first, second] = [await makeSomeone(api, house.tenant, 'First', { roles: ['executive'] }), house.dora]
  const id = await schedule(first, [first, second])
  await plan(morning)
  const [mail] = await reportsTo(first)
  const address = /<(.*)>/.exec(mail!.header('List-Unsubscribe'))![1]!.replace(testBaseUrl, api.url)
  const token = address.split('/').at(-1)!
  expect(await first.call.reports.mailLink.query({ token })).toEqual({
    cadence: 'month',
    organizationName: house.tenant.slug.toUpperCase(),
  })
  const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }
  for (const _ of ['once', 'again']) expect((await fetch(address, oneClick)).status).toBe(204)
  expect((await fetch(`${address.slice(0, -1)}x`, oneClick)).status).toBe(400)
  await plan(new Date('2026-05-01T09:00:00Z')) // a Friday, and no holiday is set
  expect(await reportsTo(first)).toHaveLength(1)
  expect(await reportsTo(second)).toHaveLength(2)

  await first.call.reports.pauseSchedule.mutate({ id, isPaused: true })
  expect(await plan(new Date('2026-06-01T09:00:00Z'))).toBe(0)
  await first.call.reports.pauseSchedule.mutate({ id, isPaused: false })
  expect(await plan(new Date('2026-06-01T09:30:00Z'))).toBe(0)
  expect(await plan(new Date('2026-07-01T09:30:00Z'))).toBe(1)
  expect(await reportsTo(second)).toHaveLength(3)
  await first.call.reports.removeSchedule.mutate({ id })
})

test('others are named by executives alone; what is out of sight is not sent for; another’s is not found', async () => {
  clock = march
  const { samuel, rolf, executive } = house
  expect(await refusal(schedule(samuel, [rolf]))).toBe('forbidden')
  expect(await refusal(schedule(samuel, [samuel], { filter: { team: house.teams.research } }))).toBe('not-found')
  const id = await schedule(samuel, [samuel], { cadence: 'quarter' })
  expect(await refusal(executive.call.reports.pauseSchedule.mutate({ id, isPaused: true }))).toBe('not-found')
  expect(await refusal(schedule(executive, [executive], { id }))).toBe('not-found')
})

test('quarters are those of the fiscal year, and the mail says so', async () => {
  clock = march
  await house.tenant.administrator.call.organizations.saveSettings.mutate({ fiscalYearStartMonth: 2 })
  const reader = await makeSomeone(api, house.tenant, 'Fiscal', { roles: ['executive'] })
  const id = await schedule(reader, [reader], { cadence: 'quarter' })
  await plan(morning)
  expect(await reportsTo(reader)).toEqual([])
  await plan(new Date('2026-05-01T09:00:00Z'))
  const [mail, ...more] = await reportsTo(reader)
  expect(more).toEqual([])
  expect(mail!.part('text/plain')).toContain('In the first quarter of fiscal year 2027 1 person in 1 team brought 1 verified result')
  expect(mail!.part('text/plain')).toContain('impact?period=fiscal-quarter%3A2027-Q1')
  const page = await reader.call.impact.page.query({ period: 'fiscal-quarter:2027-Q1' })
  expect([page.period, page.compared]).toMatchObject([
    { from: '2026-02-01', to: '2026-04-30' },
    { from: '2025-11-01', to: '2026-01-31' },
  ])
  await reader.call.reports.removeSchedule.mutate({ id })
})

import { randomUUID } from 'node:crypto'
import { newestVerified } from '@oeuvre/domain/outcomes/filter/schema'
import type { ReportAsked } from '@oeuvre/domain/reports/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { download } from '../../../test/uploads.ts'
import { eraseReports } from './commands/erase-reports.ts'
import { printPage } from './commands/print-page.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
  const outcome = house.draft()
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
})
afterAll(() => api.stop())

async function ask(who: Someone, asked: ReportAsked): Promise<string> {
  const id = randomUUID()
  for (const _ of ['once', 'again']) await who.call.reports.create.mutate({ id, language: 'en', asked })
  await settled(api)
  return id
}
async function fetchFile(who: Someone, id: string) {
  const answer = await fetch(`${api.url}/api/o/${who.slug}/reports/${id}/file`, { headers: { cookie: who.cookie } })
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString() }
}
const own = async (who: Someone, id: string) => (await who.call.reports.list.query()).reports.find((one) => one.id === id)

test('in the background a file is what the export says at once, for whoever asked and nobody else', async () => {
  const { samuel, executive } = house
  for (const [kind, path] of [
    ['outcomes-csv', 'outcomes.csv?from=2026-03-01'],
    ['credits-csv', 'credits.csv?from=2026-03-01'],
  ] as const) {
    const id = await ask(samuel, { kind, filter: { from: '2026-03-01' } })
    expect(await own(samuel, id)).toMatchObject({ state: 'done', rowsDone: 1, errorCode: null })
    const [file, atOnce] = [await fetchFile(samuel, id), await download(api, samuel, path)]
    expect(file.text.replace(/^\uFEFF/, '')).toBe(atOnce.text.replace(/^\uFEFF/, ''))
    expect(file.text).toContain('Aicha')
    expect((await fetchFile(executive, id)).status).toBe(404)
    expect(await refusal(executive.call.reports.remove.mutate({ id }))).toBe('not-found')
  }
})

test('what came to nothing says why, and is made again', async () => {
  const id = await ask(house.samuel, { kind: 'outcomes-csv', filter: { team: house.teams.research } })
  const outside = await ask(house.samuel, { kind: 'outcomes-csv', filter: { team: randomUUID() } })
  expect(await own(house.samuel, id)).toMatchObject({ state: 'done' })
  expect(await own(house.samuel, outside)).toMatchObject({ state: 'failed', errorCode: 'not-found' })
  await house.samuel.call.reports.retry.mutate({ id: outside })
  await settled(api)
  expect(await own(house.samuel, outside)).toMatchObject({ state: 'failed' })
  expect(await refusal(house.samuel.call.reports.retry.mutate({ id }))).toBe('not-found')
})

test('the page on paper is for those who may open it, and only where there is a browser', async () => {
  const asked = { kind: 'impact-pdf' as const, filter: {}, paper: 'a4' as const }
  const create = (who: Someone) => refusal(who.call.reports.create.mutate({ id: randomUUID(), language: 'en', asked }))
  expect(await create(house.aicha)).toBe('forbidden')
  expect(await create(house.executive)).toBe('printing-unavailable')
  expect(await house.executive.call.reports.means.query()).toEqual({ canPrint: false, canMail: false })
})

test('a token opens its page once, within five minutes, with the rights of its person; not a made-up one', async () => {
  const { organizationId, slug } = house.tenant
  /** What the browser would be sent to. */
  const addressOf = async (who: Someone, now = new Date()) => {
    let address = ''
    const printer = {
      async print(request: { readonly address: string }) {
        address = request.address
        return new Uint8Array()
      },
    }
    const filter = { period: 'month:2026-03' }
    const ctx = { db: api.db, printer, ownUrl: () => api.url, now }
    await printPage(ctx, { organizationId, slug, personId: who.personId, filter, paper: 'letter', language: 'fr' })
    return new URL(address)
  }
  const anybody = house.aicha.call.reports.print
  const tokenOf = ({ hash }: URL) => hash.replace('#print=', '')
  const address = await addressOf(house.samuel)
  expect(`${address.origin}${address.pathname}${address.search}`).toBe(
    `${api.url}/${slug}/print/impact?period=month%3A2026-03&paper=letter`,
  )
  const token = tokenOf(address)
  const view = await anybody.query({ token })
  expect(view).toMatchObject({ language: 'fr', filter: { period: 'month:2026-03' }, shell: { person: { id: house.samuel.personId } } })
  expect(view.page).toMatchObject({ scope: 'reach', headline: { now: { outcomes: 1 } } })
  expect(view.page).toEqual({ ...(await house.samuel.call.impact.page.query({ period: 'month:2026-03' })) })
  expect(await refusal(anybody.query({ token }))).toBe('link-invalid')
  const late = await addressOf(house.samuel, new Date(Date.now() - 5 * 60_000 - 1))
  expect(await refusal(anybody.query({ token: tokenOf(late) }))).toBe('link-invalid')
  expect(await refusal(anybody.query({ token: tokenOf(await addressOf(house.aicha)) }))).toBe('link-invalid')
  expect(await refusal(anybody.query({ token: `${token.slice(0, -1)}x` }))).toBe('link-invalid')
  // Paper shows all that the page shows: what was reported of the period to whoever reports, and the newest stories.
  await house.executive.call.impact.close.mutate({ from: '2026-03-01', to: '2026-03-31', note: 'Board of April' })
  const asExecutive = await anybody.query({ token: tokenOf(await addressOf(house.executive)) })
  expect(asExecutive.newest?.items).toEqual((await house.executive.call.outcomes.list.query(newestVerified)).items)
  expect(asExecutive.newest?.items).toHaveLength(1)
  expect(asExecutive.reported).toMatchObject({
    closings: { closings: [{ note: 'Board of April' }] },
    restatements: { now: { resultsBp: '10000' }, restated: { resultsBp: '0' } },
  })
  expect(view).toMatchObject({ reported: null, newest: { items: [{}] } })
  const kept = await api.db.pool.query(`SELECT count(*)::int AS n FROM print_token`)
  expect(kept.rows).toEqual([{ n: 0 }]) // seen from outside of any organization: nothing at all
})

test('after thirty days a file is gone, its bytes too', async () => {
  const id = await ask(house.colleague, { kind: 'outcomes-csv', filter: { from: '2026-03-02' } })
  const later = async (days: number) => {
    const ctx = await contextOf(api, house.colleague, new Date(Date.now() + days * 86_400_000))
    return eraseReports({ ...ctx, actor: { ...ctx.actor, kind: 'system' }, filesDir: api.config.filesDir })
  }
  await later(29)
  expect((await fetchFile(house.colleague, id)).status).toBe(200)
  expect((await later(31)).erased).toBeGreaterThan(0)
  expect((await fetchFile(house.colleague, id)).status).toBe(404)
})

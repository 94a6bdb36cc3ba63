import { figureParts } from '@oeuvre/domain/impact/files/schema'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, makeTeam, type Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let formula: Someone
const period = 'month:2026-03'
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
  formula = await makeSomeone(api, house.tenant, 'Foe', {
    teamId: await makeTeam(api, house.tenant, '=HYPERLINK("x")', house.teams.export),
  })
  const contributors = [house.aicha, house.jonas, formula].map(({ personId }, at) => ({
    personId,
    role: at === 0 ? ('lead' as const) : ('support' as const),
    weight: at === 0 ? 2 : 1,
  }))
  for (const over of [{ contributors }, { value: { amount: '0.07', currency: 'EUR', decimalMark: '.' as const } }, { value: null }]) {
    const outcome = house.draft(over)
    const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  }
})
afterAll(() => api.stop())

async function fileOf(who: Someone, part: string, more = '') {
  const answer = await fetch(`${api.url}/api/o/${who.slug}/impact/figures.csv?part=${part}&period=${period}${more}`, {
    headers: { cookie: who.cookie },
  })
  const text = await answer.text()
  const rows: Record<string, string>[] = answer.status === 200 ? parse(text, { bom: true, columns: true }) : []
  return { status: answer.status, name: answer.headers.get('content-disposition') ?? '', rows }
}
const euros = (minor: string) => (Number(minor) / 100).toFixed(2)

test('each part is the page’s own answer, exact, under stable heads, with its period and the entry of the ledger', async () => {
  const page = await house.executive.call.impact.page.query({ period })
  for (const part of figureParts) {
    const { status, name, rows } = await fileOf(house.executive, part)
    expect(status, part).toBe(200)
    expect(name).toBe(`attachment; filename="impact-${part}-2026-03-01-2026-03-31-v${page.ledgerVersion}.csv"`)
    for (const row of rows) expect(row).toMatchObject({ period, period_to: '2026-03-31', as_of: '', ledger_version: page.ledgerVersion })
  }
  const { rows: head } = await fileOf(house.executive, 'headline')
  const of = (figure: string) => head.find((row) => row.figure === figure)
  expect(of('results')).toMatchObject({ now: '3.0000', before: '0.0000' })
  expect(of('value')).toMatchObject({ now: euros(page.headline.now.valueMinor), unit: 'EUR' })
  const { rows: teams } = await fileOf(house.executive, 'teams')
  expect(teams.map((row) => [row.team_id, row.results, row.value])).toEqual(
    page.teams.map((row) => [row.teamId ?? '', (Number(row.resultsBp) / 10_000).toFixed(4), euros(row.valueMinor)]),
  )
  expect(teams.map((row) => row.team)).toContain('\'=HYPERLINK("x")')
  const { rows: time } = await fileOf(house.executive, 'over-time', '&grain=day&by=none')
  expect(time.filter((row) => row.is_in_period === 'true')).toHaveLength(31)
  expect(time.reduce((sum, row) => sum + Number(row.results), 0)).toBe(3)
})

test('nobody is named where few made much, and a manager’s file ends where their page does', async () => {
  const { rows } = await fileOf(house.executive, 'concentration')
  expect(JSON.stringify(rows)).not.toMatch(/Aicha|Jonas|Foe/)
  expect(rows[0]).toMatchObject({ is_suppressed: 'true' }) // three people are fewer than five
  const { rows: mine } = await fileOf(house.rolf, 'headline')
  expect(mine.find((row) => row.figure === 'results')).toMatchObject({ now: '0.2500', scope: 'reach' })
  expect((await fileOf(house.rolf, 'headline', `&team=${house.teams.export}`)).status).toBe(404)
  expect((await fileOf(house.rolf, 'everything')).status).toBe(400)
})

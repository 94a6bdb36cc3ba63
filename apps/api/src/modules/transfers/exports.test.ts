import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { importFile } from '../../../test/imports.ts'
import { download } from '../../../test/uploads.ts'

let api: Api
let tenant: Tenant
let manager: Someone
let lead: Someone
let stranger: Someone
const day = '2024-03-05'

async function log(who: Someone, title: string, subject: string, amount: string) {
  const { types, channels } = await who.call.outcomes.vocabulary.query()
  const id = crypto.randomUUID()
  const outcome = {
    id,
    typeId: types.find(({ code }) => code === 'client-won')!.id,
    title,
    subject,
    occurredOn: day,
    value: { amount, currency: 'EUR', decimalMark: '.' as const },
    channels: [{ channelId: channels.find(({ code }) => code === 'phone')!.id }],
    contributors: [
      { personId: who.personId, role: 'lead' as const, weight: 1 },
      { personId: stranger.personId, role: 'support' as const, weight: 1 },
    ],
  }
  const saved = await who.call.outcomes.log.mutate({ outcome, version: null })
  return { id, version: saved.version }
}

beforeAll(async () => {
  api = await startApi()
  tenant = await makeTenant(api)
  const team = await makeTeam(api, tenant, 'Export')
  const elsewhere = await makeTeam(api, tenant, 'Elsewhere')
  manager = await makeSomeone(api, tenant, 'Mona Manager', { manages: [team] })
  lead = await makeSomeone(api, tenant, '=Lea Lead', { teamId: team })
  stranger = await makeSomeone(api, tenant, 'Sam "Stranger"', { teamId: elsewhere })
  await makePerson(api, tenant, 'Nobody')
  const first = await log(lead, '=1+1', '@client', '1234.50')
  await log(lead, 'waits', 'Acme', '5')
  await manager.call.review.verify.mutate({ ids: [first] })
})
afterAll(() => api.stop())

async function rows(who: Someone, path: string): Promise<Record<string, string>[]> {
  const { status, text } = await download(api, who, path)
  if (status !== 200) throw new Error(text)
  return parse(text, { bom: true, columns: true })
}

describe('outcomes', () => {
  test('exactly the rows of the list, safe for a spreadsheet, with ids and ISO dates', async () => {
    const found = await rows(lead, 'outcomes.csv?sort=earliest&state=verified')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      stage: 'client-won',
      title: "'=1+1",
      subject: "'@client",
      occurred_on: day,
      value: '1234.50',
      currency: 'EUR',
      channels: '["phone"]',
      lead_name: "'=Lea Lead",
      lead_id: lead.personId,
      other_contributors: '["Sam \\"Stranger\\""]',
      contributor_basis_points: '[5000,5000]',
      side: 'conventional',
    })
    expect((await rows(lead, 'outcomes.csv?state=submitted')).map(({ title, stage }) => [title, stage])).toEqual([
      ['waits', 'client-won (submitted)'],
    ])
    const filter = { from: day, to: day }
    const [listed, exported] = [await lead.call.outcomes.list.query(filter), await rows(lead, `outcomes.csv?from=${day}&to=${day}`)]
    expect(exported.map((row) => row['oeuvre:outcome_id'])).toEqual(listed.items.map(({ id }) => id))
    expect(await rows(lead, 'outcomes.csv?from=2025-01-01')).toEqual([])
  })

  test('what a reader may not see is not there: rows, values, clients', async () => {
    const outsider = await makeSomeone(api, tenant, 'Olga Outsider')
    const found = await rows(outsider, 'outcomes.csv')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ title: "'=1+1", subject: '', value: '', currency: '', evidence: '' })
  })

  test('a filter that cannot be read is refused, and so is one beyond the border', async () => {
    expect((await download(api, lead, 'outcomes.csv?from=yesterday')).status).toBe(400)
    expect((await download(api, lead, `outcomes.csv?team=${crypto.randomUUID()}`)).status).toBe(404)
  })
})

describe('credits', () => {
  test('one’s own; those of people in reach; all for an executive', async () => {
    const executive = await makeSomeone(api, tenant, 'Eve Executive', { roles: ['executive'] })
    const people = async (who: Someone, query = '') =>
      (await rows(who, `credits.csv${query}`)).map(({ person, results, value }) => [person, results, value])
    const [mine, theirs] = [
      ["'=Lea Lead", '0.5000', '617.25'],
      ['Sam "Stranger"', '0.5000', '617.25'],
    ]
    expect(await people(lead)).toEqual([mine])
    expect(await people(manager)).toEqual([mine])
    expect((await people(executive)).sort()).toEqual([mine, theirs])
    expect(await people(executive, `?person=${stranger.personId}`)).toEqual([theirs])
    expect(await people(executive, `?person=${stranger.personId}&rung=4`)).toEqual([theirs])
    expect(await people(executive, '?rung=5')).toEqual([])
    expect(await people(executive, `?skill=${crypto.randomUUID()}`)).toEqual([])
    expect(await people(tenant.administrator)).toEqual([])
    expect((await download(api, manager, `credits.csv?person=${stranger.personId}`)).status).toBe(403)
    expect((await download(api, manager, `credits.csv?person=${crypto.randomUUID()}`)).status).toBe(404)
  })
})

describe('people and teams', () => {
  test('the directory under its filter; addresses and numbers for administrators alone', async () => {
    const all = await rows(tenant.administrator, 'people.csv')
    expect(all.length).toBeGreaterThan(5)
    const lea = all.find(({ full_name }) => full_name === "'=Lea Lead")
    expect(lea).toMatchObject({ 'oeuvre:person_id': lead.personId, team: 'Export', manager: 'Mona Manager', status: 'active' })
    expect(await rows(lead, `people.csv?q=${encodeURIComponent('ada admin')}`)).toMatchObject([{ full_name: 'Ada Admin', email: '' }])
    expect(await rows(tenant.administrator, 'people.csv?q=ada')).toMatchObject([{ email: `ada@${tenant.slug}.example` }])
    expect((await download(api, lead, 'people.csv?status=left')).status).toBe(403)
    const teams = await rows(lead, 'teams.csv')
    expect(teams.map(({ name, managers, people }) => [name, managers, people])).toEqual([
      ['Elsewhere', '', '1'],
      ['Export', '["Mona Manager"]', '1'],
    ])
    expect(await rows(lead, `people.csv?team=${teams[1]?.['oeuvre:team_id']}`)).toHaveLength(1)
  })

  test('our own list of people, imported again, changes nothing, and builds the same teams elsewhere', async () => {
    const located = (await rows(tenant.administrator, 'teams.csv')).find(({ name }) => name === 'Elsewhere')?.['oeuvre:team_id'] ?? ''
    await tenant.administrator.call.people.create.mutate({
      id: crypto.randomUUID(),
      name: 'Lou Located',
      site: 'Vénissieux',
      team: { teamId: located },
    })
    const { text } = await download(api, tenant.administrator, 'people.csv')
    const jobs = await startApi({ hasJobs: true })
    try {
      const other = await makeTenant(jobs)
      const first = await importFile(jobs, other.administrator, 'people', text)
      expect(first.report).toMatchObject({ faulty: 0, teamsCreated: 2 })
      const again = await importFile(jobs, other.administrator, 'people', (await download(jobs, other.administrator, 'people.csv')).text)
      expect(again.report).toMatchObject({ added: 0, updated: 0, faulty: 0, teamsCreated: 0, personsCreated: 0 })
      const lou = parse((await download(jobs, other.administrator, 'people.csv?q=lou')).text, { bom: true, columns: true })
      expect(lou).toMatchObject([{ site: 'Vénissieux', team: 'Elsewhere' }])
      const teams: Record<string, string>[] = parse((await download(jobs, other.administrator, 'teams.csv')).text, {
        bom: true,
        columns: true,
      })
      expect(teams.map(({ name, managers }) => [name, managers])).toEqual([
        ['Elsewhere', ''],
        ['Export', '["Mona Manager"]'],
      ])
    } finally {
      await jobs.stop()
    }
  })
})

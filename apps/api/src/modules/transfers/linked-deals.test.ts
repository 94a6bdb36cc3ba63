import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { importFile, undo } from '../../../test/imports.ts'
import { verifyLedger } from '../credits/queries/verify-ledger.ts'

let api: Api
let t: Tenant
let ada: Someone
let mona: Someone
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  t = await makeTenant(api)
  const team = await makeTeam(api, t, 'Export')
  mona = await makeSomeone(api, t, 'Mona Manager', { manages: [team], roles: ['administrator'] })
  ada = await makeSomeone(api, t, 'Ada Byron', { teamId: team })
  await makeSomeone(api, t, 'Grace Hopper', { teamId: team })
  await mona.call.links.saveDomains.mutate({ domains: 'works.example.org' })
})
afterAll(() => api.stop())

test('a row of the CRM that carries the code of a link lifts the one result that names it, about the same client; and gives it back', async () => {
  const link = await ada.call.links.make.mutate({
    ...{ id: randomUUID(), destination: 'https://works.example.org/turbines', place: 'linkedin', accountId: null },
    ...{ programId: null, note: '', lastDay: null },
  })
  const typeId = (await ada.call.outcomes.vocabulary.query()).types.find(({ code }) => code === 'client-won')?.id
  const claim = async (subject: string, url: string) => {
    const outcome = {
      ...{ id: randomUUID(), typeId, subject, occurredOn: '2025-03-03', value: { amount: '900', currency: 'EUR' } },
      contributors: [{ personId: ada.personId, role: 'lead' as const, weight: 1 }],
      evidence: [{ id: randomUUID(), url }],
    }
    const { version } = await ada.call.outcomes.log.mutate({ outcome, version: null })
    await mona.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
    return outcome.id
  }
  const [harland, other, twice, again] = [
    await claim('Harland', link.address),
    await claim('Quiet Mills', 'https://works.example.org/turbines'),
    await claim('Mare Nostrum', link.address),
    await claim('Mare Nostrum SA', link.address),
  ]
  const rows = [
    ['C-1', 'Harland Ltd', '2025-06-10', `https://works.example.org/turbines?utm_source=linkedin&utm_content=${link.code}`],
    ['C-2', 'Somebody Else', '2025-06-11', link.code.toUpperCase()],
    ['C-3', 'Quiet Mills', '2025-06-12', 'newsletter-june'],
    // Two results could be meant: neither is.
    ['C-4', 'Mare Nostrum', '2025-06-13', link.address],
  ].map(([id, client, day, utm]) => `${id};${client};Won;${day};1200.00;EUR;Grace Hopper;${utm}`)
  const file = `deal id;client;stage;close date;amount;currency;owner;utm_content\n${rows.join('\n')}`
  const { id, dryRun, report } = await importFile(api, mona, 'deals', file)
  for (const counts of [dryRun, report]) expect(counts).toMatchObject({ added: 3, updated: 1, faulty: 0 })
  const standing = () =>
    read(api.db, t.organizationId, (tx) =>
      tx.rows<{ id: string; rung: number; number: string | null }>(sql`SELECT id, rung, external_id AS number FROM outcome
        WHERE organization_id = ${t.organizationId}::uuid AND id = ANY (${[harland, other, twice, again]}::uuid[])`),
    )
  const of = async () => Object.fromEntries((await standing()).map((row) => [row.id, [row.rung, row.number]]))
  expect(await of()).toEqual({ [harland]: [5, 'C-1'], [other]: [4, null], [twice]: [4, null], [again]: [4, null] })
  const lifted = await mona.call.outcomes.get.query({ id: harland })
  expect([lifted.contributors.map(({ name }) => name), lifted.evidence?.[0]?.visits]).toEqual([
    ['Ada Byron'],
    { visits: 0, from: null, to: null, redirectedOn: null },
  ])
  // The same file once more changes nothing.
  expect((await importFile(api, mona, 'deals', file)).report).toMatchObject({ added: 0, updated: 0, unchanged: 4 })
  await undo(api, mona, id)
  expect((await of())[harland]).toEqual([4, null])
  expect((await verifyLedger(api.db, t.organizationId)).problems).toEqual([])
})

test('without the code the other values name a link where there is one with them; where several could be meant, somebody is asked', async () => {
  const make = (place: 'x' | 'newsletter') =>
    ada.call.links.make.mutate({
      ...{ id: randomUUID(), destination: 'https://works.example.org/pumps', place, accountId: null },
      ...{ programId: null, note: '', lastDay: null },
    })
  const [only, one, another] = [await make('newsletter'), await make('x'), await make('x')]
  const typeId = (await ada.call.outcomes.vocabulary.query()).types.find(({ code }) => code === 'client-won')?.id
  const claim = async (subject: string, url: string) => {
    const outcome = {
      ...{ id: randomUUID(), typeId, subject, occurredOn: '2025-03-03', value: { amount: '900', currency: 'EUR' } },
      contributors: [{ personId: ada.personId, role: 'lead' as const, weight: 1 }],
      evidence: [{ id: randomUUID(), url }],
    }
    const { version } = await ada.call.outcomes.log.mutate({ outcome, version: null })
    await mona.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
    return outcome.id
  }
  const [pumps, mills] = [await claim('Harbour Pumps', only.address), await claim('Corn Mills', one.address)]
  const rows = [
    ['U-1', 'Harbour Pumps SA', 'Newsletter', 'email'],
    ['U-2', 'Corn Mills', 'x', 'social'],
    ['U-3', 'Harbour Pumps SA', 'newsletter', 'cpc'],
  ].map(([id, client, source, medium]) => `${id};${client};Won;2025-06-10;1200.00;EUR;Grace Hopper;${source};${medium}`)
  const file = `deal id;client;stage;close date;amount;currency;owner;utm_source;utm_medium\n${rows.join('\n')}`
  const { id, report } = await importFile(api, mona, 'deals', file)
  expect(report).toMatchObject({ added: 2, updated: 1, faulty: 0 })
  expect((await mona.call.outcomes.get.query({ id: pumps })).rung).toBe(5)
  expect((await mona.call.outcomes.get.query({ id: mills })).rung).toBe(4)
  const { rows: asked } = await mona.call.transfers.alike.query({ id })
  expect(asked.map(({ subject, claims }) => [subject, claims.map((one) => [one.id, one.likeness.reasons])])).toEqual([
    ['Corn Mills', [[mills, ['same-link', 'same-client']]]],
  ])
  expect(another.code).not.toBe(one.code)
})

import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const draft = (over: Partial<OutcomeDraftInput> = {}): OutcomeDraftInput => house.draft(over)
const credits = (outcomeId: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ person: string; count_bp: number; value_minor: string | null; cause: string; team_id: string | null; rung: number }>(sql`
      SELECT p.name AS person, c.count_bp, c.value_minor, c.cause, c.team_id, c.rung FROM credit c JOIN person p ON p.id = c.person_id
      WHERE c.outcome_id = ${outcomeId}::uuid ORDER BY c.ledger_version, p.name`),
  )

describe('from a draft to the ledger', () => {
  test('a draft is kept, seen by its author alone, sent, verified by another', async () => {
    const { aicha, claire, colleague } = house
    const id = randomUUID()
    const saved = await aicha.call.outcomes.save.mutate({ outcome: { id, subject: 'Har' }, version: null })
    expect(saved).toMatchObject({ id, version: 1, state: 'draft', can: { edit: true, submit: true, remove: true, verify: false } })
    expect(await refusal(claire.call.outcomes.get.query({ id }))).toBe('not-found')
    const sent = await aicha.call.outcomes.log.mutate({ outcome: draft({ id }), version: 1 })
    expect(sent).toMatchObject({ version: 2, state: 'submitted', can: { edit: true, withdraw: true } })
    expect(await refusal(colleague.call.outcomes.get.query({ id }))).toBe('not-found')
    expect(await refusal(colleague.call.review.verify.mutate({ ids: [{ id, version: 2 }] }))).toBe('forbidden')
    const seen = await claire.call.outcomes.get.query({ id })
    expect(seen).toMatchObject({
      subject: 'Harland',
      value: { minor: '6400050', currency: 'EUR', digits: 2 },
      waitsFor: { deciders: [{ name: 'Claire' }] },
    })
    const queue = await claire.call.review.queue.query({})
    expect(queue.items.map((i) => [i.outcome.id, i.outcome.can.verify, i.warnings])).toEqual([[id, true, []]])
    const done = await claire.call.review.verify.mutate({ ids: [{ id, version: 2 }] })
    expect(done.outcomes[0]).toMatchObject({ state: 'verified', version: 3, rung: 4, can: { undo: true, verify: false } })
    expect(await credits(id)).toEqual([
      { person: 'Aicha', count_bp: 10_000, value_minor: '6400050', cause: 'verified', team_id: house.teams.export, rung: 4 },
    ])
    const list = await colleague.call.outcomes.list.query({ q: 'bushing' })
    expect(list.items).toMatchObject([{ id, subject: null, value: null, isConfidentialShown: false }])
    expect((await colleague.call.outcomes.list.query({ q: 'Harland' })).items).toEqual([])
    expect((await aicha.call.outcomes.list.query({ q: 'harl' })).items).toMatchObject([{ id, subject: 'Harland' }])
  })
})

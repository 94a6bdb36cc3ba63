import { randomUUID } from 'node:crypto'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

test('pages are written by who sets the program and its coaches, read by everybody; each version stays, and none is overwritten unread', async () => {
  const { claire, samuel, aicha, rolf, executive } = house
  const { today } = await aicha.call.programs.list.query({})
  const { id } = await executive.call.programs.save.mutate({
    ...{ id: randomUUID(), version: null, title: 'P', why: '', objectiveId: null, form: 'targeted', channelIds: [], waves: 1, hours: null },
    ...{ ownerId: claire.personId, coachIds: [samuel.personId], from: today, to: addDays(today, 9), budget: '' },
  })
  const page = { id, page: 'first-steps' as const }
  const save = (who: typeof claire, version: number, words: string) => who.call.programs.savePage.mutate({ ...page, version, words })
  expect(await save(samuel, 0, '# One *hour*')).toEqual({ version: 1 })
  expect(await save(samuel, 0, '# One *hour*')).toEqual({ version: 1 }) // sent twice
  expect(await save(claire, 1, '# Two hours')).toEqual({ version: 2 })
  expect(await refusal(save(samuel, 1, 'Too late'))).toBe('conflict')
  for (const who of [aicha, rolf]) expect(await refusal(save(who, 2, 'Not mine'))).toBe('forbidden')
  const read = await aicha.call.programs.playbook.query({ id })
  expect(read).toMatchObject({
    pages: [{ page: 'first-steps', version: 2, words: '# Two hours', by: { id: claire.personId } }],
    can: { edit: false },
  })
  expect((await samuel.call.programs.playbook.query({ id })).can.edit).toBe(true)
  const { versions } = await aicha.call.programs.pageVersions.query(page)
  expect(versions.map(({ version, words }) => [version, words])).toEqual([
    [2, '# Two hours'],
    [1, '# One *hour*'],
  ])
})

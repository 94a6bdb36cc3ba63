import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

test('an account learns the day of the latest verified result that it carried, and forgets what is no longer verified', async () => {
  const { aicha, claire, colleague } = house
  const consent = { accepted: true, textVersion: consentTextVersion }
  const address = 'https://www.linkedin.com/in/aicha-b'
  const account = await aicha.call.accounts.register.mutate({
    id: randomUUID(),
    address,
    purpose: 'work',
    visibility: 'organization',
    consent,
  })
  const channels = [{ channelId: house.channel('linkedin'), accountId: account.id }]
  const lastResult = async () => (await aicha.call.accounts.get.query({ id: account.id })).lastResultOn
  const verified = async (occurredOn: string) => {
    const id = randomUUID()
    const sent = await aicha.call.outcomes.log.mutate({ outcome: house.draft({ id, occurredOn, channels }), version: null })
    await claire.call.review.verify.mutate({ ids: [{ id, version: sent.version }] })
    return { id, version: sent.version + 1 }
  }
  expect(await lastResult()).toBeNull()
  const later = await verified('2024-09-14')
  await verified('2024-03-02')
  expect(await lastResult()).toBe('2024-09-14')
  expect((await colleague.call.accounts.get.query({ id: account.id })).lastResultOn).toBeNull() // the owner's alone
  await claire.call.review.undo.mutate({ ids: [later] })
  expect(await lastResult()).toBe('2024-03-02')

  expect((await colleague.call.outcomes.get.query({ id: (await verified('2024-05-05')).id })).channels[0]?.account).toMatchObject({
    handle: 'in/aicha-b',
  })
  await aicha.call.accounts.withdraw.mutate({ id: account.id, version: account.version })
  const [outcome] = (await colleague.call.outcomes.list.query({})).items
  expect(outcome?.channels[0]).toMatchObject({ platform: 'linkedin', account: null })
})

import { randomUUID } from 'node:crypto'
import { raw, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseWithdrawn } from '../src/modules/accounts/commands/erase-withdrawn.ts'
import { contextOf } from './factories.ts'
import { type Api, settled, startApi } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
})
afterAll(() => api.stop())

/** Every place in the organization's tables in which a word stands. */
async function placesOf(word: string): Promise<string[]> {
  return read(api.db, house.tenant.organizationId, async (tx) => {
    const found: string[] = []
    for (const table of ['social_account', 'account_consent', 'evidence', 'outcome_version', 'event', 'outcome']) {
      const row = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM ${raw(table)} t WHERE t::text ILIKE ${`%${word}%`}`)
      if (row?.n) found.push(table)
    }
    return found
  })
}

test.each(['on request', 'after thirty days'])(
  'an account erased %s is in no link and in no version of a result any more',
  async (when) => {
    const { aicha, claire } = house
    const handle = `canary${randomUUID().slice(0, 8)}`
    const account = await aicha.call.accounts.register.mutate({
      id: randomUUID(),
      address: `https://x.com/${handle}`,
      purpose: 'work',
      visibility: 'organization',
      consent: { accepted: true, textVersion: consentTextVersion },
    })
    const kept = { id: randomUUID(), url: 'https://example.com/report', label: 'The report' }
    const post = { id: randomUUID(), url: `https://x.com/${handle}/status/1790000000000000000`, label: `By ${handle}` }
    const outcome = house.draft({ evidence: [kept, post] })
    const { version } = await aicha.call.outcomes.log.mutate({ outcome, version: null })
    const edited = await aicha.call.outcomes.save.mutate({ outcome: { ...outcome, evidence: [kept] }, version })
    const again = await aicha.call.outcomes.save.mutate({
      outcome: { ...outcome, evidence: [kept, { ...post, id: randomUUID() }] },
      version: edited.version,
    })
    await claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: again.version }] })
    expect(await placesOf(handle)).toEqual(['social_account', 'evidence', 'outcome_version'])

    const eraseNow = when === 'on request'
    await aicha.call.accounts.withdraw.mutate({ id: account.id, version: 1, eraseNow })
    if (!eraseNow) {
      const ctx = await contextOf(api, aicha, new Date(Date.now() + 31 * 86_400_000))
      await eraseWithdrawn({ ...ctx, actor: { ...ctx.actor, kind: 'system' } })
    }
    await settled(api)
    expect(await placesOf(handle)).toEqual([])
    const page = await claire.call.outcomes.get.query({ id: outcome.id })
    expect(page.evidence).toMatchObject([
      { address: kept.url, caption: 'The report' },
      { address: null, platform: 'x', caption: '' },
    ])
    expect((await claire.call.outcomes.history.query({ id: outcome.id })).entries).toHaveLength(4)
  },
)

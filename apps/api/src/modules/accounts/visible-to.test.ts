import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { canSeeAccount } from '@oeuvre/domain/accounts/policy'
import { accountVisibilities } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, makePerson, makeTeam, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type AccountRow, fromAccounts, recordOf, selectAccounts } from './repo.ts'
import { accountVisibleTo } from './visible-to.ts'

let api: Api
let t: Tenant
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
})
afterAll(() => api.stop())

/** Small and deterministic: the same house on each run. */
function dice(seed: number) {
  let state = seed
  return <T>(faces: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return faces[Math.floor((state / 2_147_483_648) * faces.length)]!
  }
}

test('the predicate and the policy agree on every account, for every kind of reader', async () => {
  const roll = dice(20261122)
  const today = (await contextOf(api, t.administrator)).actor.today
  const past = '2020-01-01'
  const future = '2100-01-01'
  const teams = [await makeTeam(api, t, 'A'), await makeTeam(api, t, 'B'), await makeTeam(api, t, 'C')]
  const people: string[] = []
  for (let i = 0; i < 60; i++)
    people.push(await makePerson(api, t, `Person ${i}`, { leftOn: roll([undefined, undefined, undefined, past, today, future]) as string }))
  await write(api.db, t.organizationId, async (tx) => {
    for (const personId of people) {
      const [from, to] = roll([
        [null, null],
        [past, null],
        [null, today],
        [today, null],
        [future, null],
        [null, future],
      ] as const)
      if (roll([true, true, true, false]))
        await tx.run(sql`INSERT INTO team_membership (organization_id, person_id, team_id, valid_from, valid_to)
          VALUES (${t.organizationId}::uuid, ${personId}::uuid, ${roll(teams)}::uuid, ${from}::date, ${to}::date)`)
      if (roll([false, false, false, false, false, true]))
        await tx.run(sql`UPDATE person SET status = ${roll(['left', 'erased'])} WHERE id = ${personId}::uuid`)
      for (const visibility of accountVisibilities) {
        const key = randomUUID()
        const withdrawn = roll([null, null, '2026-01-01T00:00:00Z'])
        const isErased = withdrawn !== null && roll([true, false])
        const text = isErased ? null : key
        await tx.run(sql`INSERT INTO social_account (organization_id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, withdrawn_at, erased_at, updated_at)
          VALUES (${t.organizationId}::uuid, ${personId}::uuid, 'x', ${text}, ${text}, ${text}, 'work', ${visibility}, now(), 'v', ${withdrawn}::timestamptz,
            CASE WHEN ${isErased} THEN now() END, now())`)
      }
    }
  })
  const { actor } = await contextOf(api, t.administrator)
  const readers: Actor[] = [
    ...people
      .slice(0, 12)
      .map((personId) => ({ ...actor, personId, reachTeamIds: roll([[], [], [teams[0]!], [teams[1]!, teams[2]!], teams]) })),
    ...[[], [teams[0]!], teams].flatMap((reachTeamIds) =>
      (['person', 'import', 'system'] as const).map((kind) => ({
        ...actor,
        kind,
        reachTeamIds,
        personId: kind === 'system' ? null : people[0]!,
      })),
    ),
    { ...actor, roles: ['employee', 'executive', 'administrator', 'reviewer'] },
  ]
  const seen = new Set<string>()
  for (const reader of readers) {
    const { rows, ids } = await read(api.db, t.organizationId, async (tx) => ({
      rows: await tx.rows<AccountRow>(
        sql`${selectAccounts(reader.today)} WHERE a.organization_id = ${t.organizationId}::uuid ORDER BY a.id`,
      ),
      ids: await tx.rows<{ id: string }>(
        sql`SELECT a.id ${fromAccounts(reader.today)} WHERE a.organization_id = ${t.organizationId}::uuid AND ${accountVisibleTo(reader)} ORDER BY a.id`,
      ),
    }))
    expect(rows).toHaveLength(180)
    const allowed = rows.filter((row) => canSeeAccount(reader, recordOf(row))).map(({ id }) => id)
    expect(ids.map(({ id }) => id)).toEqual(allowed)
    for (const row of rows)
      seen.add(
        `${row.visibility} ${row.withdrawn_at !== null} ${row.is_owner_active} ${row.owner_team_id !== null} ${allowed.includes(row.id)}`,
      )
  }
  expect(seen.size).toBeGreaterThan(28) // the house holds most combinations, or the test shows little
})

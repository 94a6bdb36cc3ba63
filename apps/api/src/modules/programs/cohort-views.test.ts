import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import type { CohortView } from '@oeuvre/domain/programs/views/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, makePerson, makeSomeone, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { getCohort } from './queries/get-cohort.ts'

let api: Api
let tenant: Tenant
let executive: Someone
let people: string[]
beforeAll(async () => {
  api = await startApi()
  tenant = await makeTenant(api)
  executive = await makeSomeone(api, tenant, 'Eve', { roles: ['executive'] })
  people = []
  for (let n = 0; n < 36; n++) people.push(await makePerson(api, tenant, `Person ${n}`))
})
afterAll(() => api.stop())

const start = '2024-01-01'
const on = (n: number) => addDays(start, n)
const at = (n: number) => `${on(n)}T10:00:00Z`
const run = (work: (org: ReturnType<typeof sql>) => ReturnType<typeof sql>[]) =>
  write(api.db, tenant.organizationId, async (tx) => {
    for (const one of work(sql`${tenant.organizationId}::uuid`)) await tx.run(one)
  })

async function makeProgram(from: number, to: number, waves = 1): Promise<string> {
  const id = randomUUID()
  await run((org) => [
    sql`INSERT INTO program (organization_id, id, title, why, owner_id, form, from_day, to_day, budget_minor, hours, waves)
      VALUES (${org}, ${id}::uuid, ${`Program ${id}`}, '', ${executive.personId}::uuid, 'targeted', ${on(from)}::date, ${on(to)}::date, 100000, 50, ${waves})`,
  ])
  return id
}

const account = (personId: string) => personId.replace(/^.{8}/, 'aaaaaaaa')
/** What happens on a day, as the commands write it. */
const happenings = {
  joins: (program: string, person: string, day: number, wave: number) =>
    run((org) => [
      sql`INSERT INTO program_participant (organization_id, program_id, person_id, joined_on, wave)
        VALUES (${org}, ${program}::uuid, ${person}::uuid, ${on(day)}::date, ${wave})`,
      sql`INSERT INTO social_account (organization_id, id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, created_at, updated_at)
        VALUES (${org}, ${account(person)}::uuid, ${person}::uuid, 'linkedin', ${person}, ${person}, ${person}, 'work', 'me', ${at(day)}::timestamptz, 'x', ${at(day)}::timestamptz, ${at(day)}::timestamptz)
        ON CONFLICT DO NOTHING`,
      sql`INSERT INTO program_account (organization_id, program_id, person_id, account_id, named_on)
        VALUES (${org}, ${program}::uuid, ${person}::uuid, ${account(person)}::uuid, ${on(day)}::date)`,
    ]),
  leaves: (program: string, person: string, day: number) =>
    run((org) => [
      sql`UPDATE program_participant SET left_on = ${on(day)}::date WHERE organization_id = ${org} AND program_id = ${program}::uuid AND person_id = ${person}::uuid`,
    ]),
  taps: (person: string, day: number) =>
    run((org) => [
      sql`INSERT INTO account_use (organization_id, account_id, used_on) VALUES (${org}, ${account(person)}::uuid, ${on(day)}::date) ON CONFLICT DO NOTHING`,
      sql`UPDATE social_account SET used_on = ${on(day)}::date WHERE organization_id = ${org} AND id = ${account(person)}::uuid`,
    ]),
  closes: (person: string, day: number) =>
    run((org) => [
      sql`UPDATE social_account SET closed_on = ${on(day)}::date WHERE organization_id = ${org} AND id = ${account(person)}::uuid`,
    ]),
  async verified(program: string, person: string, day: number, value: number): Promise<string> {
    const [outcome, entry] = [randomUUID(), randomUUID()]
    await run((org) => {
      const type = sql`(SELECT id FROM outcome_type WHERE organization_id = ${org} AND code = 'client-won')`
      const [money, occurred] = [sql`${value}::bigint, 'EUR', 2, ${value}::bigint`, sql`${on(day - 5)}::date`]
      return [
        sql`UPDATE organization_version SET ledger_version = ledger_version + 1 WHERE organization_id = ${org}`,
        sql`INSERT INTO outcome (organization_id, id, state, title, type_id, occurred_on, value_minor, currency, digits, reporting_minor, program_id)
          SELECT ${org}, ${outcome}::uuid, 'verified', 'A result', ${type}, ${occurred}, ${money}, ${program}::uuid`,
        sql`INSERT INTO credit (organization_id, id, outcome_id, revision, person_id, weight, count_bp, value_minor, currency, digits, reporting_minor, value_kind, effective_on, recorded_at, ledger_version,
            cause, side, rung, is_imported, type_id, is_lead, program_id)
          SELECT ${org}, ${entry}::uuid, ${outcome}::uuid, 1, ${person}::uuid, 1, 10000, ${money}, 'realised', ${occurred}, ${at(day)}::timestamptz, v.ledger_version,
            'verified', 'social', 4, TRUE, ${type}, TRUE, ${program}::uuid FROM organization_version v WHERE v.organization_id = ${org}`,
      ]
    })
    return entry
  },
  reopened: (entry: string, day: number) =>
    run((org) => [
      sql`UPDATE organization_version SET ledger_version = ledger_version + 1 WHERE organization_id = ${org}`,
      sql`UPDATE outcome SET state = 'submitted' WHERE organization_id = ${org} AND id = (SELECT outcome_id FROM credit WHERE id = ${entry}::uuid)`,
      sql`INSERT INTO credit (organization_id, outcome_id, revision, person_id, weight, count_bp, value_minor, currency, digits, reporting_minor, value_kind, effective_on, recorded_at, ledger_version,
          cause, reverses, side, rung, is_imported, type_id, is_lead, program_id)
        SELECT c.organization_id, c.outcome_id, c.revision, c.person_id, c.weight, -c.count_bp, -c.value_minor, c.currency, c.digits, -c.reporting_minor, c.value_kind, c.effective_on, ${at(day)}::timestamptz, v.ledger_version,
          'reopened', c.id, c.side, c.rung, c.is_imported, c.type_id, c.is_lead, c.program_id
        FROM credit c JOIN organization_version v ON v.organization_id = c.organization_id WHERE c.id = ${entry}::uuid`,
    ]),
}

/** The page as it is asked for on a day. */
async function page(id: string, day: number, view: CohortView = {}): Promise<CohortInCompany> {
  const { actor } = await contextOf(api, executive)
  return getCohort({ db: api.db, actor: { ...actor, today: on(day) } }, { id, ...view })
}

const ofPeople = ['isSuppressed', 'people', 'led', 'firstAfterDays', 'perPersonBp', 'valuePerPersonMinor'] as const
const ofAccounts = ['accounts', 'perAccountBp', 'valuePerAccountMinor', 'survival', 'curve'] as const
const without = (row: object, keys: readonly string[]) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))

/** What is said as of a day is what was said on it, or nothing. How much of it is said. */
function agree(then: CohortInCompany, now: CohortInCompany): number {
  const { others, waves, none, participants } = now
  // A past day on which too few had come since may be told of later.
  const withheld = { people: now.withheld.people || then.withheld.people, accounts: now.withheld.accounts || then.withheld.accounts }
  const left = [
    'asOf',
    'others',
    'waves',
    'none',
    'participants',
    'withheld',
    ...(withheld.people ? ofPeople : []),
    ...(withheld.accounts ? ofAccounts : []),
  ]
  expect(without(now, left)).toEqual(without(then, left))
  type Row = { readonly isSuppressed: boolean; readonly accounts: number | null }
  const told = (row: Row, was: Row | undefined) => {
    if (!was) throw new Error('a row that was not there')
    const hidden = [
      ...(row.isSuppressed || was.isSuppressed ? ofPeople : []),
      ...(row.accounts === null || was.accounts === null ? ofAccounts : []),
    ]
    expect(without(row, hidden)).toEqual(without(was, hidden))
  }
  for (const [n, row] of others.entries()) told(row, then.others[n])
  for (const [n, row] of waves.entries()) if (!row.isSuppressed && !then.waves[n]?.isSuppressed) told(row, then.waves[n])
  if (!participants.isSuppressed && !then.participants.isSuppressed) told(participants, then.participants)
  if (none && then.none) told(none, then.none)
  return [!withheld.people, !withheld.accounts, !participants.isSuppressed, none !== null].filter(Boolean).length
}

test('as of a day the page says what it said on that day, or says nothing, whatever came since', async () => {
  const [own, other] = [await makeProgram(0, 300, 2), await makeProgram(20, 500)]
  // Twelve join the one in two waves, six the other; some of both.
  for (const [n, person] of people.slice(0, 6).entries()) await happenings.joins(own, person, 10 + (n % 3), 1)
  const said: { readonly day: number; readonly view: CohortView; readonly page: CohortInCompany }[] = []
  const entries: string[] = []
  const remember = async (day: number) => {
    for (const view of [{}, { period: 'last-quarter' }, { period: `${on(60)}..${on(200)}` }])
      said.push({ day, view, page: await page(own, day, view) })
  }
  const person = (n: number) => people[n] ?? ''
  const { joins, leaves, taps, closes, verified, reopened } = happenings
  await remember(20)
  entries.push(await verified(own, person(0), 40, 100_000))
  await taps(person(1), 45)
  await remember(50)
  for (const n of [6, 7, 8]) await joins(own, person(n), 150 + n, 2)
  entries.push(await verified(own, person(3), 160, 5_000))
  await remember(170)
  for (const n of [9, 10, 11, 12, 13, 14]) await joins(n % 2 === 0 ? own : other, person(n), 180 + n, 2)
  await leaves(own, person(2), 200)
  await reopened(entries[0] ?? '', 205)
  await remember(210)
  await taps(person(1), 220)
  await closes(person(4), 230)
  for (const n of [15, 16, 17, 18]) await joins(n > 16 ? own : other, person(n), 240, 2)
  for (const n of [0, 1, 2, 5, 6, 9]) entries.push(await verified(n % 2 === 0 ? own : other, person(n), 250 + n, 1_000 * (n + 1)))
  await remember(280)
  await taps(person(1), 450) // abandoned meanwhile
  await taps(person(6), 451)
  await verified(own, person(7), 460, 9_000)
  await remember(470)

  const told = []
  for (const { day, view, page: then } of said) told.push(agree(then, await page(own, 600, { ...view, asOf: on(day) })))
  // Not by saying nothing.
  expect(told.filter((count) => count === 4).length).toBeGreaterThanOrEqual(4)
  expect(told.some((count) => count < 3)).toBe(true)

  // Verified on day 40, taken back on day 205: then it is in the list behind the figure for nobody who may not see it now.
  const counted = async (asOf: string | undefined) => {
    const { outcomes } = await page(own, 600, { asOf })
    const stood = asOf === undefined ? { state: ['verified' as const] } : { asOf }
    const { items } = await executive.call.outcomes.list.query({ program: [own], ...stood })
    return [outcomes, items.length]
  }
  const days = [on(39), on(40), on(204), on(205), undefined]
  expect((await Promise.all(days.map(counted))).map(([figure, listed]) => `${figure} ${listed}`)).toEqual([
    '0 0',
    '1 0',
    '2 1',
    '1 1',
    '5 5',
  ])
  // A period counts its days; what was spent on the whole is not the cost of a part.
  const part = await page(own, 600, { period: `${on(150)}..${on(252)}` })
  expect([part.outcomes, part.isCut, part.costPerResultMinor]).toEqual([4, true, null])
  expect((await page(own, 600, { period: `${on(0)}..${on(252)}` })).costPerResultMinor).toBe('25000')
  const after = await page(own, 600, { period: `${on(400)}..${on(500)}` })
  expect([after.none, after.participants.isSuppressed, after.from > after.until]).toEqual([null, true, true])
  expect(await page(own, 600, { asOf: addDays(start, -1) })).toMatchObject({ isToCome: true, outcomes: 0, people: null, none: null })
})

test('of a day between which and another few came, nothing is told of people', async () => {
  const id = await makeProgram(0, 300)
  const join = (from: number, to: number, day: number) =>
    Promise.all(people.slice(from, to).map((person) => happenings.joins(id, person, day, 1)))
  await join(20, 25, 10)
  await join(25, 26, 50)
  await join(26, 31, 60)
  const at = async (day: number) => {
    const { people: count, accounts, withheld } = await page(id, 100, { asOf: on(day) })
    return [count, accounts, withheld]
  }
  const nothing = { people: true, accounts: true }
  const all = { people: false, accounts: false }
  expect([await at(9), await at(30), await at(55), await at(70)]).toEqual([
    [null, null, all],
    [5, 5, all],
    [null, null, nothing],
    [11, 11, all],
  ])
  // Nor by a period that ends then, nor on the impact page.
  expect(await page(id, 100, { period: `${start}..${on(55)}` })).toMatchObject({ people: null, accounts: null, withheld: nothing })
  const { cohorts } = await executive.call.impact.page.query({ period: `${start}..${on(55)}` })
  expect(cohorts.programs.find((row) => row.id === id)).toMatchObject({ isSuppressed: true, people: null, accounts: null })
})

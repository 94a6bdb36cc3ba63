import { columnsOf } from '@oeuvre/domain/privacy/columns/rules'
import { storedTables } from '@oeuvre/domain/privacy/columns/schema'
import { stored, withoutPeople } from '@oeuvre/domain/privacy/rules'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, makeTenant } from './factories.ts'
import { type Api, startApi } from './harness.ts'

let api: Api
let owner: pg.Client
beforeAll(async () => {
  api = await startApi()
  owner = new pg.Client({ connectionString: api.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await api.stop()
})

test('each table of the database stands once in what people are told is stored, and those that are said to name nobody name nobody', async () => {
  const { rows: tables } = await owner.query<{ name: string }>(`SELECT c.relname AS name FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`)
  const told = [...Object.values(stored).flatMap((one) => one.tables), ...withoutPeople]
  expect([...told].sort()).toEqual(tables.map(({ name }) => name).sort())
  // Neither a reference to somebody, nor a column that is called as one would be.
  const { rows: named } = await owner.query<{ found: string }>(
    `
    SELECT k.conrelid::regclass || ' → ' || k.confrelid::regclass AS found FROM pg_constraint k
    WHERE k.contype = 'f' AND k.conrelid::regclass::text = ANY ($1) AND k.confrelid::regclass::text IN ('person', '"user"', 'membership', 'social_account')
    UNION ALL SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attnum > 0 AND c.relname = ANY ($1) AND c.relkind = 'r' AND a.attname ~ '(person|user|owner|author|email|handle|_by)(_id)?$'`,
    [withoutPeople],
  )
  expect(named).toEqual([])
})

test('each column of what is stored about people is told in words, and once', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ANY ($1) AND column_name <> 'organization_id'`,
    [Object.values(stored).flatMap((one) => one.tables)],
  )
  const told = storedTables.flatMap((table) => columnsOf(table).flatMap(({ columns }) => columns.map((column) => `${table}.${column}`)))
  expect(told.sort()).toEqual(rows.map(({ name }) => name).sort())
})

test('its PDF is made for whoever belongs there, where the server prints; else the page says so', async () => {
  const someone = await makeSomeone(api, await makeTenant(api), 'Reader')
  const answer = await fetch(`${api.url}/api/o/${someone.slug}/stored.pdf`, { headers: { cookie: someone.cookie } })
  expect([answer.status, ((await answer.json()) as { refusals: { code: string }[] }).refusals[0]?.code]).toEqual([
    400,
    'printing-unavailable',
  ])
})

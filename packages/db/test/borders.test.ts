import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { assertAppRole, createDatabase, type Database } from '../src/database.ts'
import { globalTables } from '../src/global-tables.ts'
import { sql } from '../src/sql.ts'
import { read, readSnapshot, together, writeWithPrisma } from '../src/tenant.ts'
import { cloneDatabase, type TestDatabase } from '../src/testing.ts'

const a = '0197a000-0000-7000-8000-00000000000a' as OrganizationId
const b = '0197a000-0000-7000-8000-00000000000b' as OrganizationId
let clone: TestDatabase
let db: Database
let owner: pg.Client
beforeAll(async () => {
  clone = await cloneDatabase(inject('postgres'), 'borders')
  db = createDatabase(clone.app, { max: 3 })
  owner = new pg.Client({ connectionString: clone.owner })
  await owner.connect()
  for (const [organizationId, name] of [
    [a, 'Alpha'],
    [b, 'Beta'],
  ] as const)
    await writeWithPrisma(db, organizationId, async (tx) => {
      await tx.prisma.organization.create({ data: { organizationId, name, timeZone: 'Europe/Paris', reportingCurrency: 'EUR' } })
      await tx.prisma.organizationVersion.create({ data: { organizationId } })
      await tx.prisma.person.create({ data: { organizationId, name, nameKey: name.toLowerCase() } })
    })
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await clone.drop()
})

describe('catalogue', () => {
  test('every table has its organization first in each key, row-level security forced, or a written reason', async () => {
    const tables = await owner.query<{ name: string; rls: boolean; forced: boolean; policies: number }>(`
      SELECT c.relname AS name, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')`)
    expect(tables.rows.length).toBeGreaterThan(20)
    const tenant = tables.rows.filter((t) => !(t.name in globalTables))
    expect(tenant.filter((t) => !t.rls || !t.forced || t.policies === 0)).toEqual([])
    const keys = await owner.query<{ table: string; name: string; first: string; foreign_first: string | null }>(`
      SELECT c.relname AS table, k.conname AS name, a.attname AS first, fa.attname AS foreign_first FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      LEFT JOIN pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = k.confkey[1]
      WHERE k.contype IN ('p', 'f', 'u', 'x')
      UNION ALL
      SELECT c.relname, i.relname, a.attname, NULL FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
      WHERE x.indisunique`)
    const wrong = keys.rows.filter(
      (k) =>
        !(k.table in globalTables) &&
        (k.first !== 'organization_id' || (k.foreign_first !== null && k.foreign_first !== 'organization_id')),
    )
    // The one exception: a membership is found by its user before the organization is known (a plain index, no key).
    expect(wrong).toEqual([])
    expect(new Set(keys.rows.map((k) => k.table)).size).toBeGreaterThan(20)
  })

  test('foreign keys from and to the ledger and the event log restrict, both ways', async () => {
    const { rows } = await owner.query<{ name: string; del: string; upd: string }>(`
      SELECT conname AS name, confdeltype AS del, confupdtype AS upd FROM pg_constraint WHERE contype = 'f'
      AND (conrelid = ANY (ARRAY['credit', 'credit_channel', 'event']::regclass[]) OR confrelid = ANY (ARRAY['credit', 'credit_channel', 'event']::regclass[]))`)
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter((r) => !['r', 'a'].includes(r.del) || !['r', 'a'].includes(r.upd))).toEqual([])
  })
})

test('in a new database, what belongs to an organization is found by its id, not by walking through the organization', async () => {
  const outcome = ['contributor', 'credit', 'outcome', 'person'].map((table) => ({
    table,
    column: table === 'contributor' ? 'outcome_id' : 'id',
  }))
  for (const { table, column } of outcome) {
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM "${table}" WHERE organization_id = '${a}' AND ${column} = '${b}'`,
    )
    expect(rows.map((r) => r['QUERY PLAN']).join(' '), table).toMatch(
      new RegExp(`Index Cond: \\(\\(organization_id = .*AND \\(${column} = `),
    )
  }
})

describe('row-level security', () => {
  test('a statement without any condition sees one organization, or none', async () => {
    const names = (organizationId: OrganizationId) =>
      read(db, organizationId, (tx) => tx.rows<{ name: string }>(sql`SELECT name FROM person`))
    expect(await names(a)).toEqual([{ name: 'Alpha' }])
    expect(await names(b)).toEqual([{ name: 'Beta' }])
    expect(await db.prisma.person.count()).toBe(0)
    expect((await db.pool.query('SELECT FROM person')).rowCount).toBe(0)
  })
  test('Prisma and SQL share the connection and its transaction', async () => {
    const seen = await writeWithPrisma(db, a, async (tx) => {
      await tx.prisma.person.create({ data: { organizationId: a, name: 'Gone', nameKey: 'gone' } })
      const inside = await tx.one<{ n: string }>(sql`SELECT count(*) AS n FROM person WHERE name = ${'Gone'}`)
      throw Object.assign(new Error('rolled back'), { inside })
    }).catch((e: Error & { inside?: { n: string } }) => e.inside)
    expect(seen).toEqual({ n: '1' })
    expect(await read(db, a, (tx) => tx.one(sql`SELECT count(*) AS n FROM person WHERE name = ${'Gone'}`))).toEqual({ n: '0' })
  })
  test('a row for another organization is refused', async () => {
    await expect(
      writeWithPrisma(db, a, (tx) => tx.run(sql`INSERT INTO person (organization_id, name, name_key) VALUES (${b}::uuid, 'x', 'x')`)),
    ).rejects.toThrow(/row-level security/)
    await expect(
      writeWithPrisma(db, a, (tx) => tx.prisma.person.create({ data: { organizationId: b, name: 'x', nameKey: 'x' } })),
    ).rejects.toThrow(/row-level security/)
  })
  test('an organization id that is none never reaches SQL', async () => {
    await expect(read(db, "'; DROP TABLE person; --" as OrganizationId, (tx) => tx.rows(sql`SELECT 1`))).rejects.toThrow(TypeError)
  })
  test('reads cannot write', async () => {
    await expect(read(db, a, (tx) => tx.run(sql`DELETE FROM person`))).rejects.toThrow(/read-only/)
  })
})

describe.each([
  { max: 10, connections: 2 },
  // Few to spare: the same work, on the one that is there.
  { max: 3, connections: 1 },
])('beside a snapshot, with a pool of $max', ({ max, connections }) => {
  test('the rows of the same moment and of the same organization are seen, and nothing is left open', async () => {
    const own = createDatabase(clone.app, { max })
    const seen = sql`SELECT string_agg(name, ',' ORDER BY name) AS names, pg_backend_pid() AS pid FROM person`
    type Seen = { names: string; pid: number }
    const [here, there] = await readSnapshot(own, a, async (tx, beside) => {
      const first = await tx.one<Seen>(seen)
      const name = `Later ${max}`
      await writeWithPrisma(own, a, (other) => other.prisma.person.create({ data: { organizationId: a, name, nameKey: name } }))
      return [first, await beside((other) => other.one<Seen>(seen))]
    })
    expect(there?.names).toBe(here?.names)
    expect(there?.names).not.toContain('Beta')
    expect(new Set([here?.pid, there?.pid]).size).toBe(connections)
    await expect(
      readSnapshot(own, a, (tx, beside) => together([tx.rows(seen), beside((other) => other.rows(sql`SELECT 1 / 0`))])),
    ).rejects.toThrow('division by zero')
    expect((await read(own, b, (tx) => tx.one<Seen>(seen)))?.names).toBe('Beta')
    await expect.poll(() => own.pool.totalCount - own.pool.idleCount).toBe(0)
    await own.close()
  })
})

describe('append-only tables', () => {
  test.each(['credit', 'credit_channel', 'event'])('%s refuses change to the application and to the owner', async (table) => {
    for (const statement of [
      `UPDATE ${table} SET organization_id = organization_id`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(db.pool.query(statement)).rejects.toThrow(/permission denied/)
    }
    await writeWithPrisma(db, a, (tx) =>
      tx.run(
        sql`INSERT INTO event (organization_id, type, subject_kind, subject_id, actor_kind) VALUES (${a}::uuid, 'test', 'person', ${a}::uuid, 'system')`,
      ),
    )
    await expect(owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append only/)
  })
  test('rows too, for the owner inside the organization', async () => {
    await owner.query('BEGIN')
    await owner.query(`SELECT set_config('app.organization_id', $1, true)`, [a])
    await expect(owner.query('DELETE FROM event')).rejects.toThrow(/append only/)
    await owner.query('ROLLBACK')
  })
})

test('the server refuses a role that could step over the border', async () => {
  await expect(assertAppRole(db)).resolves.toBeUndefined()
  for (const url of [clone.owner, clone.superuser]) {
    const other = createDatabase(url, { max: 1 })
    await expect(assertAppRole(other)).rejects.toThrow(/application role/)
    await other.close()
  }
})

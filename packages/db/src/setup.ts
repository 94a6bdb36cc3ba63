// Everything the owner role does to a database before the application (another role) uses it.
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { applyMigrations } from './migrate.ts'
import { optionsOf, queues } from './queues.ts'

async function withClient<T>(url: string, fn: (c: pg.Client) => Promise<T>): Promise<T> {
  const c = new pg.Client({ connectionString: url })
  await c.connect()
  try {
    return await fn(c)
  } finally {
    await c.end()
  }
}

export type RolePasswords = { readonly owner: string; readonly app: string }
export const ownerRole = 'oeuvre_owner'
export const appRole = 'oeuvre_app'

/** For an embedded PostgreSQL: two login roles, neither superuser nor BYPASSRLS, and a database that the first owns. */
export async function createRolesAndDatabase(superUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  await withClient(superUrl, async (c) => {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [appRole, passwords.app],
    ] as const) {
      const { rowCount } = await c.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      const verb = rowCount ? 'ALTER' : 'CREATE'
      await c.query(`${verb} ROLE ${pg.escapeIdentifier(role)} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`)
    }
    const { rowCount } = await c.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (!rowCount) await c.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${ownerRole}`)
  })
}

/** For an embedded PostgreSQL. */
export async function dropDatabase(superUrl: string, database: string): Promise<void> {
  await withClient(superUrl, (c) => c.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`))
}

/** Append-only tables: the application may read and add. */
const appendOnly = ['credit', 'credit_channel', 'event', 'rate_load', 'exchange_rate', 'closed_period', 'reopened_period', 'link_code']
/** Views: read only. */
const views = ['outcome_words', 'stage_words']

async function grant(ownerUrl: string, app: string): Promise<void> {
  const role = pg.escapeIdentifier(app)
  await withClient(ownerUrl, (c) =>
    c.query(`
      GRANT USAGE ON SCHEMA public TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role};
      REVOKE ALL ON "_prisma_migrations" FROM ${role};
      ${appendOnly.map((t) => `REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON "${t}" FROM ${role};`).join('\n')}
      ${views.map((v) => `REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON "${v}" FROM ${role};`).join('\n')}
      GRANT USAGE ON SCHEMA pgboss TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO ${role};`),
  )
}

/**
 * Before the first ANALYZE every index that begins with the organization looks equally good, and the plans that foreign keys and
 * triggers keep for a session may walk through a whole organization per row: a first import took a hundred times too long. So each table
 * starts with the one statistic that matters; the first ANALYZE puts what is true in its place.
 */
async function seedStatistics(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (c) =>
    c.query(`DO $$ DECLARE t text; BEGIN
      FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname = 'organization_id' AND NOT a.attisdropped
          AND NOT EXISTS (SELECT FROM pg_stats s WHERE s.schemaname = 'public' AND s.tablename = c.relname AND s.attname = 'organization_id')
      LOOP
        PERFORM pg_restore_attribute_stats('schemaname', 'public', 'relname', t, 'attname', 'organization_id', 'inherited', false,
          'version', current_setting('server_version_num')::int, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real);
      END LOOP; END $$`),
  )
}

/**
 * Migrates, makes the job library's schema and grants the application role what it needs. Safe to run again and by several at once.
 * @returns the names of the migrations applied.
 */
export async function prepareDatabase(ownerUrl: string, appRoleName: string): Promise<string[]> {
  const applied = await applyMigrations(ownerUrl)
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  boss.on('error', (e) => console.error('pg-boss', e.message))
  await boss.start()
  for (const q of queues) {
    await boss.createQueue(q, optionsOf(q))
    await boss.updateQueue(q, optionsOf(q)) // one that an older version made
  }
  await boss.stop({ graceful: false })
  await grant(ownerUrl, appRoleName)
  await seedStatistics(ownerUrl)
  return applied
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx, Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Fault } from '@oeuvre/domain/transfers/schema'

/** A row of the file as the dry run judged it. */
export type StagedRow = {
  readonly number: number
  readonly line: number
  readonly result: 'added' | 'updated' | 'unchanged' | 'withdrawn' | 'left-out' | 'faulty'
  readonly reason: string | null
  readonly external_id: string | null
  readonly faults: readonly Fault[]
  readonly candidate: unknown
  readonly fingerprint: string | null
}
export type ImportKey = { readonly organizationId: OrganizationId; readonly importId: string }

export async function insertRows(tx: Tx, key: ImportKey, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO import_row (organization_id, import_id, number, line, result, reason, external_id, faults, candidate, fingerprint)
    SELECT ${key.organizationId}::uuid, ${key.importId}::uuid, r.number, r.line, r.result, r.reason, r.external_id, r.faults, r.candidate, r.fingerprint
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(number int, line int, result text, reason text, external_id text, faults jsonb, candidate jsonb, fingerprint text)`)
}

export async function deleteRows(tx: Tx, key: ImportKey): Promise<void> {
  await tx.run(sql`DELETE FROM import_row WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid`)
}

/**
 * Rows of one thing: where they agree (but for persons, who are united) the first stands for all; where they do not, all are faulty
 * and say which the others are.
 */
export async function joinDuplicates(tx: Tx, key: ImportKey, idColumn: string | null): Promise<void> {
  const own = sql`r.organization_id = ${key.organizationId}::uuid AND r.import_id = ${key.importId}::uuid`
  // What the database knows of this table is older than these rows. Thinking them few it would group them anew for each of them.
  await tx.run(sql`SET LOCAL enable_nestloop = off`)
  await tx.run(sql`
    WITH several AS MATERIALIZED (
      SELECT external_id, min(number) AS first, count(DISTINCT fingerprint) AS readings,
        string_agg(number::text, ', ' ORDER BY number) FILTER (WHERE number < 1e9) AS numbers
      FROM import_row r WHERE ${own} AND r.result <> 'faulty' AND r.external_id IS NOT NULL
      GROUP BY external_id HAVING count(*) > 1)
    UPDATE import_row r SET
      first_number = s.first,
      result = CASE WHEN s.readings > 1 THEN 'faulty' WHEN r.number > s.first AND r.result <> 'left-out' THEN 'unchanged' ELSE r.result END,
      candidate = CASE WHEN s.readings > 1 THEN NULL ELSE r.candidate END,
      faults = CASE WHEN s.readings > 1 THEN jsonb_build_array(jsonb_build_object('column', ${idColumn}::text, 'value', left(r.external_id, 200),
        'code', 'external-id-conflict', 'params', jsonb_build_object('rows', left(s.numbers, 200)))) ELSE r.faults END
    FROM several s WHERE ${own} AND r.external_id = s.external_id AND r.result <> 'faulty'`)
  await tx.run(sql`SET LOCAL enable_nestloop = on`)
}

export type RowCounts = {
  readonly results: readonly { readonly result: string; readonly reason: string | null; readonly count: number }[]
  readonly news: readonly { readonly kind: string; readonly count: number }[]
  readonly submitted: number
  readonly alike: number
}

/** What the rows are or became. `news`: persons, teams and channels that do not exist yet, each once however many rows name it. */
export async function countRows(tx: SqlTx, key: ImportKey): Promise<RowCounts> {
  const own = sql`r.organization_id = ${key.organizationId}::uuid AND r.import_id = ${key.importId}::uuid AND r.number > 0`
  const results = await tx.rows<RowCounts['results'][number]>(sql`
    SELECT r.result, CASE WHEN r.result = 'left-out' THEN r.reason END AS reason, count(*)::int AS count FROM import_row r WHERE ${own} GROUP BY 1, 2`)
  const news = await tx.rows<RowCounts['news'][number]>(sql`
    SELECT split_part(n.name, ':', 1) AS kind, count(DISTINCT n.name)::int AS count
    FROM import_row r, jsonb_array_elements_text(r.candidate -> 'news') AS n(name) WHERE ${own} AND r.candidate ? 'news' GROUP BY 1`)
  const marked = await tx.one<{ submitted: number; alike: number }>(sql`
    SELECT count(*) FILTER (WHERE r.reason = 'submitted')::int AS submitted, count(*) FILTER (WHERE r.like_ids <> '{}')::int AS alike FROM import_row r WHERE ${own} AND r.result = 'added'`)
  return { results, news, submitted: marked?.submitted ?? 0, alike: marked?.alike ?? 0 }
}

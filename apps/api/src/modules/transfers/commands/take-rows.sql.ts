import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { ImportKey } from './stage-rows.sql.ts'

export type WaitingRow = {
  readonly number: number
  readonly result: string
  readonly reason: string | null
  readonly external_id: string | null
  readonly candidate: unknown
}

/** The next rows to be carried out, in the order of the file; of several rows of one thing the first, which stands for all. */
export function takeRows(tx: Tx, key: ImportKey, after: number, limit: number): Promise<WaitingRow[]> {
  return tx.rows<WaitingRow>(sql`
    SELECT number, result, reason, external_id, candidate FROM import_row
    WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND number > ${after} AND result <> 'faulty'
      AND (first_number IS NULL OR first_number = number)
    ORDER BY number LIMIT ${limit}`)
}

/** What the other rows of the same things said. */
export function takeTwins(tx: Tx, key: ImportKey, externalIds: readonly string[]): Promise<WaitingRow[]> {
  return tx.rows<WaitingRow>(sql`
    SELECT number, result, reason, external_id, candidate FROM import_row
    WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND external_id = ANY (${[...externalIds]}::text[])
      AND first_number < number AND candidate IS NOT NULL
    ORDER BY number`)
}

/** What became of a row. `before`: what was there, for undo. */
export type DoneRow = {
  readonly number: number
  readonly result: string
  readonly reason: string | null
  readonly subject_kind: 'outcome' | 'person' | null
  readonly subject_id: string | null
  readonly version_after: number | null
  readonly before: unknown
  readonly faults: unknown
}

export async function recordRows(tx: Tx, key: ImportKey, rows: readonly DoneRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    UPDATE import_row r SET result = d.result, reason = d.reason, subject_kind = d.subject_kind, subject_id = d.subject_id,
      version_after = d.version_after, before = d.before, faults = coalesce(d.faults, r.faults)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(number int, result text, reason text, subject_kind text, subject_id uuid,
      version_after int, before jsonb, faults jsonb)
    WHERE r.organization_id = ${key.organizationId}::uuid AND r.import_id = ${key.importId}::uuid AND r.number = d.number`)
}

/** What an import made beside its rows (teams, managers, people named as managers), for undo. Their numbers are below zero. */
export type SideEffect = {
  readonly kind: 'team' | 'person' | 'manager' | 'channel'
  readonly id: string
  readonly version: number | null
  readonly before?: unknown
}

export async function recordSideEffects(tx: Tx, key: ImportKey, effects: readonly SideEffect[]): Promise<void> {
  if (effects.length === 0) return
  await tx.run(sql`
    INSERT INTO import_row (organization_id, import_id, number, result, subject_kind, subject_id, version_after, before)
    SELECT ${key.organizationId}::uuid, ${key.importId}::uuid,
      (SELECT least(min(number), 0) FROM import_row WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid) - e.ordinality,
      'added', e.value ->> 'kind', (e.value ->> 'id')::uuid, (e.value ->> 'version')::int, e.value -> 'before'
    FROM jsonb_array_elements(${JSON.stringify(effects)}::jsonb) WITH ORDINALITY AS e`)
}

import { randomUUIDv7 } from 'node:crypto'
import { join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx, Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { ImportCounts, ImportState, Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { ImportKind, Mapping, TypeOption } from '@oeuvre/domain/transfers/schema'

export type ImportRecord = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  readonly fileName: string
  readonly fileKey: string | null
  readonly fileSize: number
  readonly reading: Reading | Record<never, never>
  readonly mapping: Mapping | Record<never, never>
  readonly counts: Partial<ImportCounts>
  readonly rowsDone: number
  readonly version: number
  readonly createdById: string
  readonly finishedAt: Date | null
}

/** @throws DomainError not-found */
export async function loadImport(tx: SqlTx, organizationId: OrganizationId, id: string, lock = false): Promise<ImportRecord> {
  const fields = sql`
    SELECT id, kind, state, file_name AS "fileName", file_key AS "fileKey", file_size::float8 AS "fileSize", reading, mapping, counts, rows_done AS "rowsDone", version,
      created_by_id AS "createdById", finished_at AS "finishedAt"
    FROM import WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`
  const found = await tx.one<ImportRecord>(lock ? sql`${fields} FOR UPDATE` : fields)
  if (!found) throw new DomainError('not-found')
  return found
}

/** @throws DomainError mapping-incomplete before the file was read. */
export function readingOf(record: Pick<ImportRecord, 'reading'>): Reading {
  if (!('dialect' in record.reading)) throw new DomainError('mapping-incomplete')
  return record.reading
}

/** @throws DomainError mapping-incomplete before there is one. */
export function mappingOf(record: Pick<ImportRecord, 'mapping'>): Mapping {
  if (!('kind' in record.mapping)) throw new DomainError('mapping-incomplete')
  return record.mapping
}

type Change = {
  readonly state?: ImportState
  readonly reading?: Reading
  readonly mapping?: Mapping | null
  readonly counts?: unknown
  readonly rowsDone?: number
  readonly rowsTotal?: number | null
  readonly errorCode?: string | null
  readonly startedAt?: Date
  readonly finishedAt?: Date | null
  readonly undoneAt?: Date
  readonly fileKey?: null
  readonly createdById?: string
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

function assignments(change: Change): Sql[] {
  const given: [unknown, Sql][] = [
    [change.state, sql`state = ${change.state}`],
    [change.reading, sql`reading = ${json(change.reading)}`],
    [change.mapping, sql`mapping = ${json(change.mapping ?? {})}`],
    [change.counts, sql`counts = ${json(change.counts)}`],
    [change.rowsDone, sql`rows_done = ${change.rowsDone}::int`],
    [change.rowsTotal, sql`rows_total = ${change.rowsTotal}::int`],
    [change.errorCode, sql`error_code = ${change.errorCode}`],
    [change.startedAt, sql`started_at = ${change.startedAt}::timestamptz`],
    [change.finishedAt, sql`finished_at = ${change.finishedAt}::timestamptz`],
    [change.undoneAt, sql`undone_at = ${change.undoneAt}::timestamptz`],
    [change.fileKey, sql`file_key = NULL`],
    [change.createdById, sql`created_by_id = ${change.createdById}::uuid`],
  ]
  return given.flatMap(([value, assignment]) => (value === undefined ? [] : [assignment]))
}

/**
 * Changes an import if it is still in the state and version that were read, which claims it: whoever else works on it finds
 * another version and stops.
 * @throws DomainError state-changed
 */
export async function changeImport(tx: Tx, organizationId: OrganizationId, record: ImportRecord, change: Change): Promise<ImportRecord> {
  const count = await tx.run(sql`
    UPDATE import SET ${join([...assignments(change), sql`version = version + 1`])}
    WHERE organization_id = ${organizationId}::uuid AND id = ${record.id}::uuid AND state = ${record.state} AND version = ${record.version}`)
  if (count === 0) throw new DomainError('state-changed')
  return loadImport(tx, organizationId, record.id)
}

export type NewImport = {
  readonly kind: ImportKind
  readonly fileName: string
  readonly fileKey: string
  readonly fileSize: number
  readonly fileHash: Uint8Array<ArrayBuffer>
  readonly createdById: string
  readonly reading: Reading
  /** Null: the file is still to be read. */
  readonly mapping: Mapping | null
}

export async function insertImport(tx: Tx, organizationId: OrganizationId, input: NewImport): Promise<string> {
  const id = randomUUIDv7()
  const state: ImportState = input.mapping ? 'ready' : 'uploaded'
  await tx.run(sql`
    INSERT INTO import (organization_id, id, kind, state, file_name, file_key, file_size, file_hash, created_by_id, reading, mapping, rows_total)
    VALUES (${organizationId}::uuid, ${id}::uuid, ${input.kind}, ${state}, ${input.fileName}, ${input.fileKey}, ${input.fileSize}::bigint, ${input.fileHash},
      ${input.createdById}::uuid, ${json(input.reading)}, ${json(input.mapping ?? {})}, ${input.reading.rows}::int)`)
  return id
}

/** The types a stage can mean. */
export async function listTypeOptions(tx: SqlTx, organizationId: OrganizationId): Promise<TypeOption[]> {
  return tx.rows<TypeOption>(sql`
    SELECT id, code, name, value_kind AS "valueKind" FROM outcome_type WHERE organization_id = ${organizationId}::uuid ORDER BY position`)
}

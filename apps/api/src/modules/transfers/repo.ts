import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
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

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object

/**
 * Changes an import if it is still in the state and version that were read, which claims it: whoever else works on it finds
 * another version and stops.
 * @throws DomainError state-changed
 */
export async function changeImport(tx: Tx, organizationId: OrganizationId, record: ImportRecord, change: Change): Promise<ImportRecord> {
  const { reading, mapping, counts, ...rest } = change
  const { count } = await tx.prisma.import.updateMany({
    where: { organizationId, id: record.id, state: record.state, version: record.version },
    data: {
      ...rest,
      ...(reading && { reading: json(reading) }),
      ...(mapping !== undefined && { mapping: json(mapping ?? {}) }),
      ...(counts !== undefined && { counts: json(counts) }),
      version: { increment: 1 },
    },
  })
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
  const { fileSize, reading, mapping, ...rest } = input
  const id = randomUUIDv7()
  const read = { state: mapping ? 'ready' : 'uploaded', rowsTotal: reading.rows, reading: json(reading), mapping: json(mapping ?? {}) }
  await tx.prisma.import.create({ data: { organizationId, id, ...rest, fileSize: BigInt(fileSize), ...read } })
  return id
}

/** The types a stage can mean. */
export async function listTypeOptions(tx: SqlTx, organizationId: OrganizationId): Promise<TypeOption[]> {
  return tx.rows<TypeOption>(sql`
    SELECT id, code, name, value_kind AS "valueKind" FROM outcome_type WHERE organization_id = ${organizationId}::uuid ORDER BY position`)
}

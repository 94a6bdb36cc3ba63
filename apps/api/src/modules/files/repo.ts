import { sql } from '@oeuvre/db/sql'
import type { SqlTx, Tx } from '@oeuvre/db/tenant'
import type { MediaType } from '@oeuvre/domain/files/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

export type UploadRow = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly received: number
  readonly fileId: string | null
}
export type StoredRow = {
  readonly id: string
  readonly name: string
  readonly mediaType: MediaType
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  /** Hexadecimal. */
  readonly digest: string
  readonly uploadedById: string
}
/** Whose: somebody's uploads are nobody else's. */
export type Owner = { readonly organizationId: OrganizationId; readonly personId: string }

export async function findUpload(tx: SqlTx, { organizationId, personId }: Owner, id: string, lock = false): Promise<UploadRow | null> {
  const found = sql`SELECT id, name, size, received, file_id AS "fileId" FROM file_upload
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND person_id = ${personId}::uuid`
  return tx.one<UploadRow>(lock ? sql`${found} FOR UPDATE` : found)
}

/** False: the id is taken. */
export async function insertUpload(tx: Tx, owner: Owner, upload: { id: string; name: string; size: number }): Promise<boolean> {
  const added = await tx.run(sql`
    INSERT INTO file_upload (organization_id, id, person_id, name, size)
    VALUES (${owner.organizationId}::uuid, ${upload.id}::uuid, ${owner.personId}::uuid, ${upload.name}, ${upload.size})
    ON CONFLICT DO NOTHING`)
  return added === 1
}

export type Room = { readonly bytes: string; readonly uploads: number }

/** What somebody keeps and what is on its way; one question at a time for each person. */
export async function measureRoom(tx: Tx, { organizationId, personId }: Owner): Promise<Room> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`files ${organizationId} ${personId}`}, 0))`)
  const room = await tx.one<Room>(sql`
    SELECT (SELECT coalesce(sum(size), 0) FROM stored_file WHERE organization_id = ${organizationId}::uuid AND uploaded_by_id = ${personId}::uuid)
      + coalesce(sum(u.size), 0) AS bytes, count(*)::int AS uploads
    FROM file_upload u WHERE u.organization_id = ${organizationId}::uuid AND u.person_id = ${personId}::uuid AND u.file_id IS NULL`)
  return room ?? { bytes: '0', uploads: 0 }
}

/** Until the end of the transaction nobody else stores or removes these bytes. */
export async function lockBytes(tx: Tx, organizationId: OrganizationId, digest: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`bytes ${organizationId} ${digest}`}, 0))`)
}

const storedColumns = sql`f.id, f.name, f.media_type AS "mediaType", f.size, f.width, f.height, encode(f.sha256, 'hex') AS digest,
  f.uploaded_by_id AS "uploadedById"`

export async function findStored(tx: SqlTx, organizationId: OrganizationId, id: string): Promise<StoredRow | null> {
  return tx.one<StoredRow>(
    sql`SELECT ${storedColumns} FROM stored_file f WHERE f.organization_id = ${organizationId}::uuid AND f.id = ${id}::uuid`,
  )
}

/** The same bytes from the same person are one: the one that was there first, under its own name. `isNew`: it was not. */
export async function insertStored(
  tx: Tx,
  organizationId: OrganizationId,
  row: StoredRow & { readonly at: Date },
): Promise<{ readonly row: StoredRow; readonly isNew: boolean }> {
  const added = await tx.run(sql`
    INSERT INTO stored_file (organization_id, id, uploaded_by_id, sha256, media_type, name, size, width, height, created_at)
    VALUES (${organizationId}::uuid, ${row.id}::uuid, ${row.uploadedById}::uuid, decode(${row.digest}, 'hex'), ${row.mediaType}, ${row.name},
      ${row.size}, ${row.width}::int, ${row.height}::int, ${row.at}::timestamptz)
    ON CONFLICT (organization_id, uploaded_by_id, sha256) DO NOTHING`)
  if (added === 1) return { row, isNew: true }
  const [first] = await tx.rows<StoredRow>(sql`
    UPDATE stored_file f SET unused_since = NULL WHERE f.organization_id = ${organizationId}::uuid AND f.uploaded_by_id = ${row.uploadedById}::uuid
      AND f.sha256 = decode(${row.digest}, 'hex') RETURNING ${storedColumns}`)
  if (!first) throw new Error('stored file')
  return { row: first, isNew: false }
}

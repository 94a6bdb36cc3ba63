import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { keeping } from '@oeuvre/domain/time/keeping'
import { openFiles } from '../../../platform/files.ts'
import { mutate } from '../../../platform/mutate.ts'
import { partsFolder } from '../present.ts'
import { lockBytes } from '../repo.ts'
import type { FileContext } from './begin-upload.ts'

const day = 86_400_000
/** Uploads that nobody went on with hold a photograph as it was sent: a day, no longer. */
const uploadDays = keeping.givenUpUpload.days
/** What was taken off a result can be put back for so long. */
const unusedDays = keeping.unusedFile.days

/**
 * Retention: uploads given up, files shown nowhere for thirty days, and bytes that no row names any more. Run by a system actor, any
 * number of times.
 */
export async function eraseFiles(ctx: FileContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  await eraseUploads(ctx)
  const erased = await eraseUnused(ctx)
  await eraseBytes(ctx)
  return { erased }
}

async function eraseUploads(ctx: FileContext): Promise<void> {
  const { organizationId } = ctx.actor
  const before = new Date(ctx.now.getTime() - uploadDays * day)
  const old = sql`organization_id = ${organizationId}::uuid AND created_at <= ${before}::timestamptz`
  const uploads = await read(ctx.db, organizationId, (tx) => tx.rows<{ id: string }>(sql`SELECT id FROM file_upload WHERE ${old}`))
  const files = openFiles(ctx.filesDir)
  // Parts first: an interruption leaves none that nobody knows of.
  for (const { id } of uploads) await files.deleteAll(partsFolder(organizationId, id))
  const ids = uploads.map(({ id }) => id)
  await mutate(ctx, (tx) => tx.run(sql`DELETE FROM file_upload WHERE ${old} AND id = ANY (${ids}::uuid[])`))
}

async function eraseUnused(ctx: FileContext): Promise<number> {
  const { organizationId } = ctx.actor
  const before = new Date(ctx.now.getTime() - unusedDays * day)
  const org = sql`f.organization_id = ${organizationId}::uuid`
  const isShown = sql`EXISTS (SELECT FROM evidence e WHERE e.organization_id = f.organization_id AND e.file_id = f.id)`
  return mutate(ctx, async (tx, emit) => {
    await tx.run(sql`UPDATE stored_file f SET unused_since = NULL WHERE ${org} AND f.unused_since IS NOT NULL AND ${isShown}`)
    await tx.run(
      sql`UPDATE stored_file f SET unused_since = ${ctx.now}::timestamptz WHERE ${org} AND f.unused_since IS NULL AND NOT ${isShown}`,
    )
    const gone = await tx.rows<{ id: string }>(sql`
      DELETE FROM stored_file f WHERE ${org} AND f.unused_since <= ${before}::timestamptz AND NOT ${isShown}
        AND NOT EXISTS (SELECT FROM file_upload u WHERE u.organization_id = f.organization_id AND u.file_id = f.id) RETURNING f.id`)
    for (const { id } of gone) emit({ type: 'file.erased', subject: { kind: 'file', id } })
    return gone.length
  })
}

/** Whoever stores the same bytes at this moment holds their lock, and writes them again. */
async function eraseBytes(ctx: FileContext): Promise<void> {
  const { organizationId } = ctx.actor
  const files = openFiles(ctx.filesDir)
  const folder = `evidence/${organizationId}/`
  for (let paginationToken: string | undefined; ; ) {
    const page = await files.listAll(folder, { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
    for (const found of page.objects) {
      const digest = found.isFile ? /([0-9a-f]{64})(?:\.thumbnail)?$/.exec(found.key)?.[1] : undefined
      if (found.isFile && digest) await eraseUnlessNamed(ctx, found.key, digest)
    }
    paginationToken = page.paginationToken
    if (!paginationToken) return
  }
}

async function eraseUnlessNamed(ctx: FileContext, key: string, digest: string): Promise<void> {
  const { organizationId } = ctx.actor
  const named = sql`SELECT 1 AS named FROM stored_file WHERE organization_id = ${organizationId}::uuid AND sha256 = decode(${digest}, 'hex') LIMIT 1`
  if (await read(ctx.db, organizationId, (tx) => tx.one(named))) return
  await mutate(ctx, async (tx) => {
    await lockBytes(tx, organizationId, digest)
    if (!(await tx.one(named))) await openFiles(ctx.filesDir).delete(key)
  })
}

import { createHash } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { FileEvent } from '@oeuvre/domain/files/events'
import { kindOf, shownName } from '@oeuvre/domain/files/rules'
import type { FileOutput, MediaType } from '@oeuvre/domain/files/schema'
import { openFiles } from '../../../platform/files.ts'
import { mutate } from '../../../platform/mutate.ts'
import { keyOf, partKey, partsFolder, presentFile } from '../present.ts'
import { findStored, findUpload, insertStored, lockBytes, type UploadRow } from '../repo.ts'
import { type FileContext, ownerOf } from './begin-upload.ts'
import { judgeContent } from './judge-content.ts'
import { type Picture, stripPicture } from './strip-picture.ts'

/**
 * All parts are there: it is judged by its content, a picture is written anew, and only that is stored. Asked again, it answers the
 * same. Nothing stays of what is refused.
 * @throws DomainError not-found, conflict (parts are missing), or why it is not accepted
 */
export async function finishUpload(ctx: FileContext, { id }: { id: string }): Promise<FileOutput> {
  const { upload, stored } = await find(ctx, id)
  if (!upload) throw new DomainError('not-found')
  if (stored) return presentFile(stored)
  if (upload.received !== upload.size) throw new DomainError('conflict')
  const bytes = await joinParts(ctx, upload).catch(async (error: unknown) => {
    // Asked twice at once: the other one stored it, and took the parts away.
    const { stored: meanwhile } = await find(ctx, id)
    if (meanwhile) return meanwhile
    throw error
  })
  if (!(bytes instanceof Uint8Array)) return presentFile(bytes)
  try {
    const mediaType = await judgeContent(bytes, upload.name)
    const picture = kindOf(mediaType) === 'image' ? await stripPicture(bytes, mediaType) : null
    return await store(ctx, upload, { mediaType, picture, bytes: picture?.bytes ?? bytes })
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('file-')) await forget(ctx, upload)
    throw error
  }
}

function find(ctx: FileContext, id: string) {
  const owner = ownerOf(ctx)
  return read(ctx.db, owner.organizationId, async (tx) => {
    const upload = await findUpload(tx, owner, id)
    return { upload, stored: upload?.fileId ? await findStored(tx, owner.organizationId, upload.fileId) : null }
  })
}

async function joinParts(ctx: FileContext, { id, size }: UploadRow): Promise<Uint8Array> {
  const files = openFiles(ctx.filesDir)
  const whole = new Uint8Array(size)
  for (let at = 0; at < size; ) {
    const part = await files.getBytes(partKey(ctx.actor.organizationId, id, at))
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type Content = { readonly mediaType: MediaType; readonly picture: Picture | null; readonly bytes: Uint8Array }

/** Bytes first, under a lock on their digest: a row never names what is not there. */
async function store(ctx: FileContext, upload: UploadRow, { mediaType, picture, bytes }: Content): Promise<FileOutput> {
  const { organizationId, personId } = ownerOf(ctx)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const files = openFiles(ctx.filesDir)
  const row = await mutate(ctx, async (tx, emit) => {
    await lockBytes(tx, organizationId, digest)
    await files.put(keyOf(organizationId, digest), bytes)
    if (picture) await files.put(keyOf(organizationId, digest, 'thumbnail'), picture.thumbnail)
    const stored = await insertStored(tx, organizationId, {
      id: upload.id,
      name: shownName(upload.name, mediaType),
      mediaType,
      size: bytes.length,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      digest,
      uploadedById: personId,
      at: ctx.now,
    })
    await tx.run(sql`
      UPDATE file_upload SET file_id = ${stored.row.id}::uuid WHERE organization_id = ${organizationId}::uuid AND id = ${upload.id}::uuid`)
    const event: FileEvent = {
      type: 'file.stored',
      subject: { kind: 'file', id: stored.row.id },
      payload: { mediaType, size: bytes.length },
    }
    if (stored.isNew) emit(event)
    return stored.row
  })
  await files.deleteAll(partsFolder(organizationId, upload.id))
  return presentFile(row)
}

async function forget(ctx: FileContext, { id }: UploadRow): Promise<void> {
  const { organizationId } = ctx.actor
  await mutate(ctx, (tx) => tx.run(sql`DELETE FROM file_upload WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`))
  await openFiles(ctx.filesDir).deleteAll(partsFolder(organizationId, id))
}

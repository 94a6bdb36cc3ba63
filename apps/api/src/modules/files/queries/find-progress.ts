import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type FileContext, ownerOf } from '../commands/begin-upload.ts'
import { findUpload, type UploadRow } from '../repo.ts'

/** How far an upload of one's own has come. @throws DomainError not-found */
export async function findProgress(ctx: Pick<FileContext, 'db' | 'actor'>, id: string): Promise<UploadRow> {
  const owner = ownerOf(ctx)
  const upload = await read(ctx.db, owner.organizationId, (tx) => findUpload(tx, owner, id))
  if (!upload) throw new DomainError('not-found')
  return upload
}

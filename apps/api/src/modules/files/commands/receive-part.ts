import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { openFiles } from '../../../platform/files.ts'
import { mutate } from '../../../platform/mutate.ts'
import { partKey } from '../present.ts'
import { findUpload } from '../repo.ts'
import { type FileContext, ownerOf } from './begin-upload.ts'

/**
 * The next part of a file. It is kept before it counts, so what was acknowledged is there; one that comes twice is refused by its offset.
 * @throws DomainError not-found, conflict where it does not follow, invalid-input where it goes beyond the end
 */
export function receivePart(ctx: FileContext, part: { id: string; offset: number; bytes: Uint8Array }): Promise<{ received: number }> {
  const owner = ownerOf(ctx)
  return mutate(ctx, async (tx) => {
    const upload = await findUpload(tx, owner, part.id, true)
    if (!upload) throw new DomainError('not-found')
    if (upload.received !== part.offset) throw new DomainError('conflict')
    const received = part.offset + part.bytes.length
    if (received > upload.size) throw new DomainError({ code: 'invalid-input', field: 'file' })
    if (part.bytes.length === 0) return { received }
    await openFiles(ctx.filesDir).put(partKey(owner.organizationId, part.id, part.offset), part.bytes)
    await tx.run(sql`
      UPDATE file_upload SET received = ${received} WHERE organization_id = ${owner.organizationId}::uuid AND id = ${part.id}::uuid`)
    return { received }
  })
}

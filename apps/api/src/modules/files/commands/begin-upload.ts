import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { checkChosen } from '@oeuvre/domain/files/rules'
import { fileLimits } from '@oeuvre/domain/files/schema'
import { isStorable } from '@oeuvre/domain/text/storable'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { findUpload, insertUpload, measureRoom, type Owner, type UploadRow } from '../repo.ts'

export type FileContext = CommandContext & { readonly filesDir: string }

/** Of a person: programs and imports upload no evidence. @throws DomainError forbidden */
export function ownerOf({ actor }: Pick<CommandContext, 'actor'>): Owner {
  if (actor.kind !== 'person' || actor.personId === null) throw new DomainError('forbidden')
  return { organizationId: actor.organizationId, personId: actor.personId }
}

/** The longest name that is kept until it is known what it names. */
const nameLength = 1_000

/**
 * Opens the way for a file. Begun again under the same id, it goes on where it stopped.
 * @throws DomainError file-has-nothing, file-too-large, file-is-heic, file-not-shown …, files-full, conflict where the id is another's
 */
export function beginUpload(ctx: FileContext, asked: { id: string; name: string; size: number }): Promise<UploadRow> {
  const refusal = checkChosen(asked)
  if (refusal) throw new DomainError(refusal)
  const owner = ownerOf(ctx)
  const name = isStorable(asked.name) ? [...asked.name].slice(-nameLength).join('') : ''
  return mutate(ctx, async (tx) => {
    const room = await measureRoom(tx, owner)
    const begun = await findUpload(tx, owner, asked.id)
    if (begun) {
      if (begun.size !== asked.size) throw new DomainError({ code: 'conflict', field: 'file' })
      return begun
    }
    const isFull = Number(room.bytes) + asked.size > fileLimits.perPerson
    if (isFull || room.uploads >= fileLimits.uploads)
      throw new DomainError({ code: 'files-full', field: 'file', params: { gigabytes: fileLimits.perPerson / 1024 ** 3 } })
    if (!(await insertUpload(tx, owner, { id: asked.id, name, size: asked.size })))
      throw new DomainError({ code: 'conflict', field: 'file' })
    return { id: asked.id, name, size: asked.size, received: 0, fileId: null }
  })
}

import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isDangerous, isMail, isOutlookMessage, listContainer, officeTypeOf } from '@oeuvre/domain/files/content/rules'
import { checkDisguise, extensionOf, kindOf, mediaTypeOfExtension } from '@oeuvre/domain/files/rules'
import { type MediaType, mediaTypes } from '@oeuvre/domain/files/schema'
import { fileTypeFromBuffer } from 'file-type'

const isHeif = /^image\/hei[cf]/

/**
 * What bytes are, whatever they are called. Containers are listed, never unpacked: not even by the library, which looks into them.
 * @throws DomainError file-not-shown, file-is-heic, file-is-old-office, file-disguised, file-dangerous, file-damaged
 */
export async function judgeContent(bytes: Uint8Array, name: string): Promise<MediaType> {
  const mediaType = await recognise(bytes, name)
  const disguise = checkDisguise(name, mediaType)
  if (disguise) throw new DomainError(disguise)
  return mediaType
}

function refused(code: 'file-not-shown' | 'file-is-heic' | 'file-is-old-office' | 'file-dangerous' | 'file-damaged'): DomainError {
  return new DomainError({ code, field: 'file' })
}

async function recognise(bytes: Uint8Array, name: string): Promise<MediaType> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return recogniseContainer(bytes, name)
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime === undefined) {
    if (isMail(bytes)) return 'message/rfc822'
    throw refused('file-not-shown')
  }
  if (isHeif.test(mime)) throw refused('file-is-heic')
  if (mime === 'application/x-cfb') {
    if (isOutlookMessage(bytes)) return 'application/vnd.ms-outlook'
    throw refused('file-is-old-office')
  }
  if (mime === 'image/apng') return 'image/png'
  const known = Object.keys(mediaTypes).find((type): type is MediaType => type === mime)
  if (!known) throw refused('file-not-shown')
  return known
}

function recogniseContainer(bytes: Uint8Array, name: string): MediaType {
  const claimed = mediaTypeOfExtension(extensionOf(name))
  const listing = listContainer(bytes)
  if (!listing) throw refused(claimed && kindOf(claimed) === 'office' ? 'file-damaged' : 'file-not-shown')
  const mediaType = officeTypeOf(bytes, listing)
  if (!mediaType) throw refused('file-not-shown')
  if (isDangerous(listing, bytes.length)) throw refused('file-dangerous')
  return mediaType
}

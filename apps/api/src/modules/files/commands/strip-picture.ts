import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { fileLimits, type MediaType } from '@oeuvre/domain/files/schema'
import sharp, { type Sharp } from 'sharp'

export type Picture = { readonly bytes: Buffer; readonly thumbnail: Buffer; readonly width: number; readonly height: number }

/** Its longer side, in pixels. */
const thumbnailSide = 480

// Files come one after the other from many people: what was decoded is not worth keeping.
sharp.cache(false)

/**
 * A picture written anew: turned as it was held, with its colours and without anything else that it carried (where and when it was
 * taken, on what, thumbnails of before it was cut). What cannot be read to its end is refused.
 * @throws DomainError file-damaged, file-too-many-pixels
 */
export async function stripPicture(bytes: Uint8Array, mediaType: MediaType): Promise<Picture> {
  const isAnimated = mediaType === 'image/gif' || mediaType === 'image/webp'
  const options = { limitInputPixels: fileLimits.pixels, failOn: 'error', sequentialRead: true } as const
  try {
    const written = await encode(
      sharp(bytes, { ...options, animated: isAnimated })
        .autoOrient()
        .keepIccProfile(),
      mediaType,
    ).toBuffer({
      resolveWithObject: true,
    })
    const thumbnail = await sharp(bytes, options)
      .autoOrient()
      .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer()
    const { width, height, pageHeight } = written.info
    return { bytes: written.data, thumbnail, width, height: pageHeight ?? height }
  } catch (cause) {
    const isLarge = cause instanceof Error && /pixel limit/i.test(cause.message)
    const refusal = isLarge
      ? { code: 'file-too-many-pixels' as const, field: 'file', params: { millions: fileLimits.pixels / 1e6 } }
      : { code: 'file-damaged' as const, field: 'file' }
    throw new DomainError(refusal, cause)
  }
}

function encode(picture: Sharp, mediaType: MediaType): Sharp {
  if (mediaType === 'image/png') return picture.png()
  if (mediaType === 'image/webp') return picture.webp({ quality: 90 })
  if (mediaType === 'image/avif') return picture.avif({ quality: 65, effort: 2 })
  if (mediaType === 'image/gif') return picture.gif()
  return picture.jpeg({ quality: 90, mozjpeg: false })
}

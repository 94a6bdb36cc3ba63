import type { Refusal } from '../errors/domain-error.ts'
import { type FileKind, fileLimits, type MediaType, mediaTypes } from './schema.ts'

/** What is not shown in a name: controls, and the marks that turn the direction of writing, which make "gpj.exe" of "exe.jpg". */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const notInNames = /[/\\:*?"<>|]/g

/** Lower case, without the dot; '': none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/**
 * A name that can be shown and saved anywhere: without hidden marks and characters that file systems refuse, shortened, and ending as
 * what it is.
 */
export function shownName(sent: string, mediaType: MediaType): string {
  const bare = sent.toWellFormed().replace(hidden, '').replace(notInNames, ' ').replace(/\s+/g, ' ').trim()
  const { extension } = mediaTypes[mediaType]
  const known = extensionOf(bare)
  const stem = (known ? bare.slice(0, -known.length - 1) : bare).replace(/[. ]+$/, '').replace(/^[. ]+/, '')
  const points = [...stem]
  const short = points.length > fileLimits.name ? `${points.slice(0, fileLimits.name - 1).join('')}…` : stem
  return `${short || 'file'}.${mediaTypeOfExtension(known) === mediaType ? known : extension}`
}

const otherSpellings: Readonly<Record<string, MediaType>> = { jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg' }
const heic = new Set(['heic', 'heif', 'hif'])
const oldOffice = new Set(['doc', 'xls', 'ppt', 'dot', 'xlt', 'pps'])

export function mediaTypeOfExtension(extension: string): MediaType | null {
  const found = Object.entries(mediaTypes).find(([, type]) => type.extension === extension)
  return (found?.[0] as MediaType | undefined) ?? otherSpellings[extension] ?? null
}

export function kindOf(mediaType: MediaType): FileKind {
  return mediaTypes[mediaType].kind
}

/** What can be said before a byte is sent; the server has the last word. */
export function checkChosen({ name, size }: { readonly name: string; readonly size: number }): Refusal | null {
  if (size === 0) return { code: 'file-has-nothing', field: 'file' }
  if (size > fileLimits.size) return { code: 'file-too-large', field: 'file', params: { megabytes: fileLimits.size / 1024 ** 2 } }
  const extension = extensionOf(name)
  if (heic.has(extension)) return { code: 'file-is-heic', field: 'file' }
  if (oldOffice.has(extension)) return { code: 'file-is-old-office', field: 'file' }
  if (extension !== '' && mediaTypeOfExtension(extension) === null) return { code: 'file-not-shown', field: 'file' }
  return null
}

/** A picture called .pdf, a program called .jpg: what it says it is and what it is must be of one kind. */
export function checkDisguise(name: string, mediaType: MediaType): Refusal | null {
  const claimed = mediaTypeOfExtension(extensionOf(name))
  const isHonest = claimed === null ? extensionOf(name) === '' : kindOf(claimed) === kindOf(mediaType)
  return isHonest ? null : { code: 'file-disguised', field: 'file', params: { type: mediaTypes[mediaType].extension.toUpperCase() } }
}

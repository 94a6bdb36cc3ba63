import type { MediaType } from '../schema.ts'

/**
 * What bytes are, where no library says it without unpacking: office documents by the listing of their container, mail by its head.
 * Nothing is inflated.
 */
export type Listing = readonly { readonly name: string; readonly packed: number; readonly unpacked: number }[]
export const containerLimits = { entries: 5_000, unpacked: 300 * 1024 * 1024, ratio: 200 } as const

/** A letter for each byte: all names and fields that are asked about are plain. */
function letters(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** The central directory of a zip container. null: not one that can be read (broken, split, larger than its format of 1989 allows). */
export function listContainer(bytes: Uint8Array): Listing | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < first || bytes.length < 22) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const list: { name: string; packed: number; unpacked: number }[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    const name = letters(bytes.subarray(at + 46, at + 46 + nameLength))
    list.push({ name, packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true) })
    at = next
  }
  return list
}

/** Made to burst whoever opens it, or to run there: too much for its size, parts that lie over each other, programs. */
export function isDangerous(listing: Listing, size: number): boolean {
  const packed = listing.reduce((sum, entry) => sum + entry.packed, 0)
  const unpacked = listing.reduce((sum, entry) => sum + entry.unpacked, 0)
  return (
    listing.length > containerLimits.entries ||
    packed > size ||
    unpacked > containerLimits.unpacked ||
    unpacked > Math.max(size, 64 * 1024) * containerLimits.ratio ||
    listing.some(
      ({ name }) => /(^|\/)vbaProject\.bin$|\.(exe|dll|js|vbs|scr|bat|cmd|jar|zip)$/i.test(name) || /(^|\/)Basic\/.+\.xb?a?$/i.test(name),
    )
  )
}

const openXml = { word: 'wordprocessingml.document', xl: 'spreadsheetml.sheet', ppt: 'presentationml.presentation' } as const
const openDocument = { text: true, spreadsheet: true, presentation: true } as const

/** Which office document a container is; null: another (an archive, an app). */
export function officeTypeOf(bytes: Uint8Array, listing: Listing): MediaType | null {
  const names = new Set(listing.map(({ name }) => name))
  if (names.has('[Content_Types].xml'))
    for (const [folder, type] of Object.entries(openXml) as [keyof typeof openXml, (typeof openXml)[keyof typeof openXml]][])
      if (listing.some(({ name }) => name.startsWith(`${folder}/`))) return `application/vnd.openxmlformats-officedocument.${type}`
  // The format asks for an unpacked first entry that says what it is.
  const head = letters(bytes.subarray(30, 120))
  const said = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)(?![-a-z])/.exec(head)?.[1]
  const format = said && Object.keys(openDocument).find((name): name is keyof typeof openDocument => name === said)
  return format && names.has('content.xml') ? `application/vnd.oasis.opendocument.${format}` : null
}

const mailFields = /^(from|to|cc|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|sender):/i
const mailField = /^[!-9;-~]+:/

/** A head of fields, at least three that only mail has, before the first empty line. */
export function isMail(bytes: Uint8Array): boolean {
  const head = letters(bytes.subarray(0, 64 * 1024))
  if (head.includes('\0')) return false
  const lines = (head.split(/\r?\n\r?\n/)[0] ?? '').split(/\r?\n/)
  const isHead = lines.every((line, i) => (i > 0 && /^[ \t]/.test(line)) || mailField.test(line))
  return isHead && lines.filter((line) => mailFields.test(line)).length >= 3
}

/** Outlook's messages are one of many things kept in Microsoft's older container; only they have this stream. */
export function isOutlookMessage(bytes: Uint8Array): boolean {
  const name = Uint8Array.from([...'__properties_version1.0'].flatMap((letter) => [letter.charCodeAt(0), 0]))
  // Directory entries start at multiples of 128 bytes.
  for (let at = 512; at + 128 <= bytes.length; at += 128) if (name.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

import { crc32, inflateRawSync } from 'node:zlib'
import { DomainError } from '@oeuvre/domain/errors/domain-error'

const broken = () => new DomainError({ code: 'file-damaged', field: 'file' })

export function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
}

/**
 * The one file in an archive (APPNOTE.TXT 6.3.10: end record, directory, local header), stored or deflated, without encryption.
 * @throws DomainError file-damaged: no such archive, or several files; too-large: more than `limit` bytes come out of it
 */
export function unzipOne(bytes: Buffer, limit: number): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt16LE(end + 10) !== 1) throw broken()
  const entry = bytes.readUInt32LE(end + 16)
  if (entry + 46 > bytes.length || bytes.readUInt32LE(entry) !== 0x02014b50) throw broken()
  const [flags, method] = [bytes.readUInt16LE(entry + 8), bytes.readUInt16LE(entry + 10)]
  const [sum, packed, size] = [16, 20, 24].map((at) => bytes.readUInt32LE(entry + at))
  const local = bytes.readUInt32LE(entry + 42)
  if (size === undefined || packed === undefined || (flags & 1) === 1 || local + 30 > bytes.length) throw broken()
  if (size > limit) throw new DomainError({ code: 'too-large', field: 'file' })
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const content = unpacked(bytes.subarray(from, from + packed), method, size)
  if (content.length !== size || crc32(content) !== sum) throw broken()
  return content
}

function unpacked(packed: Buffer, method: number, size: number): Buffer {
  if (method === 0) return packed
  if (method !== 8) throw broken()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw broken()
  }
}

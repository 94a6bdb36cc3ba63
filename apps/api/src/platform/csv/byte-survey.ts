import { isAscii, isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'

/** What the bytes of a whole file say about how they are written. Flat: keeps the head and a sample of what is not ASCII. */
export type ByteSurvey = {
  readonly size: number
  readonly head: Buffer
  /** Lines around bytes that are not UTF-8, for the recognition of older encodings. */
  readonly foreign: Buffer
  readonly utf8: { readonly sequences: number; readonly broken: number; readonly firstBrokenLine: number | null }
}

const headSize = 256 * 1024
const foreignSize = 128 * 1024
const around = 200

/** Length of the UTF-8 sequence that starts at `i`: 1–4, 0 when broken, -1 when the buffer ends within it. */
function sequenceAt(bytes: Buffer, i: number): number {
  const first = bytes[i] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0) return 0
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k]
    if (next === undefined) return -1
    if ((next & 0xc0) !== 0x80) return 0
  }
  return isUtf8(bytes.subarray(i, i + length)) ? length : 0
}

function countLines(bytes: Buffer, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** Reads a file once from end to end. */
export async function surveyBytes(source: Readable): Promise<ByteSurvey> {
  const head: Buffer[] = []
  const foreign: Buffer[] = []
  let [size, headLength, foreignLength, lines, sequences, broken] = [0, 0, 0, 0, 0, 0]
  let firstBrokenLine: number | null = null
  let rest: Buffer = Buffer.alloc(0)

  const examine = (bytes: Buffer, isLast: boolean): Buffer => {
    let i = 0
    let collected = 0
    while (i < bytes.length) {
      const length = sequenceAt(bytes, i)
      if (length === -1 && !isLast) break
      if (length > 1) sequences++
      if (length <= 0) {
        broken++
        firstBrokenLine ??= lines + countLines(bytes, i) + 1
        if (foreignLength < foreignSize && i >= collected) {
          const piece = Buffer.from(bytes.subarray(Math.max(collected, i - around), i + around))
          collected = i + around
          foreign.push(piece)
          foreignLength += piece.length
        }
      }
      i += Math.max(length, 1)
    }
    return bytes.subarray(i)
  }

  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length
    if (headLength < headSize) {
      head.push(chunk.subarray(0, headSize - headLength))
      headLength += head.at(-1)?.length ?? 0
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    // Most chunks are ASCII, which says nothing and need not be looked at byte by byte.
    const left = isAscii(bytes) ? bytes.subarray(bytes.length) : examine(bytes, false)
    lines += countLines(bytes, bytes.length - left.length)
    rest = Buffer.from(left)
  }
  examine(rest, true)
  return { size, head: Buffer.concat(head), foreign: Buffer.concat(foreign), utf8: { sequences, broken, firstBrokenLine } }
}

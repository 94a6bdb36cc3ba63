import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export class TooLarge extends Error {}
export class UnknownEncoding extends Error {}

const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate }

function decoderOf(encoding: string) {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return null
  const decoder = Object.entries(decoders).find(([known]) => known === name)?.[1]
  if (!decoder) throw new UnknownEncoding(name) // several on top of each other too
  return decoder()
}

/**
 * The whole body, decompressed; both what arrives and what it unfolds to are counted as they come.
 * @throws TooLarge, UnknownEncoding
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Buffer> {
  const decoder = decoderOf(encoding)
  let arrived = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      arrived += chunk.length
      if (arrived > maxBytes) throw new TooLarge()
      yield chunk
    }
  }
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) throw new TooLarge()
      chunks.push(chunk)
    }
  }
  if (decoder) await pipeline(body, counted, decoder, collect)
  else await pipeline(body, counted, collect)
  return Buffer.concat(chunks)
}

/** By the header, else the prolog of XML, else UTF-8; what cannot be read becomes U+FFFD. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const prolog = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]
  const label = /charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? prolog ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

import { type Readable, Transform } from 'node:stream'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Encoding } from '@oeuvre/domain/transfers/schema'
import iconv from 'iconv-lite'

type Decoder = { write(chunk: Buffer): string; end(): string }

function strict(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** U+FFFD in an older encoding can only be a byte that it does not have. */
function older(encoding: Encoding): Decoder {
  const decoder = iconv.getDecoder(encoding)
  const whole = (text: string) => {
    if (text.includes('\uFFFD')) throw new RangeError('not in this encoding')
    return text
  }
  return { write: (chunk) => whole(decoder.write(chunk)), end: () => whole(decoder.end() ?? '') }
}

/**
 * Bytes as text, without the byte order mark. Fails with `file-encoding-broken` and the line near which a byte is not in this
 * encoding: nothing is ever replaced silently.
 */
export function decodeText(source: Readable, encoding: Encoding): Transform {
  const decoder = encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be' ? strict(encoding) : older(encoding)
  let line = 1
  const broken = () => new DomainError({ code: 'file-encoding-broken', field: 'file', params: { line } })
  const text = new Transform({
    decodeStrings: false,
    transform(chunk: Buffer, _, done) {
      try {
        const decoded = decoder.write(chunk)
        done(null, decoded)
        for (let at = decoded.indexOf('\n'); at !== -1; at = decoded.indexOf('\n', at + 1)) line++
      } catch {
        done(broken())
      }
    },
    flush(done) {
      try {
        done(null, decoder.end())
      } catch {
        done(broken())
      }
    },
  })
  source.on('error', (error) => text.destroy(error))
  text.on('close', () => source.destroy())
  return source.pipe(text)
}

/** The first characters of a file, for recognition; `isWhole` when that was all. */
export async function readSample(source: Readable, encoding: Encoding, characters: number): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  const decoded = decodeText(source, encoding).setEncoding('utf-8')
  for await (const chunk of decoded as AsyncIterable<string>) {
    text += chunk
    if (text.length >= characters) return { text: text.slice(0, characters), isWhole: false }
  }
  return { text, isWhole: true }
}

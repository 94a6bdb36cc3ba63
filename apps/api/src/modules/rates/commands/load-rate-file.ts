import { Buffer } from 'node:buffer'
import type { Readable } from 'node:stream'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { readRateFile } from '@oeuvre/domain/rates/file/rules'
import type { LoadedRates } from '@oeuvre/domain/rates/schema'
import { isStorable, isTooLong, textLimits } from '@oeuvre/domain/text/storable'
import type { CommandContext } from '../../../platform/mutate.ts'
import { isZip, unzipOne } from '../../../platform/unzip.ts'
import { storeRates } from './store-rates.ts'

/** The whole history of the European Central Bank, 27 years of 41 currencies, is 2 MB. */
const largest = 20 * 1024 * 1024

/**
 * A file of rates, plain or zipped as it is published, read as it is. All of it or nothing.
 * @throws DomainError as `readRateFile`; file-damaged, too-large
 */
export async function loadRateFile(
  ctx: CommandContext,
  { fileName, content }: { fileName: string; content: Readable },
): Promise<LoadedRates> {
  const bytes = await readWhole(content)
  const text = (isZip(bytes) ? unzipOne(bytes, largest) : bytes).toString('utf8')
  const { source, rates } = readRateFile(text)
  const isNamed = isStorable(fileName) && !isTooLong(fileName, textLimits.line) && fileName.trim() !== ''
  return storeRates(ctx, { source, fileName: isNamed ? fileName : null, rates })
}

async function readWhole(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length
    // Read to its end all the same: a sender that is cut off learns nothing.
    if (size <= largest) parts.push(part)
  }
  if (size > largest) throw new DomainError({ code: 'too-large', field: 'file' })
  return Buffer.concat(parts)
}

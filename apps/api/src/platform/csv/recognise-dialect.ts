import { isOwnExport } from '@oeuvre/domain/transfers/cells/rules'
import { recogniseSeparation } from '@oeuvre/domain/transfers/delimiter/rules'
import { hasHeaderRow } from '@oeuvre/domain/transfers/header/rules'
import type { Dialect } from '@oeuvre/domain/transfers/schema'
import { surveyBytes } from './byte-survey.ts'
import { readSample } from './decode.ts'
import { type OpenFile, readFirstRows } from './read-table.ts'
import { recogniseEncoding } from './recognise-encoding.ts'

const sampleCharacters = 64 * 1024

/**
 * How a file is written. Reads all its bytes once (a first accent may stand on the last line), and then its beginning.
 * @throws DomainError when it is no CSV, is empty or cannot be decoded.
 */
export async function recogniseDialect(open: OpenFile): Promise<Dialect> {
  const encoding = await recogniseEncoding(await surveyBytes(await open()))
  const sample = await readSample(await open(), encoding, sampleCharacters)
  const separation = recogniseSeparation(sample.text, sample.isWhole)
  const plain: Dialect = { encoding, ...separation, hasHeader: false, isOwnExport: false }
  const { rows } = await readFirstRows(open, plain, 20)
  const cells = rows.map((row) => row.cells)
  const hasHeader = hasHeaderRow(cells)
  return { ...plain, hasHeader, isOwnExport: hasHeader && isOwnExport(cells[0] ?? []) }
}

import type { Readable } from 'node:stream'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { unescapeCell } from '@oeuvre/domain/transfers/cells/rules'
import { columnNames } from '@oeuvre/domain/transfers/header/rules'
import { isBlankRow } from '@oeuvre/domain/transfers/rows/rules'
import type { Dialect } from '@oeuvre/domain/transfers/schema'
import { CsvError, parse } from 'csv-parse'
import { decodeText } from './decode.ts'

/** Opens the same file from its start, as often as asked. */
export type OpenFile = () => Readable | Promise<Readable>

export const tableLimits = { columns: 500, recordCharacters: 2_000_000 } as const

export type TableRow = {
  /** 1 is the first row after the header; blank rows are not counted. */
  readonly number: number
  /** The line of the file on which it starts, as an editor counts. */
  readonly line: number
  readonly cells: readonly string[]
}
export type Table = { readonly columns: readonly string[]; readonly rows: AsyncGenerator<TableRow, void, undefined> }

/** @throws DomainError for what csv-parse finds broken, with the line on which the record started. */
function refusalOf(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error
  const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'file-record-too-large' : 'file-quotes-broken'
  return new DomainError({ code, field: 'file', params: { line } }, error)
}

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0
  return breaks
}

/** Excel's first line `sep=;` names the delimiter and is no record. */
function isSeparatorHint(cells: readonly string[]): boolean {
  return cells.length === 2 && cells[0]?.toLowerCase() === 'sep=' && cells[1] === ''
}

type TableRecord = { readonly cells: readonly string[]; readonly line: number }

/**
 * The parser, the line on which the record starts that it is reading, and the lines of those that it has read and that still wait
 * in its buffer.
 */
function recordParser({ delimiter, quote, isOwnExport }: Dialect) {
  const reading = { line: 1, waiting: [] as number[] }
  const parser = parse({
    delimiter,
    quote,
    escape: quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: tableLimits.recordCharacters,
    on_record: (record: string[], { lines }) => {
      reading.line = lines + 1
      reading.waiting.push(lines - lineBreaks(record))
      return isOwnExport ? record.map(unescapeCell) : record
    },
  })
  return { parser, reading }
}

async function* readRecords(open: OpenFile, dialect: Dialect): AsyncGenerator<TableRecord, void, undefined> {
  const text = decodeText(await open(), dialect.encoding)
  const { parser, reading } = recordParser(dialect)
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let isFirst = true
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const line = reading.waiting.shift() ?? reading.line
      if (cells.length > tableLimits.columns)
        throw new DomainError({ code: 'file-too-many-columns', field: 'file', params: { max: tableLimits.columns, found: cells.length } })
      const isHint = isFirst && isSeparatorHint(cells)
      isFirst = false
      if (!isHint && !isBlankRow(cells)) yield { cells, line }
    }
  } catch (error) {
    throw refusalOf(error, reading.line)
  } finally {
    text.destroy()
    parser.destroy()
  }
}

/**
 * A file as columns and rows, streamed: memory does not grow with the file. Rows keep whatever number of cells they have.
 * @throws DomainError `file-empty` without any record; while reading: `file-encoding-broken`, `file-quotes-broken`,
 * `file-record-too-large`, `file-too-many-columns`, each with the line.
 */
export async function openTable(open: OpenFile, dialect: Dialect): Promise<Table> {
  const records = readRecords(open, dialect)
  const first = await records.next()
  if (first.done) throw new DomainError({ code: 'file-empty', field: 'file' })
  const { cells, line } = first.value
  async function* rows(): AsyncGenerator<TableRow, void, undefined> {
    let number = 0
    if (!dialect.hasHeader) yield { number: ++number, line, cells }
    for await (const record of records) yield { number: ++number, ...record }
  }
  return { columns: columnNames(cells, dialect.hasHeader), rows: rows() }
}

/** The first rows of a file, at once. */
export async function readFirstRows(
  open: OpenFile,
  dialect: Dialect,
  count: number,
): Promise<{ columns: readonly string[]; rows: TableRow[] }> {
  const { columns, rows } = await openTable(open, dialect)
  const first: TableRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length >= count) break
  }
  return { columns, rows: first }
}

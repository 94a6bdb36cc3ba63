import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Sql, sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { mayTake } from '@oeuvre/domain/reports/policy'
import type { ReportAsked } from '@oeuvre/domain/reports/schema'
import { byteOrderMark } from '../../../platform/csv/write-csv.ts'
import { keepStream, openFiles } from '../../../platform/files.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { JobFailure } from '../../../platform/jobs.ts'
import { openReader } from '../../../platform/open-reader.ts'
import type { Deps } from '../../../trpc/context.ts'
import { streamCredits } from '../../transfers/queries/stream-credits.ts'
import { streamOutcomes } from '../../transfers/queries/stream-outcomes.ts'
import { countRows } from '../queries/count-rows.ts'
import { printedName } from '../queries/printed-name.ts'
import { readerContext } from '../queries/reader-context.ts'
import { askedOf, keyOf, type ReportRow, reportColumns } from '../repo.ts'
import { printPage } from './print-page.ts'

type Made = { readonly digest: string; readonly size: number; readonly fileName: string }
type Making = { readonly deps: Deps; readonly organizationId: OrganizationId; readonly id: string; readonly now: Date }

function change({ deps, organizationId, id }: Making, to: Sql): Promise<number> {
  return write(deps.db, organizationId, (tx) =>
    tx.run(sql`UPDATE report SET ${to} WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state = 'running'`),
  )
}

/** One that is running is taken up again: whoever had it in hand is gone. */
async function claim({ deps, organizationId, id }: Making): Promise<ReportRow | null> {
  const [row] = await write(deps.db, organizationId, (tx) =>
    tx.rows<ReportRow>(sql`UPDATE report r SET state = 'running', rows_done = 0, error_code = NULL
      WHERE r.organization_id = ${organizationId}::uuid AND r.id = ${id}::uuid AND r.state <> 'done' RETURNING ${reportColumns}`),
  )
  return row ?? null
}

/**
 * Makes a file that somebody asked for, with their rights of now, any number of times. What fails is kept with its reason, and comes again
 * by the pauses of the queue unless trying again cannot help.
 */
export async function makeReport(
  deps: Deps,
  now: Date,
  { organizationId, reportId }: { organizationId: string; reportId: string },
): Promise<void> {
  const making: Making = { deps, organizationId: organizationId as OrganizationId, id: reportId, now }
  const row = await claim(making)
  if (!row) return // removed, or made before
  try {
    const { digest, size, fileName } = await make(making, row)
    await change(
      making,
      sql`state = 'done', sha256 = decode(${digest}, 'hex'), size = ${size}, file_name = ${fileName}, finished_at = ${now}, rows_total = NULL`,
    )
  } catch (e) {
    const code = e instanceof DomainError ? e.code : e instanceof JobFailure ? e.message : 'internal'
    await change(making, sql`state = 'failed', error_code = ${code}`)
    if (!(e instanceof DomainError)) throw e
  }
}

async function make(making: Making, row: ReportRow): Promise<Made> {
  const { deps, organizationId, now } = making
  const visitor = await openReader(deps.db, organizationId, row.personId)
  const asked = askedOf(row)
  if (!visitor || !asked || !mayTake(visitor.actor, asked)) throw new DomainError('forbidden')
  const reader = readerContext(deps, visitor, now)
  return asked.kind === 'impact-pdf' ? makePdf(reader, asked, row) : makeCsv(making, reader, asked)
}

async function makePdf(
  reader: OrgContext,
  { filter, paper }: ReportAsked & { kind: 'impact-pdf' },
  { language }: ReportRow,
): Promise<Made> {
  const { organizationId, personId, settings } = reader.actor
  const bytes = await printPage(reader, { organizationId, slug: settings.slug, personId, filter, paper, language })
  const digest = createHash('sha256').update(bytes).digest('hex')
  await openFiles(reader.filesDir).put(keyOf(organizationId, digest), bytes)
  return { digest, size: bytes.length, fileName: printedName(reader, filter, language) }
}

/** Said so often, and not with each page. */
const tellEvery = 1_000

async function makeCsv(making: Making, reader: OrgContext, asked: Exclude<ReportAsked, { kind: 'impact-pdf' }>): Promise<Made> {
  const { organizationId, id } = making
  await change(making, sql`rows_total = ${await countRows(reader, asked)}`)
  const hash = createHash('sha256')
  let [size, rows, told] = [0, -1, Date.now()]
  async function* bytes() {
    const lines = asked.kind === 'outcomes-csv' ? streamOutcomes(reader, asked.filter) : streamCredits(reader, asked.filter)
    yield Buffer.from(byteOrderMark)
    for await (const text of lines) {
      yield Buffer.from(text)
      rows += text.split('\r\n').length - 1
      if (Date.now() - told < tellEvery) continue
      told = Date.now()
      await change(making, sql`rows_done = ${rows}`)
    }
  }
  async function* measured() {
    for await (const part of bytes()) {
      hash.update(part)
      size += part.length
      yield part
    }
  }
  const files = openFiles(reader.filesDir)
  const draft = `reports/${organizationId}/${id}.part`
  try {
    await keepStream(reader.filesDir, draft, Readable.from(measured()))
    const digest = hash.digest('hex')
    await change(making, sql`rows_done = ${Math.max(0, rows)}`)
    await files.move(draft, keyOf(organizationId, digest))
    return { digest, size, fileName: asked.kind === 'outcomes-csv' ? 'outcomes.csv' : 'credits.csv' }
  } catch (e) {
    await files.delete(draft)
    throw e
  }
}

import { sql } from '@oeuvre/db/sql'
import { read, type Tx, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type ImportCounts, keptFaults, noCounts } from '@oeuvre/domain/transfers/overview/schema'
import type { Mapping } from '@oeuvre/domain/transfers/schema'
import { openTable, type TableRow } from '../../../platform/csv/read-table.ts'
import { changeImport, type ImportRecord, listTypeOptions, loadImport, mappingOf, readingOf } from '../repo.ts'
import { dealJudge, type Judge } from './judge-deals.ts'
import { countNewTeams, headerOf, personJudge } from './judge-people.ts'
import { markLikeClaims } from './mark-like-claims.ts'
import { markUnknownManagers } from './mark-managers.sql.ts'
import { type FileContext, fileOpener } from './scan-file.ts'
import { countRows, deleteRows, type ImportKey, insertRows, joinDuplicates, type RowCounts, type StagedRow } from './stage-rows.sql.ts'

const batchSize = 1000

/** Somebody else took the import over, or changed it: this one stops without a word. */
class Superseded extends Error {}

async function keepClaim(tx: Tx, key: ImportKey, version: number, rowsDone: number): Promise<void> {
  const kept = await tx.run(sql`
    UPDATE import SET rows_done = ${rowsDone} WHERE organization_id = ${key.organizationId}::uuid AND id = ${key.importId}::uuid
      AND state = 'checking' AND version = ${version}`)
  if (kept === 0) throw new Superseded()
}

async function* batchesOf(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Puts every row through its judge, batch by batch; of the faulty ones so many are kept, all are counted. */
async function stageRows(ctx: FileContext, key: ImportKey, record: ImportRecord, judge: Judge): Promise<{ rows: number; dropped: number }> {
  const { rows } = await openTable(fileOpener(ctx.filesDir, record), readingOf(record).dialect)
  let [count, faulty, dropped] = [0, 0, 0]
  for await (const batch of batchesOf(rows)) {
    const staged: StagedRow[] = []
    for (const row of await judge(batch)) {
      const isDropped = row.result === 'faulty' && ++faulty > keptFaults
      if (isDropped) dropped++
      else staged.push(row)
    }
    count += batch.length
    await write(ctx.db, key.organizationId, async (tx) => {
      await keepClaim(tx, key, record.version, count)
      await insertRows(tx, key, staged)
    })
  }
  return { rows: count, dropped }
}

export function countsOf({ results, news, submitted, alike }: RowCounts, base: Partial<ImportCounts>): ImportCounts {
  const of = (result: string, reason?: string) =>
    results.filter((r) => r.result === result && (reason === undefined || r.reason === reason)).reduce((sum, r) => sum + r.count, 0)
  const made = (kind: string) => news.find((n) => n.kind === kind)?.count ?? 0
  return {
    ...noCounts,
    ...base,
    added: of('added'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    withdrawn: of('withdrawn'),
    leftOut: { lost: of('left-out', 'lost'), open: of('left-out', 'open'), ignored: of('left-out', 'ignored') },
    faulty: of('faulty') + (base.faulty ?? 0),
    submitted,
    alike,
    personsCreated: made('person') + (base.personsCreated ?? 0),
    channelsCreated: made('channel') + (base.channelsCreated ?? 0),
  }
}

function idColumn(mapping: Mapping): string | null {
  return mapping.columns.find(({ field }) => field === 'externalId')?.header ?? headerless(mapping)
}

function headerless(mapping: Mapping): string | null {
  return mapping.kind === 'people' ? headerOf(mapping, 'name') : null
}

/** Begins anew, whatever a run of this job before left behind, and claims the import for itself. */
async function claim(ctx: FileContext, id: string): Promise<ImportRecord | null> {
  const { organizationId } = ctx.actor
  return write(ctx.db, organizationId, async (tx) => {
    const record = await loadImport(tx, organizationId, id, true)
    if (record.state !== 'checking') return null
    await deleteRows(tx, { organizationId, importId: id })
    return changeImport(tx, organizationId, record, { rowsDone: 0 })
  })
}

async function checkRows(ctx: FileContext, key: ImportKey, record: ImportRecord): Promise<void> {
  const mapping = mappingOf(record)
  const types = await read(ctx.db, key.organizationId, (tx) => listTypeOptions(tx, key.organizationId))
  const judge = mapping.kind === 'deals' ? dealJudge(ctx, mapping, types) : personJudge(ctx, mapping)
  const { rows, dropped } = await stageRows(ctx, key, record, judge)
  await write(ctx.db, key.organizationId, async (tx) => {
    await keepClaim(tx, key, record.version, rows)
    await joinDuplicates(tx, key, idColumn(mapping))
    if (mapping.kind === 'deals') await markLikeClaims(tx, key, types)
    const managers = mapping.kind === 'people' ? await markUnknownManagers(tx, key, headerOf(mapping, 'manager')) : { made: 0 }
    const made = { personsCreated: managers.made, teamsCreated: mapping.kind === 'people' ? await countNewTeams(ctx, key, tx) : 0 }
    const counts = countsOf(await countRows(tx, key), { rows, faulty: dropped, ...made })
    await changeImport(tx, key.organizationId, record, { state: 'checked', counts: { ...counts, dropped }, rowsTotal: rows })
  })
}

/**
 * The dry run: every row of the file is read, judged and kept for the run; nothing of the organization changes. Streams: memory
 * does not grow with the file. Comes again after an interruption and then begins anew.
 */
export async function checkImport(ctx: FileContext, input: { id: string }): Promise<void> {
  const { organizationId } = ctx.actor
  const record = await claim(ctx, input.id)
  if (!record) return
  const key: ImportKey = { organizationId, importId: input.id }
  try {
    await checkRows(ctx, key, record)
  } catch (error) {
    if (error instanceof Superseded) return
    if (!(error instanceof DomainError)) throw error
    await write(ctx.db, organizationId, (tx) =>
      changeImport(tx, organizationId, record, { state: 'failed', counts: { failure: error.refusals[0] }, errorCode: error.code }),
    )
  }
}

import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { ImportCounts } from '@oeuvre/domain/transfers/overview/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import type { Writing } from '../../../platform/writing.ts'
import { changeImport, type ImportRecord, loadImport, mappingOf } from '../repo.ts'
import { countsOf } from './check-rows.ts'
import { runDeals } from './run-deals.ts'
import { runManagers, runPeople } from './run-people.ts'
import { countRows, type ImportKey } from './stage-rows.sql.ts'
import { recordRows, takeRows } from './take-rows.sql.ts'

/** Rows of one transaction: all of them or none. */
export const runBatch = 500

type Counted = Partial<ImportCounts> & { readonly dropped?: number }

async function countMade(tx: Tx, key: ImportKey) {
  const rows = await tx.rows<{ kind: string; count: number }>(sql`
    SELECT subject_kind AS kind, count(*)::int AS count FROM import_row
    WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND number < 0 GROUP BY 1`)
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { personsCreated: of('person'), teamsCreated: of('team'), channelsCreated: of('channel') }
}

/** The last step: managers, the report, and the words of the file go. */
async function finish(w: Writing, key: ImportKey, record: ImportRecord): Promise<void> {
  if (record.kind === 'people') await runManagers(w, key)
  const { dropped = 0, rows = 0 } = record.counts as Counted
  await w.tx.run(sql`
    UPDATE import_row SET candidate = NULL WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND candidate IS NOT NULL`)
  const counts = { ...countsOf(await countRows(w.tx, key), { rows, faulty: dropped }), ...(await countMade(w.tx, key)) }
  await changeImport(w.tx, key.organizationId, record, { state: 'done', counts, rowsDone: rows, finishedAt: new Date() })
  const { added, updated, withdrawn, faulty } = counts
  w.emit({ type: 'import.finished', subject: { kind: 'import', id: key.importId }, payload: { rows, added, updated, withdrawn, faulty } })
  await w.tools.enqueue('tend-stage', {})
}

/** One batch; false when there is nothing left to do. Locked, so that a second worker on the same import waits its turn. */
async function runNext(ctx: CommandContext, key: ImportKey): Promise<boolean> {
  return mutate(ctx, async (tx, emit, tools) => {
    const record = await loadImport(tx, key.organizationId, key.importId, true)
    if (record.state !== 'running') return false
    const w: Writing = { ctx, tx, emit, tools }
    const rows = await takeRows(tx, key, record.rowsDone, runBatch)
    const last = rows.at(-1)
    if (!last) {
      await finish(w, key, record)
      return false
    }
    const mapping = mappingOf(record)
    const done = mapping.kind === 'deals' ? await runDeals(w, key, mapping, rows) : await runPeople(w, key, mapping, rows)
    await recordRows(tx, key, done)
    await tx.run(
      sql`UPDATE import SET rows_done = ${last.number} WHERE organization_id = ${key.organizationId}::uuid AND id = ${key.importId}::uuid`,
    )
    return true
  })
}

/**
 * Carries out an import whose dry run was seen, in batches of 500 rows through the commands of people and outcomes, each batch
 * with its progress in one transaction. Comes again after an interruption and goes on where it was.
 */
export async function runImport(ctx: CommandContext, input: { id: string }): Promise<void> {
  const key: ImportKey = { organizationId: ctx.actor.organizationId, importId: input.id }
  while (await runNext(ctx, key));
}

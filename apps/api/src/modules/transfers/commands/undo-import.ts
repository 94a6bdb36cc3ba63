import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import type { Writing } from '../../../platform/writing.ts'
import { removeChannels } from '../../outcomes/commands/add-channels.sql.ts'
import type { Overwritten } from '../../outcomes/commands/plan-imported-outcomes.ts'
import { takeBackImported } from '../../outcomes/commands/record-imported-outcomes.ts'
import { removeManagers } from '../../people/commands/add-managers.sql.ts'
import { undoPersons, undoTeams } from '../../people/commands/undo-people.sql.ts'
import type { PersonBefore } from '../../people/commands/upsert-persons.sql.ts'
import { changeImport, loadImport } from '../repo.ts'
import { runBatch } from './run-import.ts'
import type { ImportKey } from './stage-rows.sql.ts'

type Touched = {
  readonly number: number
  readonly subject_kind: 'outcome' | 'person' | 'team' | 'manager' | 'channel'
  readonly subject_id: string
  readonly version_after: number
  readonly before: unknown
}

/**
 * What the import touched and is not yet taken back, last things first: results before the people in them, people before teams, teams
 * (whose numbers fall below zero as they are made) before those above them.
 */
function takeTouched(tx: Tx, key: ImportKey): Promise<Touched[]> {
  return tx.rows<Touched>(sql`
    SELECT number, subject_kind, subject_id, version_after, before FROM import_row
    WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND subject_id IS NOT NULL
      AND result IN ('added', 'updated', 'withdrawn') AND reason IS DISTINCT FROM 'kept' AND reason IS DISTINCT FROM 'undone'
    ORDER BY array_position(ARRAY['outcome', 'manager', 'person', 'team', 'channel'], subject_kind), number LIMIT ${runBatch}`)
}

const of = (rows: readonly Touched[], kind: Touched['subject_kind']) => rows.filter((row) => row.subject_kind === kind)

/** Numbers of the rows that were left as they are. */
async function takeBack(w: Writing, rows: readonly Touched[]): Promise<Set<number>> {
  const outcomes = of(rows, 'outcome').map((row) => ({
    outcomeId: row.subject_id,
    versionAfter: row.version_after,
    before: row.before as Overwritten | null,
  }))
  const taken = outcomes.length > 0 ? await takeBackImported(w.ctx, w.tx, w.emit, w.tools, outcomes) : []
  const kept = new Set(taken.filter(({ result }) => result === 'touched-since').map(({ outcomeId }) => outcomeId))
  const pairs = of(rows, 'manager').map((row) => ({ personId: row.subject_id, teamId: (row.before as { teamId: string }).teamId }))
  if (pairs.length > 0) await removeManagers(w, pairs)
  const versioned = (kind: 'person' | 'team') => of(rows, kind).map((row) => ({ ...row, id: row.subject_id, version: row.version_after }))
  const persons = versioned('person').map(({ id, version, before }) => ({ id, version, before: before as PersonBefore | null }))
  const people = persons.length > 0 ? await undoPersons(w, persons) : new Map<string, string>()
  const teams = of(rows, 'team').length > 0 ? await undoTeams(w, versioned('team').reverse()) : new Map<string, string>()
  for (const [id, result] of [...people, ...teams]) if (result === 'kept') kept.add(id)
  const channels = of(rows, 'channel').map((row) => row.subject_id)
  if (channels.length > 0) await removeChannels(w, channels)
  return new Set(rows.filter((row) => kept.has(row.subject_id)).map((row) => row.number))
}

async function undoNext(ctx: CommandContext, key: ImportKey): Promise<boolean> {
  return mutate(ctx, async (tx, emit, tools) => {
    const record = await loadImport(tx, key.organizationId, key.importId, true)
    if (record.state !== 'undoing') return false
    const rows = await takeTouched(tx, key)
    if (rows.length === 0) {
      await changeImport(tx, key.organizationId, record, { state: 'undone', undoneAt: new Date() })
      emit({ type: 'import.undone', subject: { kind: 'import', id: key.importId } })
      await tools.enqueue('tend-stage', {})
      return false
    }
    const kept = [...(await takeBack({ ctx, tx, emit, tools }, rows))]
    await tx.run(sql`
      UPDATE import_row SET reason = CASE WHEN number = ANY (${kept}::int[]) THEN 'kept' ELSE 'undone' END
      WHERE organization_id = ${key.organizationId}::uuid AND import_id = ${key.importId}::uuid AND number = ANY (${rows.map((row) => row.number)}::int[])`)
    await tx.run(sql`
      UPDATE import SET rows_done = rows_done + ${rows.length} WHERE organization_id = ${key.organizationId}::uuid AND id = ${key.importId}::uuid`)
    return true
  })
}

/**
 * Takes back what an import did and nobody has touched since: results are withdrawn or as before, people and teams too. What people
 * touched is left, and listed. In batches; comes again after an interruption and goes on where it was.
 */
export async function undoImport(ctx: CommandContext, input: { id: string }): Promise<void> {
  const key: ImportKey = { organizationId: ctx.actor.organizationId, importId: input.id }
  while (await undoNext(ctx, key));
}

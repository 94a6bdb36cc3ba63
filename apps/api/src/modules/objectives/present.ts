import { mayEditObjective, mayKnowAmounts, type ObjectiveReader } from '@oeuvre/domain/objectives/policy'
import { type Measured, progressOf } from '@oeuvre/domain/objectives/progress/rules'
import type { ObjectiveItem } from '@oeuvre/domain/objectives/schema'
import type { ObjectiveRow } from './queries/load-objectives.ts'
import type { Served } from './queries/load-served.ts'

export function measuredOf({ measure, target, from, to }: ObjectiveRow): Measured {
  return { measure, target: BigInt(target), from, to }
}

/** What counts towards it, in the ledger's unit of its measure. */
export function amountOf({ measure }: Pick<ObjectiveRow, 'measure'>, served: Pick<Served, 'bp' | 'value'>): bigint {
  return measure === 'results' ? served.bp : served.value
}

/** An objective that this reader sees, as they may know it. */
export function presentObjective(row: ObjectiveRow, served: Served, reader: ObjectiveReader, today: string): ObjectiveItem {
  const now = { reached: amountOf(row, served), outcomes: served.outcomes }
  const edit = mayEditObjective(reader, row)
  const shown = mayKnowAmounts(reader, row) ? 'all' : edit ? 'target' : 'nothing'
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    team: row.teamId !== null && row.teamName !== null ? { id: row.teamId, name: row.teamName } : null,
    parentId: row.parentId,
    owner: { id: row.ownerId, name: row.ownerName },
    measure: row.measure,
    typeIds: [...row.typeIds],
    from: row.from,
    to: row.to,
    isArchived: row.isArchived,
    progress: progressOf(measuredOf(row), now, today, shown),
    can: { edit },
  }
}

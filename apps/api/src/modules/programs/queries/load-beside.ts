import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type BesideFacts, besideOf, noPrograms } from '@oeuvre/domain/programs/beside/rules'
import type { FormsBeside } from '@oeuvre/domain/programs/beside/schema'
import { mayKnowBudget, mayKnowValue } from '@oeuvre/domain/programs/policy'
import { recordOf } from '../present.ts'
import { listRows, type ProgramRow } from '../repo.ts'
import { type LoadedCohort, loadCohorts } from './load-cohorts.ts'

type Asked = {
  /** The last day that is looked at, included. */
  readonly until: string
  readonly ledgerVersion: string
  /** Of these alone; absent: of all. */
  readonly program?: readonly string[] | undefined
}

/** A program with what became of it, as far as this reader may know; null where nothing was loaded. */
export function besideFacts(actor: Actor, row: ProgramRow, cohort: LoadedCohort | undefined, until: string): BesideFacts | null {
  if (!cohort) return null
  const { id, title, form, from, to, hours } = row
  const record = recordOf(row)
  return {
    ...{ ...cohort, id, title, form, from, to, hours, today: until },
    budgetMinor: row.budgetMinor === null ? null : BigInt(row.budgetMinor),
    knowsValue: mayKnowValue(actor, record),
    knowsBudget: mayKnowBudget(actor, record),
  }
}

/** Targeted beside mass: what became of each program that had begun by then, of the whole organization. */
export async function loadBeside(tx: SqlTx, actor: Actor, { until, ledgerVersion, program }: Asked): Promise<FormsBeside> {
  const { organizationId, settings } = actor
  const all = await listRows(tx, actor)
  const rows = all.filter(({ id, from }) => from <= until && (!program?.length || program.includes(id)))
  if (rows.length === 0) return noPrograms
  const ids = rows.map(({ id }) => id)
  const { timeZone, smallestGroup } = settings
  const cohorts = await loadCohorts(tx, { organizationId, timeZone, smallestGroup, ids, from: null, until, ledgerVersion })
  return besideOf(
    rows.flatMap((row) => besideFacts(actor, row, cohorts.get(row.id), until) ?? []),
    smallestGroup,
  )
}

import type { SqlTx } from '@oeuvre/db/tenant'
import type { Target } from '@oeuvre/domain/impact/parts/schema'
import type { ImpactSlice } from '@oeuvre/domain/impact/schema'
import { canSeeObjective, mayKnowAmounts, type ObjectiveReader } from '@oeuvre/domain/objectives/policy'
import { expectedBy, partOfTarget, standingOf, targetUnits, withinPage } from '@oeuvre/domain/objectives/progress/rules'
import { inTree, servedBy } from '@oeuvre/domain/objectives/tree/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { CreditScope } from '../../credits/visible-to.ts'
import { amountOf, measuredOf } from '../../objectives/present.ts'
import { listRows, type ObjectiveRow, readerOf } from '../../objectives/queries/load-objectives.ts'
import { loadServed, nothingServed, type Within } from '../../objectives/queries/load-served.ts'

export type Seen = { readonly all: readonly ObjectiveRow[]; readonly seen: readonly ObjectiveRow[]; readonly reader: ObjectiveReader }

/** The objectives of the organization, and those that this reader sees. Mostly there are none, and nothing more is asked. */
export async function loadObjectives(tx: SqlTx, actor: Actor): Promise<Seen> {
  const all = await listRows(tx, actor)
  const reader = all.length > 0 ? await readerOf(tx, actor) : { ...actor, ownChain: [] }
  return { all, seen: all.filter((row) => canSeeObjective(reader, row)), reader }
}

type Asked = {
  readonly scope: CreditScope
  readonly slice: ImpactSlice
  readonly period: { readonly from: string; readonly to: string }
  /** The day that is today for the page. */
  readonly today: string
  readonly ledgerVersion: string
}

/** What counts towards the objectives of the page's days, as the page counts; pace where that is all that counts. */
export async function loadTargets(tx: SqlTx, { all, seen, reader }: Seen, asked: Asked): Promise<Target[]> {
  const { scope, slice, period, today, ledgerVersion } = asked
  const chosen = slice.objective?.length ? slice.objective : null
  const rows = seen.filter((row) => !row.isArchived && withinPage(row, period, today) && (chosen === null || chosen.includes(row.id)))
  const ids = rows.map(({ id }) => id)
  const { from: _from, to: _to, ...narrow } = scope
  const within: Within = { ...narrow, ledgerVersion }
  const part = await loadServed(tx, { ids, within, until: period.to })
  const wide: Within = { organizationId: scope.organizationId, reach: null, today: scope.today, ledgerVersion }
  const whole = isNarrowed(within) ? await loadServed(tx, { ids, within: wide, until: period.to }) : part
  return inTree(all, rows).flatMap((row) => {
    const days = withinPage(row, period, today)
    if (!days) return []
    const [own, every] = [part.get(row.id) ?? nothingServed, whole.get(row.id) ?? nothingServed]
    const reached = amountOf(row, own)
    const isAll = reached === amountOf(row, every) && own.outcomes === every.outcomes
    return [
      present(row, {
        reached,
        outcomes: own.outcomes,
        isAll,
        ...days,
        isShown: mayKnowAmounts(reader, row),
        servedBy: servedBy(all, row.id),
      }),
    ]
  })
}

function isNarrowed({ reach, organizationId: _, today: _today, ledgerVersion: _version, ...slice }: Within): boolean {
  return reach !== null || Object.values(slice).some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0))
}

type Counted = {
  readonly reached: bigint
  readonly outcomes: number
  /** Nothing that counts is outside the page's slice and the reader's border. */
  readonly isAll: boolean
  readonly until: string
  readonly today: string
  readonly isShown: boolean
  readonly servedBy: string[]
}

function present(row: ObjectiveRow, { reached, outcomes, isAll, until, today, isShown, servedBy: ids }: Counted): Target {
  const measured = measuredOf(row)
  return {
    id: row.id,
    title: row.title,
    team: row.teamName,
    parentId: row.parentId,
    measure: row.measure,
    from: row.from,
    to: row.to,
    until,
    typeIds: [...row.typeIds],
    servedBy: ids,
    reached: String(reached),
    outcomes,
    target: isShown ? String(targetUnits(measured)) : null,
    expected: isShown && isAll ? String(expectedBy(measured, today)) : null,
    reachedBp: isShown ? partOfTarget(measured, reached) : null,
    standing: isAll ? standingOf(measured, reached, today) : null,
  }
}

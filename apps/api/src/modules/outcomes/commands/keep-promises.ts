import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { decidersByLevel } from '@oeuvre/domain/outcomes/policy'
import { dueBefore, levelsDue, promiseOf } from '@oeuvre/domain/outcomes/promise/rules'
import { localDay } from '@oeuvre/domain/time/calendar'
import { isWorkingDay } from '@oeuvre/domain/time/working-days'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { recordOf } from '../present.ts'
import { listWaitsFor } from '../queries/get-outcome.ts'
import { leadTeamOf, loadChains } from '../queries/load-chains.ts'
import { loadOutcomes, type OutcomeRow } from '../queries/load-outcomes.ts'
import { lockOutcomes } from './move-outcomes.sql.ts'

const batch = 200

/** Every hour, at a minute that nothing else has. */
export const promiseCron = '41 * * * *'

/**
 * On the last day of a promise its deciders are told; once it lapsed, the next level up, one more each time as long again. Each once
 * for each time it was sent: the step is a row, so that neither another server, nor a promise or a holiday that changes, nor a clock
 * that jumps back says it again. Only on working days.
 */
export async function keepPromises(ctx: CommandContext): Promise<void> {
  const today = localDay(ctx.now.getTime(), ctx.actor.settings.timeZone)
  if (!isWorkingDay(today, ctx.actor.settings)) return
  let after: Due | null = null
  do {
    after = await mutate(ctx, async (tx, emit) => {
      const due = await listDue(tx, ctx, today, after)
      for (const step of await stepsOf(tx, ctx, today, due)) {
        const { row, level, personIds } = step
        const at = { outcomeId: row.id, version: row.version, personIds }
        emitOutcome(emit, level === 0 ? { type: 'outcome.reminded', ...at } : { type: 'outcome.escalated', ...at, level })
      }
      return due.length === batch ? (due.at(-1) ?? null) : null
    })
  } while (after)
}

type Due = { readonly id: string; readonly at: string; readonly level: number | null }

/** What waits and is on the last day of its promise or beyond, with the last step taken. */
function listDue(tx: Tx, { actor }: CommandContext, today: string, after: Due | null): Promise<Due[]> {
  const before = new Date(dueBefore(today, actor.settings))
  return tx.rows<Due>(sql`
    SELECT o.id, o.submitted_at::text AS at, (SELECT max(s.level) FROM review_step s
      WHERE s.organization_id = o.organization_id AND s.outcome_id = o.id AND s.submitted_at = o.submitted_at)::int AS level
    FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.state IN ('submitted', 'second-look')
      AND o.submitted_at < ${before}::timestamptz AND (${after === null} OR (o.submitted_at, o.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY o.submitted_at, o.id LIMIT ${batch}`)
}

type Step = { readonly row: OutcomeRow; readonly level: number; readonly personIds: readonly string[] }

/** Those that this transaction takes, and nobody else. */
async function stepsOf(tx: Tx, ctx: CommandContext, today: string, due: readonly Due[]): Promise<Step[]> {
  const { actor } = ctx
  const ids = due.map((d) => d.id)
  if (ids.length === 0) return []
  await tx.rows(lockOutcomes(actor.organizationId, ids))
  const rows = (await loadOutcomes(tx, actor, ids)).filter((row) => row.state === 'submitted' || row.state === 'second-look')
  const chains = await loadChains(tx, actor, rows.map(leadTeamOf))
  const records = rows.map((row) => recordOf(row, chains))
  const waits = await listWaitsFor(tx, actor, records)
  const last = new Map(due.map((d) => [d.id, d.level]))
  const wanted = rows.flatMap((row, i): Step[] => {
    const record = records[i]
    const told = waits[i]
    if (!row.submittedAt || !record || !told) return []
    const nearest = (told.deciders.length > 0 ? told.deciders : told.ask).map((p) => p.id)
    const above = decidersByLevel(record).slice(1)
    const promised = promiseOf(row.submittedAt.getTime(), today, actor.settings)
    return levelsToTell(promised, actor.settings.promiseDays, last.get(row.id) ?? null, Math.max(1, above.length)).map((level) => ({
      row,
      level,
      // Nobody stands above: those whom it waits for hear that it lapsed.
      personIds: level === 0 ? nearest : (above[level - 1] ?? nearest),
    }))
  })
  return insertSteps(
    tx,
    ctx,
    wanted.filter((step) => step.personIds.length > 0),
  )
}

function levelsToTell(
  promised: { waitingDays: number; lateDays: number },
  promiseDays: number,
  last: number | null,
  highest: number,
): number[] {
  const due = Math.min(levelsDue(promised, promiseDays), highest)
  if (due === 0) return last === null && promised.lateDays === 0 && promised.waitingDays >= promiseDays ? [0] : []
  const from = Math.max(last ?? 0, 0) + 1
  return Array.from({ length: Math.max(0, due - from + 1) }, (_, i) => from + i)
}

async function insertSteps(tx: Tx, { actor, now }: CommandContext, steps: readonly Step[]): Promise<Step[]> {
  const rows = steps.map(({ row, level }) => ({ outcome_id: row.id, submitted_at: row.submittedAt, level }))
  const added = await tx.rows<{ id: string; level: number }>(sql`
    INSERT INTO review_step (organization_id, outcome_id, submitted_at, level, at)
    SELECT ${actor.organizationId}::uuid, x.outcome_id, x.submitted_at, x.level, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(outcome_id uuid, submitted_at timestamptz, level smallint)
    ON CONFLICT DO NOTHING RETURNING outcome_id AS id, level::int`)
  const taken = new Set(added.map(({ id, level }) => `${id} ${level}`))
  return steps.filter(({ row, level }) => taken.has(`${row.id} ${level}`))
}

import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { isOverdue } from '@oeuvre/domain/outcomes/review/rules'
import type { QueueInput, QueueItem, QueueOutput } from '@oeuvre/domain/outcomes/review/schema'
import { localDay, workingDaysBetween } from '@oeuvre/domain/time/calendar'
import type { z } from 'zod'
import { dayNow } from '../../people/visible-to.ts'
import { presentSummary, recordOf } from '../present.ts'
import { decidableBy, visibleTo } from '../visible-to.ts'
import { afterCursor, cursorOf, orderOf } from './filter-outcomes.ts'
import { listWaitsFor } from './get-outcome.ts'
import type { Reader } from './list-outcomes.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { holdsOn, type OutcomeRow, outcomeColumns } from './load-outcomes.ts'

type Row = OutcomeRow & { readonly hasTwin: boolean }

function waiting(actor: Actor): Sql {
  return sql`o.organization_id = ${actor.organizationId}::uuid AND o.state IN ('submitted', 'second-look') AND ${decidableBy(actor)}`
}

/** Another result that this reader may see, of the same client, within a week, that nobody took back. */
function hasTwin(actor: Actor): Sql {
  return sql`EXISTS (SELECT FROM outcome o2 WHERE o2.organization_id = q.organization_id AND o2.subject_key = q.subject_key AND q.subject_key <> ''
    AND o2.id <> q.id AND o2.state IN ('submitted', 'second-look', 'changes-requested', 'verified')
    AND o2.occurred_on BETWEEN q.occurred_on - 7 AND q.occurred_on + 7
    AND EXISTS (SELECT FROM outcome o WHERE o.organization_id = o2.organization_id AND o.id = o2.id AND ${visibleTo(actor)}))`
}

/** What waits for a decision that this reader may take, oldest first. */
export function listReviewQueue(ctx: Reader, input: z.infer<typeof QueueInput>): Promise<z.infer<typeof QueueOutput>> {
  const { actor } = ctx
  const after = input.cursor === undefined ? empty : sql` AND ${afterCursor(input.cursor, 'waiting')}`
  const types = input.type?.length ? sql` AND o.type_id = ANY (${input.type}::uuid[])` : empty
  return read(ctx.db, actor.organizationId, async (tx) => {
    const team = input.team ? sql` AND ${await leadTeamBelow(tx, actor, input.team)}` : empty
    const rows = await tx.rows<Row>(sql`SELECT ${outcomeColumns(actor)}, o.has_twin AS "hasTwin" FROM (
      SELECT q.*, ${hasTwin(actor)} AS has_twin FROM (
        SELECT o.* FROM outcome o WHERE ${waiting(actor)}${types}${team}${after} ORDER BY ${orderOf('waiting')} LIMIT ${input.limit + 1}) q) o
      ORDER BY ${orderOf('waiting')}`)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    const chains = await loadChains(tx, actor, page.map(leadTeamOf))
    const records = page.map((row) => recordOf(row, chains))
    const waits = await listWaitsFor(tx, actor, records)
    const items = page.map((row, i): QueueItem => {
      const days = waitingDays(row, actor)
      const isLate = isOverdue(days, actor.settings.promiseDays)
      return {
        outcome: presentSummary(row, ctx, records[i] ?? recordOf(row, chains)),
        waitingDays: days,
        isOverdue: isLate,
        warnings: warningsOf(row, isLate),
        waitsFor: waits[i] ?? { deciders: [], ask: [] },
      }
    })
    return {
      items,
      promiseDays: actor.settings.promiseDays,
      nextCursor: rows.length > input.limit && last ? cursorOf(last, 'waiting') : null,
    }
  })
}

/** The lead is today in this team or below it. @throws DomainError not-found */
async function leadTeamBelow(tx: SqlTx, actor: Actor, teamId: string): Promise<Sql> {
  const org = sql`${actor.organizationId}::uuid`
  const today = sql`${actor.today}::date`
  const below = await tx.rows<{ id: string }>(sql`WITH RECURSIVE below(id) AS (
      SELECT t.id FROM team t WHERE t.organization_id = ${org} AND t.id = ${teamId}::uuid
      UNION SELECT tp.team_id FROM below b JOIN team_placement tp ON tp.organization_id = ${org} AND tp.parent_id = b.id AND ${holdsOn('tp', today)})
    SELECT id FROM below`)
  if (below.length === 0) throw new DomainError({ code: 'not-found', field: 'team' })
  return sql`EXISTS (SELECT FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
    AND ${holdsOn('m', dayNow(today))} WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.role = 'lead'
    AND m.team_id = ANY (${below.map((b) => b.id)}::uuid[]))`
}

function waitingDays(row: Row, actor: Actor): number {
  return row.submittedAt ? workingDaysBetween(localDay(row.submittedAt.getTime(), actor.settings.timeZone), actor.today) : 0
}

function warningsOf(row: Row, late: boolean): QueueItem['warnings'] {
  return [
    ...(row.hasTwin ? (['possible-duplicate'] as const) : []),
    ...(row.state === 'second-look' ? (['second-look'] as const) : []),
    ...(late ? (['overdue'] as const) : []),
    ...(row.hasEvidence || row.externalId ? [] : (['without-evidence'] as const)),
  ]
}

/** The figure beside "Review", up to a cap. */
export function countReview(ctx: Reader): Promise<{ count: number; isCapped: boolean }> {
  const cap = 100
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const row = await tx.one<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM (SELECT FROM outcome o WHERE ${waiting(ctx.actor)} LIMIT ${cap + 1}) x`,
    )
    return { count: Math.min(row?.n ?? 0, cap), isCapped: (row?.n ?? 0) > cap }
  })
}

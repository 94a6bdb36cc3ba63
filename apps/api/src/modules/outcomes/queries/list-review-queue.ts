import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { likenessLimits, likenessOf } from '@oeuvre/domain/outcomes/likeness/rules'
import { lateBefore, promiseOf } from '@oeuvre/domain/outcomes/promise/rules'
import type { QueueInput, QueueItem, QueueOutput } from '@oeuvre/domain/outcomes/review/schema'
import type { z } from 'zod'
import { dayNow } from '../../people/visible-to.ts'
import { presentSummary, recordOf } from '../present.ts'
import { decidableBy, visibleTo } from '../visible-to.ts'
import { afterCursor, cursorOf, orderOf } from './filter-outcomes.ts'
import { loadLikened } from './find-doubles.ts'
import { listWaitsFor } from './get-outcome.ts'
import { isUnsettled } from './is-corroborated.ts'
import type { Reader } from './list-outcomes.ts'
import { questionedBy } from './list-questioned.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { holdsOn, type OutcomeRow, outcomeColumns } from './load-outcomes.ts'

type Row = OutcomeRow & {
  readonly twinIds: readonly string[]
  readonly isUnsettled: boolean
  readonly step: number | null
  readonly hasChanged: boolean
}

function waiting(actor: Actor): Sql {
  return sql`o.organization_id = ${actor.organizationId}::uuid AND o.state IN ('submitted', 'second-look') AND ${decidableBy(actor)}`
}

/**
 * Results that this reader may see and that could be the same as `q`, few and by cheap signs: the number of the CRM, or about the same days,
 * a like amount and the first word of the client. The rules of likeness decide on them; what was told apart before is left out.
 */
function twinIds(actor: Actor): Sql {
  const { days } = likenessLimits
  return sql`ARRAY(SELECT o2.id FROM outcome o2 WHERE o2.organization_id = q.organization_id AND o2.id <> q.id
    AND ((o2.occurred_on BETWEEN q.occurred_on - ${days}::int AND q.occurred_on + ${days}::int
        AND split_part(o2.subject_key, ' ', 1) = split_part(q.subject_key, ' ', 1) AND q.subject_key <> ''
        AND (o2.value_minor IS NULL OR q.value_minor IS NULL OR o2.currency <> q.currency
          OR o2.value_minor BETWEEN q.value_minor * 89 / 100 AND q.value_minor * 112 / 100 + 1))
      OR o2.external_id = q.external_id)
    AND o2.state <> 'draft' AND o2.state IN ('submitted', 'second-look', 'changes-requested', 'verified')
    AND NOT EXISTS (SELECT FROM outcome_comparison c WHERE c.organization_id = q.organization_id AND c.is_decided AND c.verdict = 'another'
      AND (c.outcome_id, c.other_id) IN ((q.id, o2.id), (o2.id, q.id)))
    AND EXISTS (SELECT FROM outcome o WHERE o.organization_id = o2.organization_id AND o.id = o2.id AND ${visibleTo(actor)}) LIMIT 10)`
}

const latestStep = sql`(SELECT max(s.level) FROM review_step s
  WHERE s.organization_id = o.organization_id AND s.outcome_id = o.id AND s.submitted_at = o.submitted_at)`

/** It says something else than when this reader last looked. */
function changedSinceLook({ personId }: Actor): Sql {
  const last = (
    upTo: Sql,
  ) => sql`(SELECT v.snapshot FROM outcome_version v WHERE v.organization_id = o.organization_id AND v.outcome_id = o.id
    ${upTo} ORDER BY v.version DESC LIMIT 1)`
  return sql`EXISTS (SELECT FROM review_look l WHERE l.organization_id = o.organization_id AND l.person_id = ${personId}::uuid AND l.outcome_id = o.id
    AND ${last(sql`AND v.version <= l.version`)} IS DISTINCT FROM ${last(empty)})`
}

/** Those of a page that may be one with another result. */
async function listTwins(tx: SqlTx, actor: Actor, page: readonly Row[]): Promise<ReadonlySet<string>> {
  const suspected = page.filter((row) => row.twinIds.length > 0)
  const likened = await loadLikened(tx, actor, [...new Set(suspected.flatMap((row) => [row.id, ...row.twinIds]))])
  const isLike = (id: string, otherId: string) => {
    const [one, other] = [likened.get(id), likened.get(otherId)]
    return one !== undefined && other !== undefined && likenessOf(one, other) !== null
  }
  return new Set(suspected.filter((row) => row.twinIds.some((id) => isLike(row.id, id))).map((row) => row.id))
}

/** What waits for a decision that this reader may take, oldest first. */
export function listReviewQueue(ctx: Reader, input: z.infer<typeof QueueInput>): Promise<z.infer<typeof QueueOutput>> {
  const { actor } = ctx
  const after = input.cursor === undefined ? empty : sql` AND ${afterCursor(input.cursor, 'waiting')}`
  const types = input.type?.length ? sql` AND o.type_id = ANY (${input.type}::uuid[])` : empty
  const late = input.late ? sql` AND o.submitted_at < ${new Date(lateBefore(actor.today, actor.settings))}::timestamptz` : empty
  return read(ctx.db, actor.organizationId, async (tx) => {
    const team = input.team ? sql` AND ${await leadTeamBelow(tx, actor, input.team)}` : empty
    const rows =
      await tx.rows<Row>(sql`SELECT ${outcomeColumns(actor)}, o.twin_ids AS "twinIds", ${isUnsettled} AS "isUnsettled", ${latestStep} AS step, ${changedSinceLook(actor)} AS "hasChanged" FROM (
      SELECT q.*, ${twinIds(actor)} AS twin_ids FROM (
        SELECT o.* FROM outcome o WHERE ${waiting(actor)}${types}${team}${late}${after} ORDER BY ${orderOf('waiting')} LIMIT ${input.limit + 1}) q) o
      ORDER BY ${orderOf('waiting')}`)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    const chains = await loadChains(tx, actor, page.map(leadTeamOf))
    const records = page.map((row) => recordOf(row, chains))
    const waits = await listWaitsFor(tx, actor, records)
    const twins = await listTwins(tx, actor, page)
    const items = page.map((row, i): QueueItem => {
      const promised = row.submittedAt && promiseOf(row.submittedAt.getTime(), actor.today, actor.settings)
      const lateDays = promised?.lateDays ?? 0
      return {
        outcome: presentSummary(row, ctx, records[i] ?? recordOf(row, chains)),
        waitingDays: promised?.waitingDays ?? 0,
        dueOn: promised?.dueOn ?? null,
        lateDays,
        warnings: warningsOf(row, { isLate: lateDays > 0, hasTwin: twins.has(row.id) }),
        waitsFor: waits[i] ?? { deciders: [], ask: [], team: null, passed: [] },
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

function warningsOf(row: Row, { isLate, hasTwin }: { isLate: boolean; hasTwin: boolean }): QueueItem['warnings'] {
  return [
    ...(row.hasChanged ? (['changed'] as const) : []),
    ...(hasTwin ? (['possible-duplicate'] as const) : []),
    ...(row.isUnsettled ? (['split-unsettled'] as const) : []),
    ...(row.state === 'second-look' ? (['second-look'] as const) : []),
    ...(isLate ? (['overdue'] as const) : []),
    ...(row.step === null ? [] : row.step === 0 ? (['reminded'] as const) : (['escalated'] as const)),
    ...(row.hasEvidence || row.externalId ? [] : (['without-evidence'] as const)),
  ]
}

/** The figure beside "Review", up to a cap. */
export function countReview(ctx: Reader): Promise<{ count: number; isCapped: boolean }> {
  const cap = 100
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const row = await tx.one<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM ((SELECT FROM outcome o WHERE ${waiting(ctx.actor)} LIMIT ${cap + 1})
        UNION ALL (SELECT FROM outcome o WHERE ${questionedBy(ctx.actor)} LIMIT ${cap + 1})) x`,
    )
    return { count: Math.min(row?.n ?? 0, cap), isCapped: (row?.n ?? 0) > cap }
  })
}

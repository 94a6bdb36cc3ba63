import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { undoUntil } from '@oeuvre/domain/outcomes/review/rules'
import type { AwardRecord } from '@oeuvre/domain/recognition/awards/policy'
import { awardLimits } from '@oeuvre/domain/recognition/awards/schema'
import { holdsOn } from '../../outcomes/queries/load-outcomes.ts'
import { visibleTo } from '../../outcomes/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'

type Ref = { readonly id: string; readonly name: string }
export type AwardRow = {
  readonly id: string
  readonly recipient: { readonly kind: 'person' | 'team'; readonly id: string; readonly name: string }
  readonly teamId: string | null
  readonly giverId: string
  readonly giver: Ref | null
  readonly reason: string
  readonly at: Date
  readonly revokedAt: Date | null
  readonly revokedBy: Ref | null
  readonly revokedReason: string | null
  readonly isHidden: boolean
  readonly people: readonly { readonly id: string; readonly isSeen: boolean }[]
  readonly results: readonly { readonly id: string; readonly title: string; readonly state: string; readonly isVisible: boolean }[]
  readonly trace: readonly { readonly at: string; readonly type: string; readonly outcomeId: string }[]
}

/** Awards of the organization, the newest first. Who may see them is still to be asked of the policy. */
export function loadAwards(tx: SqlTx, actor: Actor, condition: Sql): Promise<AwardRow[]> {
  const ref = (alias: 'g' | 'r') =>
    alias === 'g'
      ? sql`CASE WHEN g.status <> 'erased' THEN json_build_object('id', g.id, 'name', g.name) END`
      : sql`CASE WHEN r.status <> 'erased' THEN json_build_object('id', r.id, 'name', r.name) END`
  return tx.rows<AwardRow>(sql`
    SELECT a.id, CASE WHEN a.team_id IS NULL THEN json_build_object('kind', 'person', 'id', p.id, 'name', p.name)
        ELSE json_build_object('kind', 'team', 'id', t.id, 'name', t.name) END AS recipient,
      coalesce(a.team_id, n.team_id) AS "teamId", a.giver_id AS "giverId", ${ref('g')} AS giver, a.reason, a.at, a.revoked_at AS "revokedAt",
      ${ref('r')} AS "revokedBy", a.revoked_reason AS "revokedReason", a.hidden_at IS NOT NULL AS "isHidden",
      (SELECT coalesce(json_agg(json_build_object('id', x.person_id, 'isSeen', x.seen_at IS NOT NULL)), '[]') FROM award_person x
        WHERE x.organization_id = a.organization_id AND x.award_id = a.id) AS people,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'state', o.state, 'isVisible', o.state <> 'draft' AND ${visibleTo(actor)})
        ORDER BY o.occurred_on DESC, o.id), '[]') FROM award_result x JOIN outcome o ON o.organization_id = x.organization_id AND o.id = x.outcome_id
        WHERE x.organization_id = a.organization_id AND x.award_id = a.id) AS results,
      (SELECT coalesce(json_agg(json_build_object('at', e.at, 'type', e.type, 'outcomeId', e.subject_id) ORDER BY e.id), '[]') FROM award_result x
        JOIN event e ON e.organization_id = x.organization_id AND e.subject_kind = 'outcome' AND e.subject_id = x.outcome_id
          AND e.type IN ('outcome.reopened', 'outcome.withdrawn', 'outcome.merged', 'outcome.verified') AND e.at > a.at
        WHERE x.organization_id = a.organization_id AND x.award_id = a.id) AS trace
    FROM award a LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
    LEFT JOIN team t ON t.organization_id = a.organization_id AND t.id = a.team_id
    LEFT JOIN team_membership n ON n.organization_id = a.organization_id AND n.person_id = a.person_id AND ${holdsOn('n', dayNow(sql`${actor.today}::date`))}
    JOIN person g ON g.organization_id = a.organization_id AND g.id = a.giver_id
    LEFT JOIN person r ON r.organization_id = a.organization_id AND r.id = a.revoked_by_id
    WHERE a.organization_id = ${actor.organizationId}::uuid AND ${condition}
    ORDER BY a.at DESC, a.id DESC LIMIT ${awardLimits.list}`)
}

/** A row as the policy sees it. */
export function awardRecordOf(row: AwardRow): AwardRecord {
  const { giverId, people, teamId, revokedAt, revokedReason, isHidden, results } = row
  return {
    ...{ giverId, teamId, isHidden },
    givenAt: row.at.getTime(),
    recipientIds: people.map((one) => one.id),
    isSeenByAll: people.every((one) => one.isSeen),
    isUnderReview: results.some((one) => one.state !== 'verified'),
    isRevoked: revokedAt !== null && revokedReason !== null,
    isTakenBack: revokedAt !== null && revokedReason === null,
  }
}

/** Nobody was told yet. */
export function isUndoable(row: AwardRow, now: Date): boolean {
  return now.getTime() < undoUntil(row.at.getTime())
}

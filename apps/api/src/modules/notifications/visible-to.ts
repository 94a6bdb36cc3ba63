import { type Sql, sql } from '@oeuvre/db/sql'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { draftVisibleTo, visibleTo } from '../outcomes/visible-to.ts'

/** A notice of a result is shown while its reader may see the result: predicate over `notification n`. */
export function noticeVisibleTo(actor: Actor): Sql {
  return sql`(n.subject_kind NOT IN ('outcome', 'kudos', 'story')
    OR n.subject_kind = 'kudos' AND EXISTS (SELECT FROM kudos k WHERE k.organization_id = n.organization_id AND k.id = n.subject_id AND k.removed_at IS NULL)
    OR n.subject_kind = 'story' AND EXISTS (SELECT FROM stage_story s JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
      WHERE s.organization_id = n.organization_id AND s.id = n.subject_id AND ${visibleTo(actor)})
    OR n.subject_kind = 'outcome' AND EXISTS (SELECT FROM outcome o WHERE o.organization_id = n.organization_id AND o.id = n.subject_id
    AND ((o.state <> 'draft' AND ${visibleTo(actor)}) OR (o.state = 'draft' AND ${draftVisibleTo(actor)}))))`
}

import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { OutcomeState } from '@oeuvre/domain/outcomes/schema'
import type { Existing } from '@oeuvre/domain/transfers/plan/rules'
import { joinByLink, type LinkedDeal } from '../../outcomes/queries/join-by-link.ts'

type Row = {
  id: string
  external_id: string | null
  state: OutcomeState
  is_imported: boolean
  is_touched: boolean
  rung: number
  withdrawn_by: Existing['withdrawnBy']
  type_id: string
  subject: string
  title: string
  occurred_on: string
  first_touch_on: string | null
  value_minor: string | null
  currency: string | null
  digits: number | null
  story_situation: string
  story_action: string
  story_result: string
  channel_ids: string[]
  contributor_ids: string[]
  objective_id: string | null
}

function present(row: Row): Existing {
  const { value_minor: minor, currency, digits } = row
  return {
    state: row.state,
    isImported: row.is_imported,
    isTouched: row.is_touched,
    rung: row.rung,
    withdrawnBy: row.withdrawn_by,
    fields: {
      typeId: row.type_id,
      subject: row.subject,
      title: row.title,
      occurredOn: row.occurred_on,
      firstTouchOn: row.first_touch_on,
      value: minor !== null && currency !== null && digits !== null ? { minor, currency, digits } : null,
      story: { situation: row.story_situation, action: row.story_action, result: row.story_result },
      channelIds: row.channel_ids,
      contributorIds: row.contributor_ids,
      objectiveId: row.objective_id,
    },
  }
}

/**
 * Results that bear these external ids: what an import brought, whatever became of it, else what somebody logged by hand with its
 * number in the CRM, or the one that names the link by which the deal came. Touched: somebody, and not an import, has done something to it.
 */
export async function findDeals(
  tx: SqlTx,
  organizationId: OrganizationId,
  externalIds: readonly string[],
  linked: readonly LinkedDeal[] = [],
): Promise<Map<string, Existing>> {
  if (externalIds.length === 0) return new Map()
  const joined = new Map([...(await joinByLink(tx, organizationId, linked))].map(([externalId, id]) => [id, externalId]))
  const rows = await tx.rows<Row>(sql`
    SELECT DISTINCT ON (coalesce(o.external_id, o.id::text)) o.id, o.external_id, o.state, o.import_id IS NOT NULL AS is_imported, o.rung, o.type_id, o.subject, o.title,
      o.occurred_on, o.first_touch_on, o.value_minor, o.currency, o.digits, o.story_situation, o.story_action,
      o.story_result, o.objective_id,
      EXISTS (SELECT FROM outcome_version v WHERE v.organization_id = o.organization_id AND v.outcome_id = o.id
        AND v.actor_kind = 'person') AS is_touched,
      (SELECT e.payload ->> 'cause' FROM event e WHERE e.organization_id = o.organization_id AND e.subject_kind = 'outcome' AND e.subject_id = o.id
        AND e.type = 'outcome.withdrawn' ORDER BY e.id DESC LIMIT 1) AS withdrawn_by,
      ARRAY(SELECT c.channel_id FROM outcome_channel c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id) AS channel_ids,
      ARRAY(SELECT c.person_id FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id ORDER BY c.position) AS contributor_ids
    FROM outcome o
    WHERE o.organization_id = ${organizationId}::uuid AND (o.id = ANY (${[...joined.keys()]}::uuid[]) OR o.external_id = ANY (${[...externalIds]}::text[])
      AND (o.import_id IS NOT NULL OR o.state IN ('submitted', 'second-look', 'changes-requested', 'verified')))
    ORDER BY coalesce(o.external_id, o.id::text), o.import_id IS NULL, o.created_at DESC`)
  const known = new Map(rows.flatMap((row) => (row.external_id === null ? [] : [[row.external_id, present(row)] as const])))
  for (const row of rows) {
    const externalId = joined.get(row.id)
    // What bears the number itself comes first.
    if (externalId !== undefined && !known.has(externalId)) known.set(externalId, present(row))
  }
  return known
}

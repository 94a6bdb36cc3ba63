import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { choiceRefusal, mayReadUnseen } from '@oeuvre/domain/stage/policy'
import { isRead } from '@oeuvre/domain/stage/rules'
import type { OfOutcome, StoryPage } from '@oeuvre/domain/stage/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes } from '../../outcomes/queries/load-outcomes.ts'
import { placeOfRow, presentPage } from '../present.ts'
import { findFormer, loadStories } from '../repo.ts'

type Reader = Pick<OrgContext, 'db' | 'actor' | 'now' | 'baseUrl'>

/** One story; before its day and once it is down for those alone whom it concerns. @throws DomainError not-found */
export function getStory(ctx: Reader, { id }: { readonly id: string }): Promise<StoryPage> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const [row] = await loadStories(tx, ctx.actor, [id])
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row, await chainsFor(tx, ctx.actor, [row]))
    const isKnown = isRead(placeOfRow(row, ctx.actor.today))
      ? visibilityOf(ctx.actor, record).isVisible
      : mayReadUnseen(ctx.actor, record, row.chosenBy.id)
    if (!isKnown) throw new DomainError('not-found')
    const former = await findFormer(tx, ctx.actor, id)
    return presentPage(row, { ...ctx, former }, record)
  })
}

/** Whether a result is on stage, or may be put there by this reader. @throws DomainError not-found */
export function getOfOutcome(ctx: Reader, { outcomeId }: { readonly outcomeId: string }): Promise<OfOutcome> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [outcome] = await loadOutcomes(tx, actor, [outcomeId])
    if (!outcome) throw new DomainError('not-found')
    const record = recordOf(outcome, await chainsFor(tx, actor, [outcome]))
    if (!visibilityOf(actor, record).isVisible) throw new DomainError('not-found')
    const rows = await tx.rows<{ id: string }>(sql`SELECT id FROM stage_story WHERE organization_id = ${actor.organizationId}::uuid
      AND outcome_id = ${outcomeId}::uuid AND down_at IS NULL`)
    const [row] = await loadStories(
      tx,
      actor,
      rows.map(({ id }) => id),
    )
    const place = row && placeOfRow(row, actor.today)
    const isKnown = row && place && (isRead(place) || mayReadUnseen(actor, record, row.chosenBy.id))
    const canChoose = !row && isPermitted(actor, 'stage.choose') && choiceRefusal(actor, record) === null
    return {
      story: isKnown ? { id: row.storyId, place } : null,
      canChoose,
      unasked: canChoose ? await listUnasked(tx, actor, outcomeId) : [],
    }
  })
}

async function listUnasked(tx: SqlTx, { organizationId, today }: Actor, outcomeId: string): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(sql`SELECT p.name FROM contributor c
    JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    WHERE c.organization_id = ${organizationId}::uuid AND c.outcome_id = ${outcomeId}::uuid AND p.status = 'active'
      AND (p.left_on IS NULL OR p.left_on > ${today}::date) AND stage_asks(p.organization_id, p.id) = 'nobody' ORDER BY c.position, p.id`)
  return rows.map(({ name }) => name)
}

/** What the results behind stories are called, by the ids of the stories. */
export async function storyTitles(
  tx: SqlTx,
  { organizationId }: Pick<Actor, 'organizationId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; title: string }>(sql`SELECT s.id, o.title FROM stage_story s
    JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
    WHERE s.organization_id = ${organizationId}::uuid AND s.id = ANY (${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

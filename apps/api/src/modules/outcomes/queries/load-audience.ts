import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { commentLimits } from '@oeuvre/domain/outcomes/comments/schema'
import { nearestDeciders, type OutcomeRecord, visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { PersonRef } from '@oeuvre/domain/outcomes/schema'
import { recordOf } from '../present.ts'
import { canSignIn, leadTeamOf, loadChains } from './load-chains.ts'
import { loadOutcomes, type OutcomeRow } from './load-outcomes.ts'

export type Discussed = { readonly row: OutcomeRow; readonly record: OutcomeRecord }

/** @throws DomainError not-found; forbidden where the outcome may be seen and the words said of it not */
export async function loadDiscussed(tx: SqlTx, actor: Actor, outcomeId: string): Promise<Discussed> {
  const [row] = await loadOutcomes(tx, actor, [outcomeId])
  const record = row && recordOf(row, await loadChains(tx, actor, [leadTeamOf(row)]))
  const visibility = record && visibilityOf(actor, record)
  if (!row || !record || !visibility?.isVisible) throw new DomainError('not-found')
  if (!visibility.areWordsShown) throw new DomainError('forbidden')
  return { row, record }
}

/** Who may see what is said of it, as `visibilityOf` has it: author, contributors, every manager above one of them, whoever decides. */
export async function loadAudience(tx: SqlTx, actor: Actor, { row, record }: Discussed): Promise<PersonRef[]> {
  const today = sql`${actor.today}::date`
  const org = sql`${actor.organizationId}::uuid`
  const isDraft = row.state === 'draft'
  const taking = row.contributors.filter((c) => !isDraft || c.role === 'lead').map((c) => c.id)
  const chains = await loadChains(tx, actor, isDraft ? [] : row.contributors.map((c) => c.teamNow))
  const managers = row.contributors.flatMap((c) => chains(c.teamNow).flatMap((team) => team.managerIds))
  const ids = [...new Set([...(row.authorId === null ? [] : [row.authorId]), ...taking, ...managers])]
  const fallsToReviewers = !isDraft && nearestDeciders(record).length === 0
  return tx.rows<PersonRef>(sql`SELECT p.id, p.name FROM person p WHERE p.organization_id = ${org} AND p.status <> 'erased' AND (p.id = ANY (${ids}::uuid[])
      OR ${fallsToReviewers} AND ${canSignIn(today)} AND EXISTS (SELECT FROM role_grant r
        WHERE r.organization_id = p.organization_id AND r.person_id = p.id AND r.role = 'reviewer'))
    ORDER BY p.name_key, p.id LIMIT ${commentLimits.audience}`)
}

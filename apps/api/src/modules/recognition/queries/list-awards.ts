import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { leadsAward, mayGiveAward, maySeeAward } from '@oeuvre/domain/recognition/awards/policy'
import type { AwardsOutput, ListAwardsInput } from '@oeuvre/domain/recognition/awards/schema'
import { maySeePortfolio } from '@oeuvre/domain/recognition/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentAward } from '../present.ts'
import { findSharing } from '../repo.ts'
import { findRecipient } from './find-recipient.ts'
import { awardRecordOf, loadAwards } from './load-awards.ts'
import { loadStory } from './load-story.ts'

type Reader = Pick<OrgContext, 'db' | 'actor' | 'now'>

/**
 * Awards of a person (with those of their teams at the time, for themself), of a team, or for a result: what of them this reader may see.
 * @throws DomainError not-found
 */
export function listAwards(ctx: Reader, asked: ListAwardsInput): Promise<AwardsOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    if ('outcomeId' in asked) {
      await loadStory(tx, actor, asked.outcomeId)
      const rows = await loadAwards(
        tx,
        actor,
        sql`a.id IN (SELECT x.award_id FROM award_result x WHERE x.organization_id = a.organization_id
        AND x.outcome_id = ${asked.outcomeId}::uuid)`,
      )
      return { awards: present(rows, ctx), can: { give: false } }
    }
    if ('teamId' in asked) {
      const recipient = await findRecipient(tx, actor, { personId: null, teamId: asked.teamId })
      return {
        awards: present(await loadAwards(tx, actor, sql`a.team_id = ${asked.teamId}::uuid`), ctx),
        can: { give: mayGive(actor, recipient) },
      }
    }
    return ofPerson(tx, ctx, asked.personId)
  })
}

function mayGive(actor: Actor, recipient: Parameters<typeof mayGiveAward>[1]): boolean {
  return isPermitted(actor, 'award.give') && mayGiveAward(actor, recipient)
}

function present(rows: Awaited<ReturnType<typeof loadAwards>>, { actor, now }: Reader) {
  return rows.filter((row) => maySeeAward(actor, awardRecordOf(row), now.getTime())).map((row) => presentAward(row, actor, now))
}

/** What others than whom it concerns see of it on somebody's page is what that person shares. */
async function ofPerson(tx: SqlTx, ctx: Reader, personId: string): Promise<AwardsOutput> {
  const { actor } = ctx
  const recipient = await findRecipient(tx, actor, { personId, teamId: null })
  const isShared = maySeePortfolio(actor, { personId, ...(await findSharing(tx, actor.organizationId, personId)) })
  const rows = await loadAwards(
    tx,
    actor,
    sql`(a.person_id = ${personId}::uuid OR a.team_id IS NOT NULL AND a.id IN (SELECT x.award_id FROM award_person x
    WHERE x.organization_id = a.organization_id AND x.person_id = ${personId}::uuid))`,
  )
  const shown = rows.filter((row) => isShared || row.giverId === actor.personId || leadsAward(actor, awardRecordOf(row)))
  return { awards: present(shown, ctx), can: { give: mayGive(actor, recipient) } }
}

/** One award, which this reader may see. @throws DomainError not-found */
export async function findAward(tx: SqlTx, { actor, now }: { readonly actor: Actor; readonly now: Date }, id: string) {
  const [row] = await loadAwards(tx, actor, sql`a.id = ${id}::uuid`)
  const record = row && awardRecordOf(row)
  if (!row || !record || !maySeeAward(actor, record, now.getTime())) throw new DomainError('not-found')
  return { row, record }
}

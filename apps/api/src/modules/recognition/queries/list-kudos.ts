import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import {
  type KudosOfOutcomeInput,
  type KudosOfOutcomeOutput,
  type KudosOfPersonInput,
  type KudosOfPersonOutput,
  kudosLimits,
} from '@oeuvre/domain/recognition/kudos/schema'
import { maySeePortfolio } from '@oeuvre/domain/recognition/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { visibleTo } from '../../outcomes/visible-to.ts'
import { presentKudos } from '../present.ts'
import { findSharing, kudosFrom, listKudosRows } from '../repo.ts'
import { loadStory } from './load-story.ts'

type Reader = Pick<OrgContext, 'db' | 'actor'>

/** Of these after the one that is known. */
function before({ organizationId }: Actor, cursor: string | undefined): Sql {
  if (cursor === undefined) return empty
  return sql` AND (k.at, k.id) < (SELECT c.at, c.id FROM kudos c WHERE c.organization_id = ${organizationId}::uuid AND c.id = ${cursor}::uuid)`
}

/**
 * Thanks on a story and whom this reader may thank for it.
 * @throws DomainError not-found, also for a story that this reader may not see
 */
export function listKudos(ctx: Reader, { outcomeId, cursor }: KudosOfOutcomeInput): Promise<KudosOfOutcomeOutput> {
  const { actor } = ctx
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const story = await loadStory(tx, actor, outcomeId)
    const source = kudosFrom.story(actor.organizationId, outcomeId)
    const rows = await listKudosRows(tx, actor, source, sql`TRUE${before(actor, cursor)}`, kudosLimits.page + 1)
    const isThankable = story.state === 'verified' && actor.kind === 'person'
    return {
      kudos: rows
        .slice(0, kudosLimits.page)
        .toReversed()
        .map((row) => presentKudos(row, actor)),
      hasOlder: rows.length > kudosLimits.page,
      mayThank: isThankable ? await listThankable(tx, actor, outcomeId) : [],
    }
  })
}

/** Everybody on the story but whoever asks, in its order. */
function listThankable(tx: SqlTx, { organizationId, personId }: Actor, outcomeId: string) {
  return tx.rows<{ id: string; name: string }>(sql`SELECT p.id, p.name FROM contributor c
    JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    WHERE c.organization_id = ${organizationId}::uuid AND c.outcome_id = ${outcomeId}::uuid AND p.status <> 'erased' AND p.id <> ${personId}::uuid
    ORDER BY c.position`)
}

/**
 * Thanks that somebody received for what stands verified; the newest first. Another's only where they share it, and of it what is open.
 * @throws DomainError not-found for nobody who is here
 */
export function listKudosOfPerson(ctx: Reader, { personId, cursor, limit }: KudosOfPersonInput): Promise<KudosOfPersonOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const known = await tx.one(sql`SELECT id FROM person WHERE organization_id = ${actor.organizationId}::uuid AND id = ${personId}::uuid
      AND status <> 'erased'`)
    if (!known) throw new DomainError('not-found')
    const sharing = await findSharing(tx, actor.organizationId, personId)
    if (!maySeePortfolio(actor, { personId, ...sharing })) return { kudos: [], nextCursor: null }
    const standing = sql`o.state = 'verified' AND ${visibleTo(actor)}${before(actor, cursor)}`
    const rows = await listKudosRows(tx, actor, kudosFrom.person(actor.organizationId, personId), standing, limit + 1)
    const page = rows.slice(0, limit)
    return { kudos: page.map((row) => presentKudos(row, actor)), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
}

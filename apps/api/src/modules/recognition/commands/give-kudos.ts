import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { KudosEvent } from '@oeuvre/domain/recognition/events'
import { refusalsOfKudos, refusalsOfWords } from '@oeuvre/domain/recognition/kudos/rules'
import { type EditKudosInput, type GiveKudosInput, kudosLimits } from '@oeuvre/domain/recognition/kudos/schema'
import { type CommandContext, type Emit, mutate } from '../../../platform/mutate.ts'
import { loadStory } from '../queries/load-story.ts'

export function emitKudos(emit: Emit, type: KudosEvent['type'], id: string): void {
  emit({ type, subject: { kind: 'kudos', id } } satisfies KudosEvent)
}

/**
 * Thanks to people of a story. Sent twice under one id it is one.
 * @throws DomainError every refusal at once, each beside its field; not-found; conflict for an id that is another's
 */
export function giveKudos(ctx: CommandContext, input: GiveKudosInput): Promise<{ id: string }> {
  const { actor } = ctx
  const { id, outcomeId, personIds, isPrivate, text } = input
  return mutate(ctx, async (tx, emit) => {
    if (actor.kind !== 'person' || actor.personId === null) throw new DomainError('forbidden')
    const story = await loadStory(tx, actor, outcomeId)
    const peopleIds = new Set(story.contributors.map((one) => one.id))
    const earlier = await listEarlier(tx, actor, id)
    const refusals = refusalsOfKudos(input, { writerId: actor.personId, state: story.state, peopleIds, earlier })
    if (refusals.length > 0) throw new DomainError(refusals)
    const org = sql`${actor.organizationId}::uuid`
    const added = await tx.run(sql`INSERT INTO kudos (organization_id, id, outcome_id, writer_id, text, is_private, at)
      VALUES (${org}, ${id}::uuid, ${outcomeId}::uuid, ${actor.personId}::uuid, ${text}, ${isPrivate}, ${ctx.now}::timestamptz)
      ON CONFLICT (organization_id, id) DO NOTHING`)
    if (added === 0) {
      if ((await ownKudos(tx, actor, id)).outcomeId !== outcomeId) throw new DomainError('conflict')
      return { id }
    }
    await tx.run(sql`INSERT INTO kudos_person (organization_id, kudos_id, person_id)
      SELECT DISTINCT ${org}, ${id}::uuid, x FROM unnest(${personIds}::uuid[]) AS x`)
    emitKudos(emit, 'kudos.given', id)
    return { id }
  })
}

/** One's own words, for as long as one likes. @throws DomainError not-found; forbidden where it is another's */
export function editKudos(ctx: CommandContext, { id, text }: EditKudosInput): Promise<{ id: string }> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const was = await ownKudos(tx, actor, id)
    if (was.text === text) return { id }
    const refusals = refusalsOfWords(text, await listEarlier(tx, actor, id))
    if (refusals.length > 0) throw new DomainError(refusals)
    await tx.run(sql`UPDATE kudos SET text = ${text}, edited_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
    emitKudos(emit, 'kudos.edited', id)
    return { id }
  })
}

/** What the writer said elsewhere and stands. */
async function listEarlier(tx: Tx, { organizationId, personId }: Actor, id: string): Promise<string[]> {
  const rows = await tx.rows<{ text: string }>(sql`SELECT text FROM kudos WHERE organization_id = ${organizationId}::uuid
    AND writer_id = ${personId}::uuid AND id <> ${id}::uuid AND removed_at IS NULL ORDER BY at DESC LIMIT ${kudosLimits.earlier}`)
  return rows.map((row) => row.text)
}

type OwnKudos = { readonly outcomeId: string; readonly text: string; readonly removedAt: Date | null }

/** Locked. Another's is found only by whoever may see it. @throws DomainError not-found, forbidden */
export async function ownKudos(tx: Tx, actor: Actor, id: string, { isRemoved = false } = {}): Promise<OwnKudos> {
  const row = await tx.one<OwnKudos & { writerId: string; isPrivate: boolean; isNamed: boolean }>(sql`
    SELECT k.outcome_id AS "outcomeId", k.text, k.removed_at AS "removedAt", k.writer_id AS "writerId", k.is_private AS "isPrivate",
      EXISTS (SELECT FROM kudos_person x WHERE x.organization_id = k.organization_id AND x.kudos_id = k.id AND x.person_id = ${actor.personId}::uuid) AS "isNamed"
    FROM kudos k WHERE k.organization_id = ${actor.organizationId}::uuid AND k.id = ${id}::uuid FOR NO KEY UPDATE`)
  if (!row || (row.removedAt !== null && !isRemoved)) throw new DomainError('not-found')
  if (row.writerId !== actor.personId) {
    await loadStory(tx, actor, row.outcomeId)
    throw new DomainError(row.isPrivate && !row.isNamed ? 'not-found' : 'forbidden')
  }
  return row
}

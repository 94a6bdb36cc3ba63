import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { AnswerAskedInput, AskedPage } from '@oeuvre/domain/stage/schema'
import { mutate } from '../../../platform/mutate.ts'
import { openNamedActor } from '../../../platform/named-actor.ts'
import { hashOf, parseToken } from '../../../platform/tokens.ts'
import type { Context } from '../../../trpc/context.ts'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { tellStory } from '../present.ts'
import { loadStories, type StoryRow } from '../repo.ts'
import { keepAnswer } from './answer-story.ts'

type Asked = { readonly personId: string; readonly personName: string; readonly row: StoryRow }
type Door = { readonly organizationId: OrganizationId; readonly secret: string }

async function passDoor<T>(ctx: Context, token: string, use: (door: Door) => Promise<T>): Promise<T> {
  await ctx.limits.attempt('link', token, ctx.address)
  const parsed = parseToken(token)
  if (!parsed) throw new DomainError('link-invalid')
  // The hash decides whether it opens anything.
  const answer = await use({ organizationId: parsed.organizationId as OrganizationId, secret: parsed.secret })
  await ctx.limits.forget('link', token, ctx.address)
  return answer
}

/** Of somebody who is still here, while the story is not down. @throws DomainError link-invalid */
async function findAsked(tx: SqlTx, actor: Actor, secret: string): Promise<Asked> {
  const found = await tx.one<{ storyId: string; personId: string; personName: string }>(sql`
    SELECT k.story_id AS "storyId", k.person_id AS "personId", p.name AS "personName" FROM stage_consent k
    JOIN stage_story s ON s.organization_id = k.organization_id AND s.id = k.story_id AND s.down_at IS NULL
    JOIN person p ON p.organization_id = k.organization_id AND p.id = k.person_id AND p.status = 'active'
      AND (p.left_on IS NULL OR p.left_on > ${actor.today}::date)
    WHERE k.organization_id = ${actor.organizationId}::uuid AND k.token_hash = ${hashOf(secret)}`)
  const [row] = found ? await loadStories(tx, actor, [found.storyId]) : []
  if (!found || !row?.contributors.some(({ id }) => id === found.personId)) throw new DomainError('link-invalid')
  return { personId: found.personId, personName: found.personName, row }
}

/** The story as whoever was asked by mail would read it. @throws DomainError link-invalid */
export function openAsked(ctx: Context, { token }: { readonly token: string }): Promise<AskedPage> {
  return passDoor(ctx, token, async ({ organizationId, secret }) => {
    const system = await openNamedActor(ctx.db, organizationId, { kind: 'system', personId: null, importId: null })
    return read(ctx.db, organizationId, async (tx) => {
      const { personId, personName, row } = await findAsked(tx, system, secret)
      const actor = { ...system, kind: 'person', personId } as const
      const record = recordOf(row, await chainsFor(tx, actor, [row]))
      const { card } = tellStory(row, { actor, now: ctx.now }, record)
      const answer = row.consents.find((one) => one.personId === personId)?.answer ?? null
      return { organizationName: system.settings.name, personName, story: card, reason: row.reason, chosenBy: row.chosenBy, answer }
    })
  })
}

/** What they say, again at any moment; nobody learns who said what. @throws DomainError link-invalid */
export function answerAsked(ctx: Context, { token, answer }: AnswerAskedInput): Promise<{ answer: AnswerAskedInput['answer'] }> {
  return passDoor(ctx, token, async ({ organizationId, secret }) => {
    const actor = await openNamedActor(ctx.db, organizationId, { kind: 'system', personId: null, importId: null })
    const unseen = { db: ctx.db, enqueue: ctx.enqueue, now: ctx.now, requestId: null, actor }
    return mutate(unseen, async (tx, emit) => {
      const { personId, row } = await findAsked(tx, actor, secret)
      await tx.run(sql`SELECT FROM stage_story WHERE organization_id = ${organizationId}::uuid AND id = ${row.storyId}::uuid FOR UPDATE`)
      await keepAnswer(unseen, tx, emit, { row, personId, answer })
      return { answer }
    })
  })
}

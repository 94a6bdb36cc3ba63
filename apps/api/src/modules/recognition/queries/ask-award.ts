import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { mayGiveAward } from '@oeuvre/domain/recognition/awards/policy'
import { type AwardChoicesOutput, type AwardQuestionsInput, awardLimits, type Recipient } from '@oeuvre/domain/recognition/awards/schema'
import {
  type NamedResult,
  questionRules,
  questionsOfResults,
  questionsOfThanks,
  type Thanked,
} from '@oeuvre/domain/recognition/questions/rules'
import type { Question } from '@oeuvre/domain/recognition/questions/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { holdsOn } from '../../outcomes/queries/load-outcomes.ts'
import { concernedBy } from '../../outcomes/visible-to.ts'
import { kudosOpen } from '../visible-to.ts'
import { type FoundRecipient, findRecipient } from './find-recipient.ts'

type Reader = Pick<OrgContext, 'db' | 'actor'>

/** @throws DomainError not-found, forbidden */
export async function findReached(tx: SqlTx, actor: Actor, asked: Recipient): Promise<FoundRecipient> {
  const recipient = await findRecipient(tx, actor, asked)
  if (!mayGiveAward(actor, recipient)) throw new DomainError('forbidden')
  return recipient
}

/**
 * Verified results of whom an award is for, in which the reader took no part; the newest first, and by nothing else.
 * @throws DomainError not-found, forbidden
 */
export function listAwardChoices(ctx: Reader, asked: Recipient): Promise<AwardChoicesOutput> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const recipient = await findReached(tx, ctx.actor, asked)
    return { recipient: { name: recipient.name }, results: await listResults(tx, ctx.actor, recipient) }
  })
}

function listResults(tx: SqlTx, actor: Actor, { personId, teamId }: FoundRecipient): Promise<NamedResult[]> {
  const takesPart =
    personId === null
      ? sql`EXISTS (SELECT FROM contributor c JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
          AND ${holdsOn('m', sql`coalesce(o.occurred_on, ${actor.today}::date)`)}
          WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND m.team_id = ${teamId}::uuid)`
      : sql`EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = ${personId}::uuid)`
  return tx.rows<NamedResult>(sql`SELECT o.id, o.title, o.subject AS client, o.occurred_on AS "on" FROM outcome o
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.state = 'verified' AND ${takesPart} AND ${concernedBy(actor, actor.personId ?? '')}
      AND NOT EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = ${actor.personId}::uuid)
    ORDER BY o.occurred_on DESC, o.id DESC LIMIT ${awardLimits.choices}`)
}

/**
 * What can be seen that is worth a question before it is given. Nothing of it is kept, or shown to anybody else.
 * @throws DomainError not-found, forbidden
 */
export function listAwardQuestions(ctx: Reader, { outcomeIds, ...asked }: AwardQuestionsInput): Promise<{ questions: Question[] }> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const recipient = await findReached(tx, actor, asked)
    const results = await listResults(tx, actor, recipient)
    const awarded = await tx.rows<{
      id: string
    }>(sql`SELECT x.outcome_id AS id FROM award_result x JOIN award a ON a.organization_id = x.organization_id
      AND a.id = x.award_id WHERE x.organization_id = ${actor.organizationId}::uuid AND x.outcome_id = ANY (${outcomeIds}::uuid[]) AND a.revoked_at IS NULL`)
    const chosen = results.filter((one) => outcomeIds.includes(one.id))
    const others = results.filter((one) => !outcomeIds.includes(one.id))
    const ofResults = questionsOfResults({ chosen, others, awardedIds: new Set(awarded.map((one) => one.id)), today: actor.today })
    return { questions: [...ofResults, ...questionsOfThanks(await listThanks(tx, actor, recipient.personIds))] }
  })
}

/** Open thanks around these people: theirs, to them, and between those with whom they exchange any. */
function listThanks(tx: SqlTx, actor: Actor, personIds: readonly string[]): Promise<Thanked[]> {
  const { organizationId, today, settings } = actor
  const org = sql`${organizationId}::uuid`
  return tx.rows<Thanked>(sql`
    WITH said AS MATERIALIZED (SELECT k.writer_id, x.person_id, k.at FROM kudos k JOIN kudos_person x ON x.organization_id = k.organization_id AND x.kudos_id = k.id
        WHERE k.organization_id = ${org} AND k.removed_at IS NULL AND ${kudosOpen}
          AND k.at >= ((${addDays(today, -questionRules.days)}::date)::timestamp AT TIME ZONE ${settings.timeZone})),
      near AS (SELECT writer_id AS id FROM said WHERE person_id = ANY (${[...personIds]}::uuid[])
        UNION SELECT person_id FROM said WHERE writer_id = ANY (${[...personIds]}::uuid[]) UNION SELECT unnest(${[...personIds]}::uuid[]))
    SELECT json_build_object('id', w.id, 'name', w.name) AS writer, json_build_object('id', p.id, 'name', p.name) AS "to", (s.at AT TIME ZONE ${settings.timeZone})::date AS "on"
    FROM said s JOIN person w ON w.organization_id = ${org} AND w.id = s.writer_id AND w.status <> 'erased'
    JOIN person p ON p.organization_id = ${org} AND p.id = s.person_id AND p.status <> 'erased'
    WHERE s.writer_id IN (SELECT id FROM near) AND s.person_id IN (SELECT id FROM near) ORDER BY s.at, w.id, p.id`)
}

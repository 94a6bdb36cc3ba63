import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { maySeeAward } from '@oeuvre/domain/recognition/awards/policy'
import { withoutClient } from '@oeuvre/domain/recognition/portfolio/rules'
import {
  type PortfolioInput,
  type PortfolioOutput,
  type PortfolioStory,
  portfolioLimits,
} from '@oeuvre/domain/recognition/portfolio/schema'
import { addMonths, startOfMonth } from '@oeuvre/domain/time/calendar'
import { confidentialTo, visibleTo } from '../../outcomes/visible-to.ts'
import { findSharing, kudosFrom, listKudosRows } from '../repo.ts'
import { kudosOpen } from '../visible-to.ts'
import { readRecognition } from './get-settings.ts'
import { awardRecordOf, loadAwards } from './load-awards.ts'

type Asked = Pick<PortfolioInput, 'from' | 'to'> & { readonly personId: string; readonly now: Date }
type StoryRow = Omit<PortfolioStory, 'client'> & { readonly subject: string; readonly isClientShown: boolean }

/** `o` within the days asked. */
function within({ from, to }: Pick<Asked, 'from' | 'to'>): Sql {
  return sql`(${from ?? null}::date IS NULL OR o.occurred_on >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR o.occurred_on <= ${to ?? null}::date)`
}

/**
 * What somebody did, as this reader may see it; who may see it at all was asked before. By the day of the result alone: no channel,
 * account, value or number enters what is chosen, or its order.
 */
export async function loadPortfolio(tx: SqlTx, actor: Actor, asked: Asked): Promise<PortfolioOutput> {
  const { organizationId } = actor
  const { personId } = asked
  const isOwn = actor.personId === personId
  const owner = await tx.one<PortfolioOutput['owner']>(sql`SELECT p.id, p.name, p.title, o.name AS organization FROM person p
    JOIN organization o ON o.organization_id = p.organization_id WHERE p.organization_id = ${organizationId}::uuid AND p.id = ${personId}::uuid`)
  const { withholdsClients } = await findSharing(tx, organizationId, personId)
  const rows = await listStories(tx, actor, asked)
  const stories = rows.slice(0, portfolioLimits.stories)
  const clients = withholdsClients ? stories.map((one) => one.subject) : []
  const plain = (text: string) => clients.reduce(withoutClient, text)
  const { ownTrend } = await readRecognition(tx, organizationId)
  return {
    owner: owner ?? { id: personId, name: '', title: null, organization: '' },
    ...{ isOwn, withholdsClients, isCut: rows.length > stories.length },
    stories: stories.map(({ subject, isClientShown, ...one }) => ({
      ...one,
      title: plain(one.title),
      client: withholdsClients || !isClientShown || subject.trim() === '' ? null : subject,
      story: { situation: plain(one.story.situation), action: plain(one.story.action), result: plain(one.story.result) },
    })),
    thanks: (await listThanks(tx, actor, asked)).map((one) => ({ ...one, text: plain(one.text), story: plain(one.story) })),
    awards: (await listAwards(tx, actor, asked)).map((one) => ({ ...one, reason: plain(one.reason) })),
    trend: isOwn && ownTrend === 'on' ? await loadTrend(tx, actor) : null,
  }
}

function listStories(tx: SqlTx, actor: Actor, asked: Asked): Promise<StoryRow[]> {
  return tx.rows<StoryRow>(sql`
    SELECT o.id, o.title, o.subject, o.occurred_on AS "on", mine.role, ${confidentialTo(actor) ?? sql`TRUE`} AS "isClientShown",
      CASE WHEN t.id IS NOT NULL THEN json_build_object('code', t.code, 'name', t.name, 'pigment', t.pigment) END AS type,
      CASE WHEN s.id IS NOT NULL THEN json_build_object('code', s.code, 'name', s.name) END AS skill,
      json_build_object('situation', o.story_situation, 'action', o.story_action, 'result', o.story_result) AS story,
      (SELECT json_agg(json_build_object('personId', c.person_id, 'role', c.role, 'weight', c.weight) ORDER BY c.position) FROM contributor c
        WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id) AS weights,
      ARRAY(SELECT p.name FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
        WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id <> mine.person_id AND p.status <> 'erased' ORDER BY c.position) AS colleagues
    FROM contributor mine CROSS JOIN LATERAL (SELECT x.* FROM outcome x WHERE x.organization_id = mine.organization_id AND x.id = mine.outcome_id OFFSET 0) o
    LEFT JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id
    LEFT JOIN skill s ON s.organization_id = o.organization_id AND s.id = o.skill_id
    WHERE mine.organization_id = ${actor.organizationId}::uuid AND mine.person_id = ${asked.personId}::uuid AND o.state = 'verified'
      AND ${visibleTo(actor)} AND ${within(asked)}
    ORDER BY o.occurred_on DESC, o.id DESC LIMIT ${portfolioLimits.stories + 1}`)
}

/** Said in the open and hidden by nobody, for stories of these days. */
async function listThanks(tx: SqlTx, actor: Actor, asked: Asked) {
  const open = sql`o.state = 'verified' AND ${visibleTo(actor)} AND ${kudosOpen} AND ${within(asked)}`
  const rows = await listKudosRows(tx, actor, kudosFrom.person(actor.organizationId, asked.personId), open, portfolioLimits.thanks)
  return rows.map(({ id, writer, text, outcome, at }) => ({ id, writer, text, story: outcome.title, on: at.toISOString().slice(0, 10) }))
}

async function listAwards(tx: SqlTx, actor: Actor, asked: Asked) {
  const { personId, now } = asked
  const rows = await loadAwards(
    tx,
    actor,
    sql`a.hidden_at IS NULL AND a.revoked_at IS NULL AND a.id IN (SELECT x.award_id FROM award_person x WHERE x.organization_id = a.organization_id
      AND x.person_id = ${personId}::uuid) AND a.id IN (SELECT x.award_id FROM award_result x JOIN outcome o ON o.organization_id = x.organization_id
      AND o.id = x.outcome_id WHERE x.organization_id = a.organization_id AND ${within(asked)})`,
  )
  return rows.flatMap((row) => {
    const record = awardRecordOf(row)
    if (record.isUnderReview || !maySeeAward(actor, record, now.getTime())) return []
    const team = row.recipient.kind === 'team' ? row.recipient.name : null
    return [{ id: row.id, giver: row.giver, reason: row.reason, on: row.at.toISOString().slice(0, 10), team }]
  })
}

/** Results a quarter in which one took part, the running one last. Nobody else's, beside nobody's. */
async function loadTrend(tx: SqlTx, { organizationId, personId, today }: Actor): Promise<{ from: string; results: number }[]> {
  const month = startOfMonth(today)
  const running = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
  const first = addMonths(running, -3 * (portfolioLimits.trendQuarters - 1))
  return tx.rows<{ from: string; results: number }>(sql`
    SELECT q::date AS "from", (SELECT count(*)::int FROM contributor c JOIN outcome o ON o.organization_id = c.organization_id AND o.id = c.outcome_id
      WHERE c.organization_id = ${organizationId}::uuid AND c.person_id = ${personId}::uuid AND o.state = 'verified' AND o.occurred_on >= q::date
        AND o.occurred_on < (q + interval '3 months')::date) AS results
    FROM generate_series(${first}::date::timestamp, ${running}::date::timestamp, interval '3 months') AS q ORDER BY q`)
}

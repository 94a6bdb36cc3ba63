import { join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { addDays, startOfDay } from '@oeuvre/domain/time/calendar'
import { chartDay, personsWithin, placements } from '../../credits/visible-to.ts'

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`
const texts = (words: readonly string[]) => sql`${[...words]}::text[]`

export type Below = { readonly teamId: string; readonly span: string }

/** The teams and those below them, each with the days on which it was. @throws DomainError not-found */
export async function belowOf(
  tx: SqlTx,
  actor: Actor,
  teamIds: readonly string[],
  { chart }: Pick<ListFilter, 'chart'> = {},
): Promise<readonly Below[]> {
  const org = sql`${actor.organizationId}::uuid`
  const below = await tx.rows<Below>(sql`WITH RECURSIVE below(team_id, span) AS (
      SELECT t.id, daterange(NULL, NULL) FROM team t WHERE t.organization_id = ${org} AND t.id = ANY (${uuids(teamIds)})
      UNION SELECT tp.team_id, b.span * daterange(tp.valid_from, tp.valid_to) FROM below b
      JOIN (${placements(actor.organizationId, chartDay({ chart, today: actor.today }))}) tp ON tp.parent_id = b.team_id AND b.span && daterange(tp.valid_from, tp.valid_to))
    SELECT team_id AS "teamId", span::text FROM below`)
  if (!teamIds.every((id) => below.some((b) => b.teamId === id))) throw new DomainError({ code: 'not-found', field: 'team' })
  return below
}

export function belowTable(below: readonly Below[]): Sql {
  return sql`unnest(${uuids(below.map((b) => b.teamId))}, ${below.map((b) => b.span)}::daterange[])`
}

/** Trade, program and objective, of outcome `o` or of credit `c`: both have the same columns. */
export function namesOf(alias: 'o' | 'c', filter: ListFilter): Sql[] {
  const of = alias === 'o' ? { skill: sql`o.skill_id`, program: sql`o.program_id`, objective: sql`o.objective_id` } : creditNames
  return (['skill', 'program', 'objective'] as const).flatMap((key) => {
    const asked = filter[key] ?? []
    if (asked.length === 0) return []
    const known = sql`${of[key]} = ANY (${uuids(asked.filter((one) => one !== 'none'))})`
    return [asked.includes('none') ? sql`(${of[key]} IS NULL OR ${known})` : known]
  })
}
const creditNames = { skill: sql`c.skill_id`, program: sql`c.program_id`, objective: sql`c.objective_id` }

/** What the ledger alone knows of outcome `o` as it stands: how long it waited, and since when it was in the making. */
export function waitsOf(filter: ListFilter): Sql[] {
  const asked = waits(filter)
  if (asked.length === 0) return []
  return [
    sql`EXISTS (SELECT FROM credit c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.revision = o.revision
      AND ${join(asked, ' AND ')})`,
  ]
}

function waits({ verifyDays, promise, touched }: ListFilter): Sql[] {
  const [from = '0', to = ''] = (verifyDays ?? '').split('..')
  const days = sql`NOT c.is_imported AND floor(c.days_to_verify) BETWEEN ${from}::int AND ${to || '100000'}::int`
  return [
    ...(verifyDays ? [days] : []),
    ...(promise ? [sql`c.is_promise_kept = ${promise === 'kept'}`] : []),
    ...(touched ? [sql`c.touch_days IS NOT NULL`] : []),
  ]
}

/**
 * Outcomes that stood in the ledger at the end of a day, each dimension as the ledger had it then, whatever happened since. As the
 * figures of that day: by days of results, teams of those days, within the reader's reach of today.
 * @throws DomainError not-found
 */
export async function stoodOn(tx: SqlTx, actor: Actor, filter: ListFilter, day: string): Promise<Sql> {
  const until = new Date(startOfDay(addDays(day, 1), actor.settings.timeZone)).toISOString()
  const conditions = [
    sql`c.organization_id = ${actor.organizationId}::uuid AND c.recorded_at < ${until}::timestamptz`,
    ...kindsOf(filter),
    ...namesOf('c', filter),
    ...waits(filter),
    ...(await creditedTo(tx, actor, filter)),
  ]
  return sql`o.id IN (SELECT c.outcome_id FROM credit c WHERE ${join(conditions, ' AND ')}
    GROUP BY c.outcome_id, c.revision HAVING sum(c.count_bp) <> 0)`
}

/** A registered account is named, by what carried the result or what shows it; within a border one that its owner shows there. */
export async function ledBy(tx: SqlTx, actor: Actor, { led, ownedIn }: ListFilter): Promise<Sql> {
  const org = actor.organizationId
  const conditions = [sql`a.withdrawn_at IS NULL AND a.erased_at IS NULL`]
  if (led !== 'any') conditions.push(sql`a.platform = ${led ?? null}`)
  if (!hasRole(actor, 'executive'))
    conditions.push(
      sql`(a.person_id = ${actor.personId}::uuid OR (a.visibility <> 'me' AND a.person_id IN (${personsWithin(org, actor.reachTeamIds, actor.today)})))`,
    )
  if (ownedIn) {
    const below = belowTable(await belowOf(tx, actor, [ownedIn]))
    const now = await tx.rows<{ id: string }>(
      sql`SELECT b.team_id AS id FROM ${below} AS b(team_id, span) WHERE b.span @> ${actor.today}::date`,
    )
    conditions.push(
      sql`a.person_id IN (${personsWithin(
        org,
        now.map((team) => team.id),
        actor.today,
      )})`,
    )
  }
  return sql`EXISTS (SELECT FROM (
      SELECT oc.account_id FROM outcome_channel oc WHERE oc.organization_id = o.organization_id AND oc.outcome_id = o.id
      UNION ALL SELECT e.account_id FROM evidence e WHERE e.organization_id = o.organization_id AND e.outcome_id = o.id) n
    JOIN social_account a ON a.organization_id = o.organization_id AND a.id = n.account_id AND ${join(conditions, ' AND ')})`
}

function kindsOf(filter: ListFilter): Sql[] {
  const { from, to, type, side, rung, valueKind, channel, valued, unconverted } = filter
  return [
    ...(from ? [sql`c.effective_on >= ${from}::date`] : []),
    ...(to ? [sql`c.effective_on <= ${to}::date`] : []),
    ...(type?.length ? [sql`c.type_id = ANY (${uuids(type)})`] : []),
    ...(side?.length ? [sql`c.side = ANY (${texts(side)})`] : []),
    ...(rung?.length ? [sql`c.rung = ANY (${[...rung]}::smallint[])`] : []),
    ...(valueKind?.length ? [sql`c.value_kind = ANY (${texts(valueKind)})`] : []),
    ...(valued ? [sql`c.reporting_minor IS NOT NULL`] : []),
    ...(unconverted ? [sql`c.currency = ${unconverted} AND c.value_minor IS NOT NULL AND c.reporting_minor IS NULL`] : []),
    ...(channel?.length
      ? [
          sql`EXISTS (SELECT FROM credit_channel cc WHERE cc.organization_id = c.organization_id AND cc.outcome_id = c.outcome_id
            AND cc.revision = c.revision AND cc.channel_id = ANY (${uuids(channel)}))`,
        ]
      : []),
  ]
}

async function creditedTo(tx: SqlTx, actor: Actor, filter: ListFilter): Promise<Sql[]> {
  const { person, team, within, among, outside, alone, reach } = filter
  const inside = async (...teamIds: readonly string[]) =>
    sql`EXISTS (SELECT FROM ${belowTable(await belowOf(tx, actor, teamIds, filter))} AS b(team_id, span) WHERE b.team_id = c.team_id AND b.span @> c.effective_on)`
  return [
    ...(person ? [sql`c.person_id = ${person}::uuid`] : []),
    ...(team && alone ? [sql`c.team_id = ${team}::uuid`] : []),
    ...(team && !alone ? [await inside(team)] : []),
    ...(team && within ? [await inside(within)] : []),
    ...(among?.length ? [await inside(...among)] : []),
    ...(outside?.length ? [sql`(c.team_id IS NULL OR NOT ${await inside(...outside)})`] : []),
    ...(alone && !team ? [sql`c.team_id IS NULL`] : []),
    ...(reach && !hasRole(actor, 'executive')
      ? [sql`c.person_id IN (${personsWithin(actor.organizationId, actor.reachTeamIds, actor.today)})`]
      : []),
  ]
}

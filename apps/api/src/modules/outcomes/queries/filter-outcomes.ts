import { join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { isDay } from '@oeuvre/domain/time/day'
import { dayNow } from '../../people/visible-to.ts'
import { draftVisibleTo, type Reach, visibleTo } from '../visible-to.ts'
import { belowOf, belowTable, ledBy, namesOf, stoodOn, waitsOf } from './filter-ledger.ts'
import type { Hit } from './find-newest.ts'
import { holdsOn, type SummaryRow } from './load-outcomes.ts'
import { type Matching, matchesOf, reachOf, sightOf } from './match-outcomes.ts'
import { searchOf } from './search-outcomes.ts'

export type Sort = Exclude<NonNullable<ListFilter['sort']>, 'best'>

const withDrafts = (filter: Pick<ListFilter, 'state'>) => filter.state?.includes('draft') ?? false

/** A draft may have no day yet: where drafts are asked for, the order is that of changes. */
export function sortOf(filter: Pick<ListFilter, 'sort' | 'state'>): Sort {
  const { sort = 'best' } = filter
  if (withDrafts(filter)) return 'changed'
  return sort === 'best' ? 'latest' : sort
}

/** Words were asked, and no other order. */
export function isRanked<F extends Pick<ListFilter, 'q' | 'sort' | 'state'>>(filter: F): filter is F & { readonly q: string } {
  return asksWords(filter) && (filter.sort ?? 'best') === 'best' && !withDrafts(filter)
}

export function orderOf(sort: Sort): Sql {
  return {
    latest: sql`o.occurred_on DESC, o.id DESC`,
    earliest: sql`o.occurred_on, o.id`,
    waiting: sql`o.submitted_at, o.id`,
    changed: sql`o.updated_at DESC, o.id DESC`,
  }[sort]
}

export function cursorOf(row: SummaryRow, sort: Sort): string {
  const place = { latest: row.occurredOn, earliest: row.occurredOn, waiting: row.submittedAt, changed: row.updatedAt }[sort]
  return Buffer.from(JSON.stringify([place, row.id])).toString('base64url')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A cursor comes back from an address and may be anything. @throws DomainError invalid-input */
export function afterCursor(cursor: string, sort: Sort): Sql {
  const [place = '', id = ''] = partsOf(cursor)
  const isInstant = sort === 'waiting' || sort === 'changed'
  const isPlace = isInstant ? !Number.isNaN(Date.parse(place)) : isDay(place)
  if (!UUID.test(id) || !isPlace) throw new DomainError({ code: 'invalid-input', field: 'cursor' })
  const at = isInstant ? sql`(${new Date(place).toISOString()}::timestamptz, ${id}::uuid)` : sql`(${place}::date, ${id}::uuid)`
  return {
    latest: sql`(o.occurred_on, o.id) < ${at}`,
    earliest: sql`(o.occurred_on, o.id) > ${at}`,
    waiting: sql`(o.submitted_at, o.id) > ${at}`,
    changed: sql`(o.updated_at, o.id) < ${at}`,
  }[sort]
}

export function rankCursorOf({ rank, day, id }: Hit): string {
  return Buffer.from(JSON.stringify([rank, day, id])).toString('base64url')
}

/** Of rows `r (rank, day, id)`. @throws DomainError invalid-input */
export function afterRank(cursor: string): Sql {
  const [rank = '', day = '', id = ''] = partsOf(cursor)
  if (!/^\d{1,15}$/.test(rank) || !isDay(day) || !UUID.test(id)) throw new DomainError({ code: 'invalid-input', field: 'cursor' })
  return sql`(r.rank, r.day, r.id) < (${rank}::bigint, ${day}::date, ${id}::uuid)`
}

function partsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts.map(String) : []
  } catch {
    return []
  }
}

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`
const texts = (words: readonly string[]) => sql`${[...words]}::text[]`

/**
 * Everything but the words that a filter asks and this reader may know, as one condition over `outcome o`. `isFigure`: it will be counted, so a
 * person must be within reach; in a list a colleague's verified stories may be read by whoever may see them.
 * @throws DomainError not-found for a person or team that is none of this organization; forbidden
 */
export async function filterOf(
  tx: SqlTx,
  actor: Actor,
  asked: ListFilter,
  { isFigure = false, reach }: { readonly isFigure?: boolean; readonly reach?: Reach | undefined } = {},
): Promise<Sql> {
  const filter = withinBorder(asked)
  const conditions = filter.asOf
    ? [anyState(actor, reach), await stoodOn(tx, actor, filter, filter.asOf)]
    : [stateOf(actor, filter, reach), ...factsOf(filter)]
  if (filter.led) conditions.push(await ledBy(tx, actor, filter))
  if (sortOf(filter) === 'waiting') conditions.push(sql`o.submitted_at IS NOT NULL`)
  if (filter.mine) conditions.push(mine(actor))
  const asksPeople = filter.person || filter.team || filter.alone || filter.reach || filter.among?.length || filter.outside?.length
  if (asksPeople && !filter.asOf) conditions.push(await peopleOf(tx, actor, filter, isFigure))
  return join(conditions, ' AND ')
}

/** Value and history are for those whose reach covers somebody of it: who filters by them must not learn them otherwise. */
function withinBorder(filter: ListFilter): ListFilter {
  const { valued, unconverted, touched, verifyDays, promise, asOf } = filter
  return valued || unconverted || touched || verifyDays || promise || asOf ? { ...filter, reach: true } : filter
}

/** What stands on the outcome itself, and in the ledger of it as it stands. */
function factsOf(filter: ListFilter): Sql[] {
  const conditions = [...namesOf('o', filter), ...waitsOf(filter)]
  if (filter.type?.length) conditions.push(sql`o.type_id = ANY (${uuids(filter.type)})`)
  if (filter.side?.length) conditions.push(sql`o.side = ANY (${texts(filter.side)})`)
  if (filter.rung?.length) conditions.push(sql`o.rung = ANY (${[...filter.rung]}::smallint[])`)
  if (filter.from) conditions.push(sql`o.occurred_on >= ${filter.from}::date`)
  if (filter.to) conditions.push(sql`o.occurred_on <= ${filter.to}::date`)
  if (filter.valueKind?.length)
    conditions.push(sql`EXISTS (SELECT FROM outcome_type t WHERE t.organization_id = o.organization_id AND t.id = o.type_id
      AND t.value_kind = ANY (${texts(filter.valueKind)}))`)
  if (filter.valued) conditions.push(sql`o.reporting_minor IS NOT NULL`)
  if (filter.unconverted)
    conditions.push(sql`o.currency = ${filter.unconverted} AND o.value_minor IS NOT NULL AND o.reporting_minor IS NULL`)
  if (filter.channel?.length)
    conditions.push(sql`EXISTS (SELECT FROM outcome_channel oc WHERE oc.organization_id = o.organization_id AND oc.outcome_id = o.id
      AND oc.channel_id = ANY (${uuids(filter.channel)}))`)
  return conditions
}

/** The same with the words, as one condition: for what goes through all of it. A page of a list looks for less. */
export async function filterWithWords(tx: SqlTx, actor: Actor, filter: ListFilter): Promise<Sql> {
  if (!asksWords(filter)) return filterOf(tx, actor, filter)
  const matching = await matchingOf(tx, actor, filter)
  return matching ? sql`o.id IN (SELECT m.outcome_id FROM (${matchesOf(matching)}) m)` : sql`FALSE`
}

/** null: there is nothing to look for in these words. */
export async function matchingOf(
  tx: SqlTx,
  actor: Actor,
  filter: ListFilter & { readonly q: string },
  figure: { readonly isFigure?: boolean } = {},
): Promise<Matching | null> {
  const [search, sight] = await Promise.all([searchOf(tx, filter.q), sightOf(tx, actor)])
  if (!search) return null
  const sought = await filterOf(tx, actor, filter, { ...figure, reach: reachOf(sight) })
  return { actor, search, sight, filter: sought, isWordsAlone: asksWordsAlone(filter) }
}

/** Their order and page aside. A search by what waits leaves out what was never sent. */
function asksWordsAlone({ q: _, sort = 'best', ...others }: ListFilter): boolean {
  return sort !== 'waiting' && Object.entries(others).every(([name, asked]) => asked === undefined || name === 'cursor' || name === 'limit')
}

export function asksWords<F extends Pick<ListFilter, 'q'>>(filter: F): filter is F & { readonly q: string } {
  return filter.q !== undefined && filter.q.trim() !== ''
}

function anyState(actor: Actor, reach?: Reach): Sql {
  return sql`o.state <> 'draft' AND ${visibleTo(actor, reach)}`
}

function stateOf(actor: Actor, { state }: ListFilter, reach?: Reach): Sql {
  if (!state?.length) return anyState(actor, reach)
  const others = state.filter((s) => s !== 'draft')
  const drafts = sql`(o.state = 'draft' AND ${draftVisibleTo(actor)})`
  // The first words repeat the condition of the partial indexes.
  const rest = sql`(o.state <> 'draft' AND o.state = ANY (${texts(others)}) AND ${visibleTo(actor, reach)})`
  return others.length === 0 ? drafts : others.length === state.length ? rest : sql`(${drafts} OR ${rest})`
}

function mine(actor: Actor): Sql {
  return sql`(o.author_id = ${actor.personId}::uuid OR EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id
    AND c.outcome_id = o.id AND c.person_id = ${actor.personId}::uuid))`
}

/**
 * One person of the outcome who is all that was asked: this one, of this team on that day, within reach. As soon as teams are asked
 * it must be somebody credited, as in the figures that lead here; of a person also what they are only thanked for.
 */
async function peopleOf(tx: SqlTx, actor: Actor, filter: ListFilter, isFigure: boolean): Promise<Sql> {
  const { person, team, within, among, outside, alone, reach } = filter
  const isReached = person === undefined || (await isWithinReach(tx, actor, person))
  if (!isReached && isFigure) throw new DomainError({ code: 'forbidden', field: 'person' })
  const conditions: Sql[] = []
  if (person) conditions.push(sql`c.person_id = ${person}::uuid`)
  if (team || alone || reach || among?.length || outside?.length) conditions.push(sql`c.weight > 0`)
  if (team && alone) conditions.push(sql`EXISTS (${membershipOfThen} AND m.team_id = ${team}::uuid)`)
  else if (team) conditions.push(await teamOf(tx, actor, [team], filter))
  else if (alone) conditions.push(sql`NOT EXISTS (${membershipOfThen})`)
  if (team && within) conditions.push(await teamOf(tx, actor, [within], filter))
  if (among?.length) conditions.push(await teamOf(tx, actor, among, filter))
  if (outside?.length) conditions.push(sql`NOT ${await teamOf(tx, actor, outside, filter)}`)
  if (reach && !hasRole(actor, 'executive'))
    conditions.push(sql`EXISTS (SELECT FROM person p JOIN team_membership n ON n.organization_id = p.organization_id AND n.person_id = p.id
      WHERE p.organization_id = c.organization_id AND p.id = c.person_id AND ${holdsOn('n', dayNow(sql`${actor.today}::date`))} AND n.team_id = ANY (${uuids(actor.reachTeamIds)}))`)
  const found = sql`EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id
    AND ${conditions.length > 0 ? join(conditions, ' AND ') : sql`TRUE`})`
  return isReached ? found : sql`o.state = 'verified' AND ${found}`
}

async function isWithinReach(tx: SqlTx, actor: Actor, personId: string): Promise<boolean> {
  const person = await tx.one<{ teamId: string | null }>(sql`SELECT m.team_id AS "teamId" FROM person p
    LEFT JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id AND ${holdsOn('m', dayNow(sql`${actor.today}::date`))}
    WHERE p.organization_id = ${actor.organizationId}::uuid AND p.id = ${personId}::uuid AND p.status <> 'erased'`)
  if (!person) throw new DomainError({ code: 'not-found', field: 'person' })
  return (
    personId === actor.personId || hasRole(actor, 'executive') || (person.teamId !== null && actor.reachTeamIds.includes(person.teamId))
  )
}

/** Of contributor `c` on the day of the result. */
const membershipOfThen = sql`SELECT FROM team_membership m WHERE m.organization_id = c.organization_id AND m.person_id = c.person_id
  AND ${holdsOn('m', sql`o.occurred_on`)}`

/** Of contributor `c`: in one of the teams or below it, each result by the memberships of its own day, and by its tree or today's. */
async function teamOf(tx: SqlTx, actor: Actor, teamIds: readonly string[], filter: Pick<ListFilter, 'chart'>): Promise<Sql> {
  const below = await belowOf(tx, actor, teamIds, filter)
  return sql`EXISTS (SELECT FROM team_membership m
    JOIN ${belowTable(below)} AS b(team_id, span)
      ON b.team_id = m.team_id AND b.span @> o.occurred_on
    WHERE m.organization_id = c.organization_id AND m.person_id = c.person_id AND ${holdsOn('m', sql`o.occurred_on`)})`
}

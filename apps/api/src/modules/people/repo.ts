import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx, Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Placement } from '@oeuvre/domain/people/rules'
import type { Interval, PersonStatus, TeamBrief } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import type { MutateTools } from '../../platform/mutate.ts'

export type PersonRow = {
  readonly id: string
  readonly external_id: string | null
  readonly name: string
  readonly name_key: string
  readonly email: string | null
  readonly title: string | null
  readonly site: string | null
  readonly joined_on: string | null
  readonly left_on: string | null
  readonly status: PersonStatus
  readonly version: number
}

const personColumns = sql`id, external_id, name, name_key, email, title, site, joined_on, left_on, status, version`

/** In the order of their ids, so that two commands over the same people wait for each other instead of dying. */
export function lockPersons(tx: Tx, organizationId: OrganizationId, ids: readonly string[]): Promise<PersonRow[]> {
  return tx.rows<PersonRow>(sql`
    SELECT ${personColumns} FROM person WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`)
}

/** @throws DomainError not-found when one of them is not of this organization */
export async function lockAll(tx: Tx, organizationId: OrganizationId, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await lockPersons(tx, organizationId, ids)
  if (rows.length !== new Set(ids).size) throw new DomainError('not-found')
  return rows
}

export async function findPersons(tx: SqlTx, organizationId: OrganizationId, match: FindPersons): Promise<PersonRow[]> {
  return tx.rows<PersonRow>(sql`
    SELECT ${personColumns} FROM person WHERE organization_id = ${organizationId}::uuid AND status <> 'erased'
      AND (external_id = ANY (${[...match.externalIds]}::text[]) OR email = ANY (${[...match.emails]}::text[]) OR name_key = ANY (${[...match.nameKeys]}::text[]))
    ORDER BY id`)
}
export type FindPersons = {
  readonly externalIds: readonly string[]
  readonly emails: readonly string[]
  readonly nameKeys: readonly string[]
}

export type TeamRow = {
  readonly id: string
  readonly external_id: string | null
  readonly name: string
  readonly name_key: string
  readonly version: number
  readonly is_archived: boolean
}

export function listTeamRows(tx: SqlTx, organizationId: OrganizationId): Promise<TeamRow[]> {
  return tx.rows<TeamRow>(sql`
    SELECT id, external_id, name, name_key, version, archived_at IS NOT NULL AS is_archived FROM team
    WHERE organization_id = ${organizationId}::uuid ORDER BY id`)
}

/** @throws DomainError not-found */
export async function getTeamRow(tx: SqlTx, organizationId: OrganizationId, id: string): Promise<TeamRow> {
  const row = await tx.one<TeamRow>(sql`
    SELECT id, external_id, name, name_key, version, archived_at IS NOT NULL AS is_archived FROM team
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`)
  if (!row) throw new DomainError('not-found')
  return row
}

export type TeamInterval = Interval & { readonly teamId: string }

export async function listMemberships(
  tx: SqlTx,
  organizationId: OrganizationId,
  personIds: readonly string[],
): Promise<Map<string, TeamInterval[]>> {
  const rows = await tx.rows<TeamInterval & { personId: string }>(sql`
    SELECT person_id AS "personId", team_id AS "teamId", valid_from AS from, valid_to AS to FROM team_membership
    WHERE organization_id = ${organizationId}::uuid AND person_id = ANY (${[...personIds]}::uuid[]) ORDER BY valid_from NULLS FIRST`)
  const byPerson = new Map<string, TeamInterval[]>(personIds.map((id) => [id, []]))
  for (const { personId, ...interval } of rows) byPerson.get(personId)?.push(interval)
  return byPerson
}

/** The whole of these people's memberships, as they are from now on. */
export async function replaceMemberships(
  tx: Tx,
  organizationId: OrganizationId,
  byPerson: ReadonlyMap<string, readonly TeamInterval[]>,
): Promise<void> {
  const rows = [...byPerson].flatMap(([person, periods]) => periods.map((p) => ({ person, team: p.teamId, from: p.from, to: p.to })))
  await tx.run(
    sql`DELETE FROM team_membership WHERE organization_id = ${organizationId}::uuid AND person_id = ANY (${[...byPerson.keys()]}::uuid[])`,
  )
  await tx.run(sql`
    INSERT INTO team_membership (organization_id, person_id, team_id, valid_from, valid_to)
    SELECT ${organizationId}::uuid, m.person, m.team, m."from", m."to"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(person uuid, team uuid, "from" date, "to" date)`)
}

export function listPlacements(tx: SqlTx, organizationId: OrganizationId): Promise<Placement[]> {
  return tx.rows<Placement>(sql`
    SELECT team_id AS "teamId", parent_id AS "parentId", valid_from AS from, valid_to AS to FROM team_placement
    WHERE organization_id = ${organizationId}::uuid ORDER BY team_id, valid_from NULLS FIRST`)
}

export async function replacePlacements(
  tx: Tx,
  organizationId: OrganizationId,
  teamId: string,
  placements: readonly Placement[],
): Promise<void> {
  const rows = placements.map((p) => ({ parent: p.parentId, from: p.from, to: p.to }))
  await tx.run(sql`DELETE FROM team_placement WHERE organization_id = ${organizationId}::uuid AND team_id = ${teamId}::uuid`)
  await tx.run(sql`
    INSERT INTO team_placement (organization_id, team_id, parent_id, valid_from, valid_to)
    SELECT ${organizationId}::uuid, ${teamId}::uuid, p.parent, p."from", p."to"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(parent uuid, "from" date, "to" date)`)
}

/**
 * People were in other teams than was on record. Whatever was counted by the team of a day follows, in a transaction of its own: a long
 * history is not made to wait for.
 */
export async function teamsChanged(tools: MutateTools, ids: readonly string[]): Promise<void> {
  tools.ledger.touchFacts()
  for (let i = 0; i < ids.length; i += 500) await tools.enqueue('correct-teams', { personIds: ids.slice(i, i + 500).join(',') })
}

export async function bumpPersons(tx: Tx, organizationId: OrganizationId, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE person SET version = version + 1, updated_at = now() WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])`)
}

export type BriefRow = Pick<PersonRow, 'id' | 'name' | 'title' | 'status'> & {
  readonly team_id: string | null
  readonly team_name: string | null
}

/** Each word of what was typed stands somewhere in the name, accents and capitals aside. `p` is the person. */
export function nameMatches(q: string | undefined): Sql {
  const words = normalisedKey(q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
  if (!words.length) return empty
  return sql`AND ${join(
    words.map((word) => sql`p.name_key LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ' AND ',
  )}`
}

/** Ids of the team and all below it, in the tree of that day. A statement to stand in brackets. */
export function teamsBelow(organizationId: string, teamId: string, day: string): Sql {
  return sql`WITH RECURSIVE below AS (
      SELECT ${teamId}::uuid AS id
      UNION
      SELECT c.team_id FROM team_placement c JOIN below b ON c.parent_id = b.id
      WHERE c.organization_id = ${organizationId}::uuid AND daterange(c.valid_from, c.valid_to) @> ${day}::date)
    SELECT id FROM below`
}

/** The team and those above it on that day, from the top down. */
export function listPath(tx: SqlTx, organizationId: OrganizationId, teamId: string, day: string): Promise<TeamBrief[]> {
  return tx.rows<TeamBrief>(sql`
    WITH RECURSIVE up AS (
      SELECT ${teamId}::uuid AS id, 0 AS height
      UNION
      SELECT c.parent_id, up.height + 1 FROM up JOIN team_placement c ON c.organization_id = ${organizationId}::uuid AND c.team_id = up.id
      WHERE c.parent_id IS NOT NULL AND daterange(c.valid_from, c.valid_to) @> ${day}::date AND up.height < 100)
    SELECT t.id, t.name FROM up JOIN team t ON t.organization_id = ${organizationId}::uuid AND t.id = up.id ORDER BY up.height DESC`)
}

type Named = { readonly id: string; readonly name: string }

/** Who leads a person: the managers of the first team upwards that has one other than themself. */
export async function listManagersOf(
  tx: SqlTx,
  organizationId: OrganizationId,
  upwards: readonly TeamBrief[],
  personId: string,
): Promise<Named[]> {
  const rows = await tx.rows<Named & { team_id: string }>(sql`
    SELECT p.id, p.name, m.team_id FROM team_manager m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    WHERE m.organization_id = ${organizationId}::uuid AND m.team_id = ANY (${upwards.map((t) => t.id)}::uuid[]) AND p.status = 'active' AND p.id <> ${personId}::uuid
    ORDER BY p.name_key, p.id`)
  const nearest = upwards.find((t) => rows.some((r) => r.team_id === t.id))
  return rows.filter((r) => r.team_id === nearest?.id).map(({ id, name }) => ({ id, name }))
}

export function listManaged(tx: SqlTx, organizationId: OrganizationId, personId: string): Promise<TeamBrief[]> {
  return tx.rows<TeamBrief>(sql`
    SELECT t.id, t.name FROM team_manager m JOIN team t ON t.organization_id = m.organization_id AND t.id = m.team_id
    WHERE m.organization_id = ${organizationId}::uuid AND m.person_id = ${personId}::uuid AND t.archived_at IS NULL ORDER BY t.name_key, t.id`)
}

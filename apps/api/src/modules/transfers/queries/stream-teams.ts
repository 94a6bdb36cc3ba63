import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { ListTeamsInput } from '@oeuvre/domain/people/schema'
import { csvLines } from '../../../platform/csv/write-csv.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listTeams } from '../../people/queries/list-teams.ts'
import { pathOf } from './stream-people.ts'

const columns = [
  'oeuvre:team_id',
  'external_id',
  'name',
  'parent',
  'parent_id',
  'parent_teams',
  'managers',
  'manager_ids',
  'people',
  'is_archived',
]

/** The tree of teams as of a day, each with its place, its managers and its number of people. */
export async function* streamTeams(ctx: OrgContext, input: ListTeamsInput): AsyncGenerator<string, void, undefined> {
  const { organizationId } = ctx.actor
  const teams = await listTeams(ctx, input)
  const byId = new Map(teams.map((team) => [team.id, team]))
  const keys = await read(ctx.db, organizationId, (tx) =>
    tx.rows<{ id: string; external_id: string | null }>(
      sql`SELECT id, external_id FROM team WHERE organization_id = ${organizationId}::uuid`,
    ),
  )
  const externalIds = new Map(keys.map(({ id, external_id }) => [id, external_id]))
  yield csvLines([columns])
  yield csvLines(
    teams.map((team) => {
      const path = pathOf(byId, team.id)
      return [
        team.id,
        externalIds.get(team.id) ?? null,
        team.name,
        path.at(-2)?.name ?? null,
        team.parentId,
        path.length > 1 ? JSON.stringify(path.slice(0, -1).map(({ name }) => name)) : null,
        team.managers.length > 0 ? JSON.stringify(team.managers.map(({ name }) => name)) : null,
        team.managers.length > 0 ? JSON.stringify(team.managers.map(({ id }) => id)) : null,
        team.people,
        String(team.isArchived),
      ]
    }),
  )
}

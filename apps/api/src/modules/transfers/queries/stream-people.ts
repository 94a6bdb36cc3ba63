import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { PeopleFilter, PersonListItem, TeamNode } from '@oeuvre/domain/people/schema'
import { type CsvCell, csvLines } from '../../../platform/csv/write-csv.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listPeople } from '../../people/queries/list-people.ts'
import { listTeams } from '../../people/queries/list-teams.ts'

const page = 100

const columns = [
  'oeuvre:person_id',
  'external_id',
  'full_name',
  'email',
  'title',
  'site',
  'team',
  'team_id',
  'parent_teams',
  'manager',
  'manager_ids',
  'status',
  'start_date',
  'leaving_date',
] as const

/** The teams above a team, from the top down, in the tree of today. */
export function pathOf(teams: ReadonlyMap<string, TeamNode>, id: string | null): TeamNode[] {
  const path: TeamNode[] = []
  for (let at = id; at !== null; at = teams.get(at)?.parentId ?? null) {
    const team = teams.get(at)
    if (!team || path.includes(team)) break
    path.unshift(team)
  }
  return path
}

type Dates = { readonly id: string; readonly joined_on: string | null; readonly left_on: string | null }

function record(person: PersonListItem, teams: ReadonlyMap<string, TeamNode>, dates: Dates | undefined): CsvCell[] {
  const path = pathOf(teams, person.team?.id ?? null)
  const managers = (path.at(-1)?.managers ?? []).filter(({ id }) => id !== person.id)
  return [
    person.id,
    person.administration?.externalId ?? null,
    person.name,
    person.administration?.email ?? null,
    person.title,
    person.site,
    person.team?.name ?? null,
    person.team?.id ?? null,
    path.length > 1 ? JSON.stringify(path.slice(0, -1).map(({ name }) => name)) : null,
    managers[0]?.name ?? null,
    managers.length > 0 ? JSON.stringify(managers.map(({ id }) => id)) : null,
    person.status,
    dates?.joined_on ?? null,
    dates?.left_on ?? null,
  ]
}

/** Exactly the directory under this filter, by name; addresses, staff numbers and dates for administrators. */
export async function* streamPeople(ctx: OrgContext, filter: PeopleFilter): AsyncGenerator<string, void, undefined> {
  const { organizationId } = ctx.actor
  const teams = new Map((await listTeams(ctx, { withArchived: true })).map((team) => [team.id, team]))
  let next = await listPeople(ctx, { ...filter, limit: page })
  yield csvLines([columns])
  for (;;) {
    const ids = next.items.filter(({ administration }) => administration !== null).map(({ id }) => id)
    const dates = await read(ctx.db, organizationId, (tx) =>
      tx.rows<Dates>(
        sql`SELECT id, joined_on, left_on FROM person WHERE organization_id = ${organizationId}::uuid AND id = ANY (${ids}::uuid[])`,
      ),
    )
    const byId = new Map(dates.map((row) => [row.id, row]))
    yield csvLines(next.items.map((person) => record(person, teams, byId.get(person.id))))
    if (next.nextCursor === null) return
    next = await listPeople(ctx, { ...filter, limit: page, cursor: next.nextCursor })
  }
}

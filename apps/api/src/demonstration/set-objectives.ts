import { randomUUIDv7 } from 'node:crypto'
import type { SeedObjective, SeedStory } from '@oeuvre/seed/scenario'
import { saveObjective } from '../modules/objectives/commands/save-objective.ts'
import { type Company, must } from './make-company.ts'

/** An objective of the scenario with its days. */
export type SetObjective = SeedObjective & { readonly id: string; readonly from: string; readonly to: string }

/** The first of the month, so many months from that of `day`. */
function monthFrom(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The objectives of the scenario, each after the one that it serves. */
export async function setObjectives(company: Company, types: ReadonlyMap<string, string>): Promise<SetObjective[]> {
  const { scenario, members } = company
  const leader = must(
    scenario.people.find((p) => p.roles?.includes('executive')),
    'executive',
  )
  const ctx = await company.as(leader.key, new Date())
  const made: SetObjective[] = []
  for (const one of scenario.objectives) {
    const from = monthFrom(ctx.actor.today, -one.monthsAgo)
    const set = { ...one, id: randomUUIDv7(), from, to: dayBefore(monthFrom(from, one.months)) }
    const { id, title, why, measure, to } = set
    await saveObjective(ctx, {
      ...{ id, version: null, title, why, measure, from, to, target: String(one.target), decimalMark: '.' },
      teamId: one.team === null ? null : must(company.teams.get(one.team), `team ${one.team}`),
      parentId: one.parent === undefined ? null : must(made.find((other) => other.key === one.parent)?.id, `objective ${one.parent}`),
      typeIds: one.types.map((code) => must(types.get(code), `type ${code}`)),
      ownerId: must(members.get(one.owner), `person ${one.owner}`).id,
    })
    made.push(set)
  }
  return made
}

/** What a result serves: an objective of its team or of one above, of its type, on its day; most do, a few were not thought of. */
export function servedBy(company: Company, objectives: readonly SetObjective[], s: SeedStory, day: string): string | null {
  const { teams, people } = company.scenario
  const lead = people.find((p) => p.key === s.people[0]?.[0])
  const chain: (string | null)[] = [null]
  for (let team = teams.find((t) => t.key === lead?.team); team; team = teams.find((t) => t.key === team?.parent)) chain.push(team.key)
  const fits = objectives.filter((one) => chain.includes(one.team) && one.types.includes(s.type) && one.from <= day && day <= one.to)
  return (s.daysAgo * 31 + s.title.length) % 6 === 0 ? null : (fits.at(-1)?.id ?? null)
}

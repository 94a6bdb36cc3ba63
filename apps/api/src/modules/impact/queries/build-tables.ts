import type { Figure } from '@oeuvre/domain/impact/parts/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { CreditScope } from '../../credits/visible-to.ts'
import { type Figures, partFigure, sideRows, typeRows } from './load-figures.ts'
import type { Names } from './load-names.ts'
import type { PartRow } from './phrase-questions.ts'
import { nil } from './read-cells.ts'

type Given = { readonly figures: Figures; readonly before: Figures | null; readonly names: Names; readonly scope: CreditScope }
type Tables = Pick<ImpactPage, 'teams' | 'types' | 'sides' | 'channels' | 'skills' | 'programs' | 'objectives'>

const nothing: Figure = { resultsBp: '0', outcomes: 0, valueMinor: '0' }

/** Beside a row its row of the period before: zero where it had nothing then, null without a period before. */
function beforeOf<T extends Figure>(before: readonly T[] | null, isIt: (row: T) => boolean): Figure | null {
  if (before === null) return null
  const { resultsBp, outcomes, valueMinor } = before.find(isIt) ?? nothing
  return { resultsBp, outcomes, valueMinor }
}

/** The same of rows by key, found at once: of teams there are hundreds. */
function beforeParts(before: readonly PartRow[] | undefined): (key: string) => Figure | null {
  if (before === undefined) return () => null
  const rows = new Map(before.map((row) => [row.key, row]))
  return (key) => {
    const row = rows.get(key)
    return row ? partFigure(row) : nothing
  }
}

/** The figures of a period by team, type, side, channel, trade, program and objective, each beside the period before. */
export function tablesOf({ figures, before, names, scope }: Given): Tables {
  const types = before && typeRows(before)
  const sides = before && sideRows(before)
  const named = (
    rows: readonly PartRow[],
    old: readonly PartRow[] | undefined,
    of: (id: string) => { name: string | null; code: string | null },
  ) => {
    // Where nothing was ever named there is nothing to tell apart.
    if (rows.every((row) => row.key === nil)) return []
    const beforeOfKey = beforeParts(old)
    return rows.map((row) => ({
      ...partFigure(row),
      id: row.key === nil ? null : row.key,
      ...(row.key === nil ? { name: null, code: null } : of(row.key)),
      before: beforeOfKey(row.key),
    }))
  }
  const beforeChannel = beforeParts(before?.channels)
  const unnamed = () => ({ name: null, code: null })
  return {
    teams: teamsOf({ figures, before, names, scope }),
    types: typeRows(figures).flatMap(({ typeId, ...figure }) => {
      const type = names.types.get(typeId)
      return type ? [{ ...figure, type, before: beforeOf(types, (row) => row.typeId === typeId) }] : []
    }),
    sides: sideRows(figures).map((row) => ({ ...row, before: beforeOf(sides, (old) => old.side === row.side) })),
    // Beside a chosen channel another's row would be of results that have both, which no list can be asked for.
    channels: figures.channels
      .filter((row) => !scope.channel?.length || scope.channel.includes(row.key))
      .flatMap((row) => {
        const channel = names.channels.get(row.key)
        return channel ? [{ ...partFigure(row), channel, before: beforeChannel(row.key) }] : []
      }),
    skills: named(figures.skills, before?.skills, (id) => names.skills.get(id) ?? unnamed()),
    programs: named(figures.programs, before?.programs, (id) => names.programs.get(id) ?? unnamed()),
    objectives: named(figures.objectives, before?.objectives, (id) => names.objectives.get(id) ?? unnamed()),
  }
}

/** With the tree of today; credits of people who were in no team stand in a row of their own. */
function teamsOf({ figures, before, names, scope }: Given): ImpactPage['teams'] {
  // A reader with a border sees the teams inside it; sums of the teams above would tell of others.
  const rows = figures.teams.filter((row) => scope.reach === null || scope.reach.includes(row.key))
  const beforeTeam = beforeParts(before?.teams)
  const alone = figures.ownTeams.find((row) => row.key === nil)
  return [
    ...rows.flatMap((row) => {
      const team = names.teams.get(row.key)
      const own = { teamId: row.key, name: team?.name ?? null, parentId: team?.parentId ?? null }
      return [{ ...partFigure(row), ...own, before: beforeTeam(row.key) }]
    }),
    ...(alone ? [{ ...partFigure(alone), teamId: null, name: null, parentId: null, before: beforeParts(before?.ownTeams)(nil) }] : []),
  ]
}

/** The teams that stand beside each other: below the chosen one, or below the only root. */
export function levelOf({ teams }: Names, chosen: string | undefined): string[] {
  const below = (id: string | null) => [...teams.values()].filter((team) => team.parentId === id).map((team) => team.id)
  if (chosen !== undefined) return below(chosen)
  const roots = below(null)
  const [root] = roots
  return roots.length === 1 && root !== undefined ? below(root) : roots
}

/** Names of the series that are neither types, sides nor channels. */
export function namesOf(
  { teams, skills, programs, objectives }: Names,
  cells: readonly { readonly key: string }[],
): ImpactPage['overTime']['names'] {
  const of = (key: string) => {
    const team = teams.get(key)
    return team ? { name: team.name, code: null } : (skills.get(key) ?? programs.get(key) ?? objectives.get(key))
  }
  return Object.fromEntries(
    [...new Set(cells.map((cell) => cell.key))].flatMap((key) => {
      const name = of(key)
      return name ? [[key, name] as const] : []
    }),
  )
}

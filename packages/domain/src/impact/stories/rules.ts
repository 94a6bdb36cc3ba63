import type { Side } from '../../credits/schema.ts'
import type { ListFilter } from '../../outcomes/filter/schema.ts'
import type { ImpactPage, ImpactSlice } from '../schema.ts'

type Days = { readonly from: string; readonly to: string }

const lists = ['type', 'channel', 'side'] as const

/**
 * The stories behind a figure: the page's slice and days, narrowed further by what was opened; null where nothing can be in both. A test
 * counts them against the figures.
 */
export function storiesBehind(slice: ImpactSlice, days: Days, more: Partial<ListFilter> = {}): ListFilter | null {
  const { type, team, channel, side, person } = slice
  const sliced: ListFilter = { state: ['verified'], reach: true, type, team, channel, side, person, from: days.from, to: days.to }
  const isBoth = team !== undefined && more.team !== undefined && more.team !== team
  const narrowed: ListFilter = { ...sliced, ...more, ...(isBoth && { within: team }) }
  const isEmpty = lists.some((key) => {
    const [asked, opened]: readonly (readonly string[] | undefined)[] = [sliced[key], more[key]]
    return asked !== undefined && opened !== undefined && !opened.some((one) => asked.includes(one))
  })
  if (isEmpty) return null
  const chosen = side?.filter((one) => more.side?.includes(one) ?? true)
  return { ...narrowed, ...(chosen && { side: chosen }) }
}

/** A row of the table of teams; `isOwn`: what the team's own people did, those below it left out. Without a team: people who were in none. */
export function storiesOfTeam(row: { readonly teamId: string | null; readonly isOwn?: boolean }): Partial<ListFilter> {
  if (row.teamId === null) return { team: undefined, alone: true }
  return { team: row.teamId, ...(row.isOwn && { alone: true }) }
}

/** A series over time, or several drawn as one. */
export function storiesOfSeries(by: ImpactPage['overTime']['by'], keys: readonly string[]): Partial<ListFilter> {
  if (by === 'none' || keys.length === 0) return {}
  return by === 'type' ? { type: [...keys] } : { side: keys.map((key) => key as Side) }
}

import type { Platform } from '../../accounts/platforms/schema.ts'
import type { Side } from '../../credits/schema.ts'
import type { ListFilter } from '../../outcomes/filter/schema.ts'
import type { Target } from '../parts/schema.ts'
import type { ImpactFilter, ImpactPage, ImpactSlice } from '../schema.ts'

type Days = { readonly from: string; readonly to: string }
/** What a figure adds to the page's slice. */
export type Opened = Partial<ListFilter>

/** Of lists, what is both chosen on the page and opened. */
const lists = ['type', 'channel', 'side', 'skill', 'program', 'objective', 'rung'] as const

/**
 * The stories behind a figure: the page's slice and days, narrowed further by what was opened; null where nothing can be in both. A test
 * counts them against the figures.
 */
export function storiesBehind(page: ImpactSlice & Pick<ImpactFilter, 'asOf'>, days: Days, more: Opened = {}): ListFilter | null {
  const { team, chart, person, asOf } = page
  const isBoth = team !== undefined && more.team !== undefined && more.team !== team
  const both: Record<string, unknown> = {}
  for (const key of lists) {
    const chosen: readonly unknown[] | undefined = page[key]?.length ? page[key] : undefined
    const opened: readonly unknown[] | undefined = more[key]
    const rest = chosen && opened ? opened.filter((one) => chosen.includes(one)) : (opened ?? chosen)
    if (chosen && opened && rest?.length === 0) return null
    both[key] = rest
  }
  // In the past it may have stood that stands no longer.
  const state: Pick<ListFilter, 'state'> = asOf ? {} : { state: ['verified'] }
  const sliced: ListFilter = { ...state, reach: true, team, chart, person, asOf, from: days.from, to: days.to }
  return { ...sliced, ...more, ...both, ...(isBoth && { within: team }) }
}

/** A row of the table of teams; `isOwn`: what the team's own people did, those below it left out. Without a team: people who were in none. */
export function storiesOfTeam(row: { readonly teamId: string | null; readonly isOwn?: boolean }): Opened {
  if (row.teamId === null) return { team: undefined, alone: true }
  return { team: row.teamId, ...(row.isOwn && { alone: true }) }
}

const named = (keys: readonly string[]) => keys.map((key) => key || ('none' as const))

/**
 * A series over time, or several drawn as one. `all`: the keys of all series, drawn or not; among teams the empty one is what is of none of
 * the others, and what stood below another of them then (`above`) is that one's.
 */
export function storiesOfSeries(
  { by, above }: Pick<ImpactPage['overTime'], 'by' | 'above'>,
  keys: readonly string[],
  all: readonly string[] = keys,
): Opened {
  if (by === 'none' || keys.length === 0) return {}
  switch (by) {
    case 'type':
      return { type: [...keys] }
    case 'channel':
      return { channel: [...keys] }
    case 'side':
      return { side: keys.map((key) => key as Side) }
    case 'team':
      return storiesOfTeams(keys, all, above)
    default:
      return { [by]: named(keys) }
  }
}

function storiesOfTeams(keys: readonly string[], all: readonly string[], above: ImpactPage['overTime']['above']): Opened {
  const [only] = keys
  if (keys.includes('')) return { outside: all.filter((key) => key !== '' && !keys.includes(key)) }
  const others = new Set(keys.flatMap((key) => above[key] ?? []).filter((key) => !keys.includes(key)))
  const then = others.size > 0 ? { outside: [...others] } : {}
  return keys.length === 1 && only !== undefined ? { team: only, ...then } : { among: [...keys], ...then }
}

/** A row of trades, programs or objectives. */
export function storiesOfName(what: 'skill' | 'program' | 'objective', id: string | null): Opened {
  return { [what]: named([id ?? '']) }
}

/** What counts towards an objective, with the days on which it does. */
export function storiesOfTarget({ servedBy, typeIds }: Pick<Target, 'servedBy' | 'typeIds'>): Opened {
  return { objective: [...servedBy], ...(typeIds.length > 0 && { type: [...typeIds] }) }
}

/** One side of the comparison: what its median or rate is of. `social` is social and both. */
export function storiesOfEstimate(what: 'size' | 'days' | 'conversion', side: 'social' | 'conventional'): Opened {
  const carried: Opened = { side: side === 'social' ? ['social', 'both'] : ['conventional'] }
  if (what === 'size') return { ...carried, valueKind: ['realised'], valued: true }
  return what === 'days' ? { ...carried, touched: true } : { ...carried, valueKind: ['potential'] }
}

/** A column of the time to verify: whole days, both included; the last one open. */
export function storiesOfWait(bin: { readonly from: number; readonly to: number | null }): Opened {
  return { verifyDays: `${bin.from}..${bin.to ?? ''}` }
}

/** Decided within the promise of its time, or not. */
export function storiesOfPromise(promise: 'kept' | 'late'): Opened {
  return { promise }
}

/** What registered accounts led to, of one platform or of any: facts of today, of which no other dimension than the team is asked. */
export function storiesOfPlatform({ team }: ImpactSlice, { from, to }: Days, platform: Platform | null): ListFilter {
  return { state: ['verified'], led: platform ?? 'any', ...(team && { ownedIn: team }), from, to }
}

/** What programs brought, from the first day to the last that is counted: of the whole organization, whatever the page's slice. */
export function storiesOfPrograms(
  { asOf }: Pick<ImpactFilter, 'asOf'>,
  { programIds, from, until }: { readonly programIds: readonly string[]; readonly from: string; readonly until: string },
): ListFilter {
  return { ...(asOf ? { asOf } : { state: ['verified'] }), program: [...programIds], from, to: until }
}

/** Value without a rate, in one currency. */
export function storiesUnconverted(currency: string): Opened {
  return { valueKind: ['realised'], unconverted: currency }
}

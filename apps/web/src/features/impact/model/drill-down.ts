import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { formatListFilter, type ListFilter } from '@oeuvre/domain/outcomes/filter/schema'

/** The stories behind a figure: the page's slice and days, narrowed further by what was opened. */
export function behind(
  filter: ImpactFilter,
  days: { readonly from: string; readonly to: string },
  more: Partial<ListFilter> = {},
): Record<string, string> {
  const { type, team, channel, side, person } = filter
  return formatListFilter({ state: ['verified'], reach: true, type, team, channel, side, person, from: days.from, to: days.to, ...more })
}

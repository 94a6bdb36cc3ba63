import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import { storiesBehind } from '@oeuvre/domain/impact/stories/rules'
import { formatListFilter, type ListFilter } from '@oeuvre/domain/outcomes/filter/schema'

/** The address of the stories behind a figure; null: there can be none. */
export function behind(
  filter: ImpactFilter,
  days: { readonly from: string; readonly to: string },
  more: Partial<ListFilter> = {},
): Record<string, string> | null {
  const stories = storiesBehind(filter, days, more)
  return stories && formatListFilter(stories)
}

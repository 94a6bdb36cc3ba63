import type { ListFilter } from '../filter/schema.ts'

type Served = { readonly typeIds: readonly string[]; readonly from: string; readonly to: string }

/** The results that count towards an objective: of it or one below, of its types, in its days (or until one of them). */
export function storiesServing({ typeIds, from, to }: Served, servedBy: readonly string[], until: string = to): ListFilter {
  const type = typeIds.length > 0 ? { type: [...typeIds] } : {}
  return { state: ['verified'], objective: [...servedBy], ...type, from, to: until < to ? until : to }
}

/** Verified results of these days that serve no objective. */
export function storiesServingNone({ from, to }: { readonly from: string; readonly to: string }): ListFilter {
  return { state: ['verified'], objective: ['none'], from, to }
}

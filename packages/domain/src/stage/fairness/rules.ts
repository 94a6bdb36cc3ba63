/** So many verified results in a year make somebody a helper "again and again". */
export const helperResults = 3

export type Counted = { readonly results: number; readonly onStage: number; readonly people: number }
export type Shown = { readonly results: number | null; readonly onStage: number | null }

/**
 * Of fewer people than the smallest group nothing is said: what stands of the group would stand of a person. Where one group alone would be left out, its figure is the rest of the total: the next smallest is left out too, as far as there is one.
 * For groups that do not overlap; the order stays.
 */
export function withoutRests<T extends Counted>(groups: readonly T[], smallestGroup: number): readonly (Shown & { readonly of: T })[] {
  const hidden = new Set(groups.filter(({ people }) => people < smallestGroup))
  const [only] = hidden
  const next =
    hidden.size === 1 ? groups.filter((one) => one !== only).toSorted((a, b) => a.people - b.people || a.results - b.results)[0] : undefined
  if (next) hidden.add(next)
  return groups.map((of) => ({ of, ...(hidden.has(of) ? { results: null, onStage: null } : { results: of.results, onStage: of.onStage }) }))
}

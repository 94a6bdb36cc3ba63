import type { ImpactFilter } from '@oeuvre/domain/impact/schema'

/** Dimensions of which several can be chosen at once. */
export const sliceKeys = ['type', 'channel', 'side', 'skill', 'program', 'objective', 'rung'] as const
export type SliceKey = (typeof sliceKeys)[number]

type Item = string | number

/** The filter with one value of a dimension more, or one less; the last one gone, the dimension is. */
export function toggled(filter: ImpactFilter, key: SliceKey, item: Item): Partial<ImpactFilter> {
  const now: readonly Item[] = filter[key] ?? []
  const next = now.includes(item) ? now.filter((one) => one !== item) : [...now, item]
  return { [key]: next.length > 0 ? next : undefined }
}

/** Nothing narrows the page. The day it stands on and how it is drawn do not. */
export const noSlice: Partial<ImpactFilter> = {
  type: undefined,
  team: undefined,
  chart: undefined,
  channel: undefined,
  side: undefined,
  skill: undefined,
  program: undefined,
  objective: undefined,
  rung: undefined,
  person: undefined,
}

export function isSliced(filter: ImpactFilter): boolean {
  return Object.keys(noSlice).some((key) => {
    const value = Object.entries(filter).find(([name]) => name === key)?.[1]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  })
}

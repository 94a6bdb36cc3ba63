import type { ImpactFilter } from '../schema.ts'

const narrowing = [
  'type',
  'team',
  'channel',
  'side',
  'skill',
  'program',
  'objective',
  'rung',
  'person',
  'asOf',
] as const satisfies readonly (keyof ImpactFilter)[]

/** All of the organization, as the ledger stands: what is reported is never of a slice. */
export function isWhole(filter: ImpactFilter): boolean {
  return narrowing.every((key) => {
    const value = filter[key]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
}

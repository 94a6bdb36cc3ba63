import type { Day } from '../../time/day.ts'
import { keeping } from '../../time/keeping.ts'
import type { DeviceKind, ShownVisits, VisitorKind } from '../schema.ts'

/** From so many visits on more is shown than their days: with fewer, an hour and a host could be one person's. */
export const fewestVisits = 5
/** Retention: whole months that a visit is kept. */
export const visitMonths = keeping.linkVisit.months

type Of<K extends string, V> = Readonly<Record<K, V>> & { readonly visits: number }

/** Visits of one link, added up each way. Days and hours (0 to 23) are of the organization's zone; all but `kinds` are people's. */
export type VisitSums = {
  readonly kinds: readonly Of<'kind', VisitorKind>[]
  readonly days: readonly Of<'day', Day>[]
  readonly hosts: readonly Of<'host', string>[]
  readonly devices: readonly Of<'device', DeviceKind>[]
  readonly hours: readonly (Of<'hour', number> & { readonly day: Day })[]
}

function sum(counts: readonly { readonly visits: number }[]): number {
  return counts.reduce((total, { visits }) => total + visits, 0)
}

/**
 * The largest first. Those too small to be named go together as `rest`. Where what goes together is itself too small, the smallest
 * named one goes with it: else it would be known by what is left of the whole.
 */
function named<K extends string>(groups: readonly (readonly [K, number])[], rest: K): (readonly [K, number])[] {
  const sorted = groups.filter(([key]) => key !== rest).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const shown = sorted.filter(([, visits]) => visits >= fewestVisits)
  let others = groups.reduce((total, [, visits]) => total + visits, 0) - shown.reduce((total, [, visits]) => total + visits, 0)
  while (others > 0 && others < fewestVisits && shown.length > 0) others += shown.pop()?.[1] ?? 0
  return others > 0 ? [...shown, [rest, others] as const].sort((a, b) => b[1] - a[1]) : shown
}

/**
 * Visits of one link as whoever may see them sees them. Days always; hosts and devices from five visits up and none of fewer than five by
 * itself; an hour counts only on days with five visits. Robots and previews are two numbers and never among the visits.
 */
export function shownVisits({ kinds, days, hosts, devices, hours }: VisitSums): ShownVisits {
  const of = (kind: VisitorKind) => sum(kinds.filter((one) => one.kind === kind))
  const isEnough = of('human') >= fewestVisits
  const busyDays = new Set(days.filter(({ visits }) => visits >= fewestVisits).map(({ day }) => day))
  const busy = hours.filter(({ day }) => busyDays.has(day))
  return {
    total: of('human'),
    previews: of('preview'),
    robots: of('robot'),
    days: days.map(({ day, visits }) => ({ day, visits })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    hosts: isEnough
      ? named(
          hosts.map(({ host, visits }) => [host, visits] as const),
          '',
        ).map(([host, visits]) => ({ host, visits }))
      : null,
    devices: isEnough
      ? named(
          devices.map(({ device, visits }) => [device, visits] as const),
          'other',
        ).map(([device, visits]) => ({ device, visits }))
      : null,
    hours: busy.length > 0 ? Array.from({ length: 24 }, (_, hour) => sum(busy.filter((one) => one.hour === hour))) : null,
  }
}

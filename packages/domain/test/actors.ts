import type { OrganizationId } from '../src/ids/ids.ts'
import type { Actor, OrganizationSettings } from '../src/organizations/schema.ts'

export const settings: OrganizationSettings = {
  name: 'Atelier Valmont',
  slug: 'valmont',
  timeZone: 'Europe/Paris',
  reportingCurrency: 'EUR',
  fiscalYearStartMonth: 1,
  weekStartsOn: 1,
  firstAllowedDay: '2000-01-01',
  secondLookMinor: '15000000',
  promiseDays: 2,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [],
  verifiedVisibility: 'everyone',
  valueVisibility: 'reach',
  smallestGroup: 5,
}

/** An employee of the organization, unless told otherwise. */
export function actorOf(
  personId: string | null,
  change: Partial<Omit<Actor, 'settings'>> & { settings?: Partial<OrganizationSettings> } = {},
): Actor {
  const managed = change.managedTeamIds ?? []
  return {
    organizationId: '0198f2a0-0000-7000-8000-00000000aaaa' as OrganizationId,
    personId,
    kind: 'person',
    importId: null,
    managedTeamIds: managed,
    reachTeamIds: managed,
    today: '2026-10-12',
    ...change,
    roles: ['employee', ...(managed.length > 0 ? (['manager'] as const) : []), ...(change.roles ?? [])],
    settings: { ...settings, ...change.settings },
  }
}

import type { Permission } from '@oeuvre/domain/organizations/policy'
import type { LargeIconName } from '@oeuvre/ui/marks/icon.tsx'
import type { fr } from '../locales/fr.ts'

/** What the reader's roles give them, as the server says. */
export type Can = Readonly<Record<Permission, boolean>>

type Label = keyof (typeof fr)['shell']['nav']
type Address =
  | '/$organization'
  | '/$organization/stage'
  | '/$organization/outcomes'
  | '/$organization/review'
  | '/$organization/notices'
  | '/$organization/impact'
  | '/$organization/equity'
  | '/$organization/programs'
  | '/$organization/objectives'
  | '/$organization/people'
  | '/$organization/accounts'
  | '/$organization/links'
  | '/$organization/admin'

/** A screen of the rail. `go`: the key after `g`. `group`: the rail leaves a gap between groups. */
export type Place = {
  readonly label: Label
  readonly to: Address
  readonly permission: Permission
  readonly go: string
  readonly group: 1 | 2 | 3
  readonly icon: LargeIconName
}

const places: readonly Place[] = [
  { label: 'home', to: '/$organization', permission: 'organization.read', go: 'h', group: 1, icon: 'home' },
  { label: 'stage', to: '/$organization/stage', permission: 'stage.read', go: 's', group: 1, icon: 'stage' },
  { label: 'outcomes', to: '/$organization/outcomes', permission: 'outcome.read', go: 'o', group: 1, icon: 'stage' },
  { label: 'review', to: '/$organization/review', permission: 'outcome.review', go: 'r', group: 1, icon: 'review' },
  { label: 'notices', to: '/$organization/notices', permission: 'notification.read', go: 'n', group: 1, icon: 'bell' },
  { label: 'impact', to: '/$organization/impact', permission: 'impact.read', go: 'i', group: 1, icon: 'impact' },
  { label: 'programs', to: '/$organization/programs', permission: 'program.read', go: 'm', group: 2, icon: 'stage' },
  { label: 'objectives', to: '/$organization/objectives', permission: 'objective.read', go: 'b', group: 2, icon: 'impact' },
  { label: 'equity', to: '/$organization/equity', permission: 'equity.read', go: 'e', group: 2, icon: 'impact' },
  { label: 'people', to: '/$organization/people', permission: 'people.read', go: 'p', group: 2, icon: 'me' },
  { label: 'accounts', to: '/$organization/accounts', permission: 'account.readOwn', go: 'c', group: 2, icon: 'stage' },
  { label: 'links', to: '/$organization/links', permission: 'link.share', go: 'l', group: 2, icon: 'stage' },
  { label: 'administration', to: '/$organization/admin', permission: 'organization.administer', go: 'a', group: 3, icon: 'stage' },
]

/** What this reader's roles give them; nothing else is shown. */
export function placesFor(can: Can): readonly Place[] {
  return places.filter((place) => can[place.permission])
}

/** The phone's bar has room for two beside home, ＋ and me: the stage, and the first of review, impact and outcomes. */
export function phonePlacesFor(can: Can): readonly Place[] {
  const mine = placesFor(can)
  const find = (label: Label) => mine.find((place) => place.label === label)
  return [find('home'), find('stage'), find('review') ?? find('impact') ?? find('outcomes')].filter((place) => place !== undefined)
}

/** What the phone's bar leaves out, for the page "me". */
export function otherPlacesFor(can: Can): readonly Place[] {
  const shown = phonePlacesFor(can)
  return placesFor(can).filter((place) => !shown.includes(place))
}

/** The sections of administration, in the order of their row. `isExact`: the first page, whose address begins all others. */
export const administrationSections = [
  { label: 'overview', to: '/$organization/admin', isExact: true },
  { label: 'people', to: '/$organization/admin/people', isExact: false },
  { label: 'access', to: '/$organization/admin/access', isExact: false },
  { label: 'words', to: '/$organization/admin/words', isExact: false },
  { label: 'platforms', to: '/$organization/admin/platforms', isExact: false },
  { label: 'imports', to: '/$organization/admin/imports', isExact: false },
  { label: 'rates', to: '/$organization/admin/rates', isExact: false },
  { label: 'jobs', to: '/$organization/admin/jobs', isExact: false },
  { label: 'settings', to: '/$organization/admin/settings', isExact: false },
] as const

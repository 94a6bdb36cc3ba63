import { isPermitted, type Permission } from '@oeuvre/domain/organizations/policy'
import type { Role } from '@oeuvre/domain/organizations/schema'
import type { fr } from '../locales/fr.ts'
import type { IconName } from './shell/icon.tsx'

type Label = keyof (typeof fr)['shell']['nav']
type Address =
  | '/$organization'
  | '/$organization/outcomes'
  | '/$organization/review'
  | '/$organization/impact'
  | '/$organization/people'
  | '/$organization/accounts'
  | '/$organization/admin'

/** A screen of the rail. `go`: the key after `g`. `group`: the rail leaves a gap between groups. */
export type Place = {
  readonly label: Label
  readonly to: Address
  readonly permission: Permission
  readonly go: string
  readonly group: 1 | 2 | 3
  readonly icon: IconName
}

const places: readonly Place[] = [
  { label: 'home', to: '/$organization', permission: 'organization.read', go: 'h', group: 1, icon: 'home' },
  { label: 'outcomes', to: '/$organization/outcomes', permission: 'outcome.read', go: 'o', group: 1, icon: 'page' },
  { label: 'review', to: '/$organization/review', permission: 'outcome.review', go: 'r', group: 1, icon: 'check' },
  { label: 'impact', to: '/$organization/impact', permission: 'impact.read', go: 'i', group: 1, icon: 'bars' },
  { label: 'people', to: '/$organization/people', permission: 'people.read', go: 'p', group: 2, icon: 'person' },
  { label: 'accounts', to: '/$organization/accounts', permission: 'account.readOwn', go: 'c', group: 2, icon: 'page' },
  { label: 'administration', to: '/$organization/admin', permission: 'organization.administer', go: 'a', group: 3, icon: 'page' },
]

/** What this reader's roles give them; nothing else is shown. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  return places.filter((place) => isPermitted({ roles }, place.permission))
}

/** The phone's bar has room for two beside home, ＋ and me: outcomes, and the first of review and impact. */
export function phonePlacesFor(roles: readonly Role[]): readonly Place[] {
  const mine = placesFor(roles)
  const find = (label: Label) => mine.find((place) => place.label === label)
  return [find('home'), find('outcomes'), find('review') ?? find('impact')].filter((place) => place !== undefined)
}

/** What the phone's bar leaves out, for the page "me". */
export function otherPlacesFor(roles: readonly Role[]): readonly Place[] {
  const shown = phonePlacesFor(roles)
  return placesFor(roles).filter((place) => !shown.includes(place))
}

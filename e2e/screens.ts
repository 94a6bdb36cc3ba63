import type { Role } from './sign-in.ts'

export type Screen = {
  readonly name: string
  /** `{slug}` stands for the organization of the reader. */
  readonly path: string
  /** null: somebody who is not signed in. */
  readonly as: Role | null
  /** The slug of the organization, where it is not the first of the demonstration that has one. */
  readonly at?: string
  /** The screen is behind the first link of `path` whose address contains this. */
  readonly first?: string
}

/** Every screen once, as somebody who may see it. Pictures and the accessibility journey walk over it: a new screen needs a row. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'not-found', path: '/{slug}/nowhere', as: 'employee' },
  { name: 'home-employee', path: '/{slug}', as: 'employee' },
  { name: 'home-manager', path: '/{slug}', as: 'manager' },
  { name: 'home-executive', path: '/{slug}', as: 'executive' },
  { name: 'home-administrator', path: '/{slug}', as: 'administrator' },
  { name: 'log', path: '/{slug}/outcomes/new', as: 'employee' },
  { name: 'outcomes', path: '/{slug}/outcomes', as: 'manager' },
  { name: 'outcome', path: '/{slug}/outcomes', as: 'manager', first: '/outcomes/' },
  { name: 'review', path: '/{slug}/review', as: 'manager' },
  { name: 'impact', path: '/{slug}/impact', as: 'executive' },
  { name: 'people', path: '/{slug}/people', as: 'employee' },
  { name: 'person', path: '/{slug}/people', as: 'employee', first: '/people/' },
  { name: 'accounts', path: '/{slug}/accounts', as: 'employee' },
  { name: 'accounts-executive', path: '/{slug}/accounts', as: 'executive' },
  { name: 'me', path: '/{slug}/me', as: 'employee' },
  { name: 'password', path: '/{slug}/password', as: 'employee' },
  { name: 'administration-people', path: '/{slug}/admin/people', as: 'administrator' },
  { name: 'administration-imports', path: '/{slug}/admin/imports', as: 'administrator' },
]

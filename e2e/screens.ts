import { awardForm, chooseForm, rewordForm } from './forms.ts'
import { inviteSomebody, makeResetLink } from './links.ts'
import { firstRunToken } from './server.ts'
import type { Role } from './sign-in.ts'

export type Screen = {
  readonly name: string
  /** `{slug}` stands for the organization of the reader; a function makes what the address leads to. */
  readonly path: string | (() => Promise<string>)
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
  { name: 'invitation', path: async () => (await inviteSomebody()).link, as: null },
  { name: 'password-reset', path: makeResetLink, as: null },
  { name: 'link-invalid', path: '/invitation/of-long-ago', as: null },
  { name: 'unsubscribe-invalid', path: '/unsubscribe/of-long-ago', as: null },
  { name: 'report-end-invalid', path: '/unsubscribe/report/of-long-ago', as: null },
  { name: 'set-up', path: `/set-up/${firstRunToken}`, as: null },
  { name: 'choose-organization', path: '/?choose', as: 'employee' },
  { name: 'not-found', path: '/{slug}/nowhere', as: 'employee' },
  { name: 'home-employee', path: '/{slug}', as: 'employee' },
  { name: 'home-manager', path: '/{slug}', as: 'manager' },
  { name: 'home-executive', path: '/{slug}', as: 'executive' },
  { name: 'home-administrator', path: '/{slug}', as: 'administrator' },
  { name: 'log', path: '/{slug}/outcomes/new', as: 'employee' },
  { name: 'outcomes', path: '/{slug}/outcomes', as: 'manager' },
  { name: 'outcome', path: '/{slug}/outcomes', as: 'manager', first: '/outcomes/' },
  { name: 'edit-outcome', path: '/{slug}', as: 'employee', first: '/edit' },
  { name: 'review', path: '/{slug}/review', as: 'manager' },
  { name: 'absences', path: '/{slug}/absences', as: 'manager' },
  { name: 'impact', path: '/{slug}/impact', as: 'executive' },
  { name: 'impact-print', path: '/{slug}/print/impact', as: 'executive' },
  { name: 'reports', path: '/{slug}/reports?send=new', as: 'executive' },
  { name: 'stage', path: '/{slug}/stage', as: 'employee' },
  { name: 'stage-archive', path: '/{slug}/stage?all=1', as: 'manager' },
  { name: 'story', path: '/{slug}/stage?all=1', as: 'executive', first: '/stage/' },
  { name: 'choose-story', path: chooseForm, as: 'executive' },
  { name: 'reword-story', path: rewordForm, as: 'executive' },
  { name: 'story-consent-over', path: '/story-consent#of-long-ago', as: null },
  { name: 'lobby', path: '/{slug}/stage/lobby', as: 'employee' },
  { name: 'programs', path: '/{slug}/programs?ended=1', as: 'executive' },
  { name: 'program', path: '/{slug}/programs?ended=1', as: 'manager', first: '/programs/0' },
  { name: 'program-employee', path: '/{slug}/programs?ended=1', as: 'employee', first: '/programs/0' },
  { name: 'program-coach', path: '/{slug}/programs', as: 'manager', first: '/programs/0' },
  { name: 'set-program', path: '/{slug}/programs/new', as: 'manager' },
  { name: 'links', path: '/{slug}/links', as: 'employee' },
  { name: 'link', path: '/{slug}/links', as: 'employee', first: '/links/' },
  { name: 'stored', path: '/{slug}/stored', as: 'employee' },
  { name: 'stored-print', path: '/{slug}/print/stored', as: 'employee' },
  { name: 'equity', path: '/{slug}/equity', as: 'manager' },
  { name: 'objectives', path: '/{slug}/objectives?ended=1', as: 'executive' },
  { name: 'objective', path: '/{slug}/objectives', as: 'executive', first: '/objectives/0' },
  { name: 'objective-employee', path: '/{slug}/objectives', as: 'employee', first: '/objectives/0' },
  { name: 'set-objective', path: '/{slug}/objectives/new', as: 'manager' },
  { name: 'give-award', path: awardForm, as: 'manager' },
  { name: 'my-work', path: '/{slug}/my-work', as: 'employee' },
  { name: 'my-work-print', path: '/{slug}/print/my-work', as: 'employee' },
  { name: 'take-along-over', path: '/take-along#of-long-ago', as: null },
  { name: 'people', path: '/{slug}/people', as: 'employee' },
  { name: 'team', path: '/{slug}/people', as: 'manager', first: '/teams/' },
  { name: 'person', path: '/{slug}/people', as: 'employee', first: '/people/' },
  { name: 'accounts', path: '/{slug}/accounts', as: 'employee' },
  { name: 'accounts-executive', path: '/{slug}/accounts', as: 'executive' },
  { name: 'notices', path: '/{slug}/notices', as: 'manager' },
  { name: 'notice-preferences', path: '/{slug}/notices/preferences', as: 'employee' },
  { name: 'me', path: '/{slug}/me', as: 'employee' },
  { name: 'password', path: '/{slug}/password', as: 'employee' },
  { name: 'administration', path: '/{slug}/admin', as: 'administrator' },
  { name: 'administration-people', path: '/{slug}/admin/people', as: 'administrator' },
  { name: 'administration-person', path: '/{slug}/admin/people', as: 'administrator', first: 'person=' },
  { name: 'administration-access', path: '/{slug}/admin/access', as: 'administrator' },
  { name: 'administration-member', path: '/{slug}/admin/access', as: 'administrator', first: 'person=' },
  { name: 'administration-invite', path: '/{slug}/admin/access?person=new', as: 'administrator' },
  { name: 'administration-types', path: '/{slug}/admin/words', as: 'administrator' },
  { name: 'administration-channels', path: '/{slug}/admin/words?view=channel', as: 'administrator' },
  { name: 'administration-reasons', path: '/{slug}/admin/words?view=decline', as: 'administrator' },
  { name: 'administration-type', path: '/{slug}/admin/words?word=new', as: 'administrator' },
  { name: 'administration-settings', path: '/{slug}/admin/settings', as: 'administrator' },
  { name: 'administration-platforms', path: '/{slug}/admin/platforms', as: 'administrator' },
  { name: 'administration-rates', path: '/{slug}/admin/rates', as: 'administrator' },
  { name: 'administration-jobs', path: '/{slug}/admin/jobs', as: 'administrator' },
  { name: 'administration-imports', path: '/{slug}/admin/imports', as: 'administrator' },
]

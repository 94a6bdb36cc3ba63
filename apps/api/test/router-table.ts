import { consentTextVersion } from '@oeuvre/domain/accounts/schema'

/**
 * A row for every procedure that acts in an organization. `stranger` builds an input whose ids all belong to another
 * organization (or to nothing): the answer must be "not-found". `null`: the input names no record.
 * A procedure without a row here fails the build.
 */
export type StrangerIds = { readonly person: string; readonly team: string; readonly none: string }
export const routerTable: Readonly<Record<string, null | ((ids: StrangerIds) => unknown)>> = {
  'accounts.listOwn': null,
  'accounts.list': (ids) => ({ teamId: ids.team }),
  'accounts.get': (ids) => ({ id: ids.none }),
  'accounts.count': null,
  'accounts.register': null, // nobody and nothing is named in it but the caller's own account
  'accounts.changeConsent': (ids) => ({
    id: ids.none,
    version: 1,
    purpose: 'work',
    visibility: 'me',
    consent: { accepted: true, textVersion: consentTextVersion },
  }),
  'accounts.withdraw': (ids) => ({ id: ids.none, version: 1 }),
  'accounts.restore': (ids) => ({ id: ids.none, version: 1 }),
  'organizations.shell': null,
  'impact.page': (ids) => ({ team: ids.team }),
  'organizations.settings': null,
  'organizations.saveSettings': null,
  'organizations.access': null,
  'organizations.grantRole': ({ person }) => ({ personId: person, role: 'executive' }),
  'organizations.revokeRole': ({ person }) => ({ personId: person, role: 'executive' }),
  'organizations.invite': ({ person }) => ({ personId: person, email: 'stranger@elsewhere.example' }),
  'organizations.revokeInvitation': ({ none }) => ({ id: none }),
  'organizations.resetPassword': ({ person }) => ({ personId: person }),
  'organizations.endAccess': ({ person }) => ({ personId: person }),
  'organizations.restoreAccess': ({ person }) => ({ personId: person }),
  'people.list': ({ team }) => ({ team }),
  'people.teams': null,
  'people.get': ({ person }) => ({ id: person }),
  'people.team': ({ team }) => ({ id: team }),
  'people.suggest': null,
  'people.briefs': ({ person }) => ({ ids: [person] }),
  'people.record': ({ person }) => ({ id: person }),
  'people.create': ({ none, team }) => ({ id: none, name: 'X', team: { teamId: team } }),
  'people.edit': ({ person }) => ({ id: person, version: 1, name: 'X' }),
  'people.move': ({ person }) => ({ ids: [person], teamId: null, from: null }),
  'people.end': ({ person }) => ({ id: person, leftOn: '2020-01-01' }),
  'people.return': ({ person }) => ({ id: person }),
  'people.createTeam': ({ none, team }) => ({ id: none, name: 'X', parentId: team }),
  'people.renameTeam': ({ team }) => ({ id: team, name: 'X' }),
  'people.moveTeam': ({ team }) => ({ id: team, parentId: null, from: null }),
  'people.archiveTeam': ({ team }) => ({ id: team, isArchived: true }),
  'people.setManagers': ({ team }) => ({ id: team, personIds: [] }),
}

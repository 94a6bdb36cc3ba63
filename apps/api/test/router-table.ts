import { consentTextVersion } from '@oeuvre/domain/accounts/schema'

/**
 * A row for every procedure that acts in an organization. `stranger` builds an input whose ids all belong to another
 * organization (or to nothing): the answer must be "not-found". `null`: the input names no record.
 * A procedure without a row here fails the build.
 */
export type StrangerIds = { readonly person: string; readonly team: string; readonly none: string }
const set = (ids: StrangerIds) => ({ ids: [{ id: ids.none, version: 1 }] })
const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', hasHeader: true, isOwnExport: false }

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
  'outcomes.vocabulary': null,
  'outcomes.list': (ids) => ({ team: ids.team }),
  'outcomes.count': (ids) => ({ person: ids.person }),
  'outcomes.get': (ids) => ({ id: ids.none }),
  'outcomes.suggestSubjects': null,
  'outcomes.save': (ids) => ({ outcome: { id: ids.none }, version: 1 }),
  'outcomes.log': (ids) => ({ outcome: { id: ids.none }, version: 1 }),
  'outcomes.submit': (ids) => set(ids),
  'outcomes.withdraw': (ids) => set(ids),
  'outcomes.reopenAsDraft': (ids) => set(ids),
  'outcomes.removeDrafts': (ids) => set(ids),
  'review.queue': (ids) => ({ team: ids.team }),
  'review.count': null,
  'review.verify': (ids) => set(ids),
  'review.confirm': (ids) => set(ids),
  'review.return': (ids) => ({ ...set(ids), words: 'why' }),
  'review.requestChanges': (ids) => ({ ...set(ids), words: 'why' }),
  'review.decline': (ids) => ({ ...set(ids), words: 'why', reasonCode: 'other' }),
  'review.reopen': (ids) => ({ ...set(ids), words: 'why' }),
  'review.undo': (ids) => set(ids),
  'transfers.list': null,
  'transfers.get': ({ none }) => ({ id: none }),
  'transfers.preview': ({ none }) => ({ id: none, dialect }),
  'transfers.faults': ({ none }) => ({ id: none }),
  'transfers.left': ({ none }) => ({ id: none }),
  'transfers.changeReading': ({ none }) => ({ id: none, version: 1, dialect }),
  'transfers.saveMapping': ({ none }) => ({ id: none, version: 1, mapping: { kind: 'people', columns: [], constants: {} } }),
  'transfers.check': ({ none }) => ({ id: none, version: 1 }),
  'transfers.run': ({ none }) => ({ id: none, version: 1 }),
  'transfers.undo': ({ none }) => ({ id: none, version: 1 }),
  'impact.page': (ids) => ({ team: ids.team }),
}

import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { isPermitted } from '../organizations/policy.ts'
import type { Actor } from '../organizations/schema.ts'
import { type AccountRecord, accountCan, canSeeAccount, refuseAccountAction } from './policy.ts'
import { accountActions } from './schema.ts'

/** Aïcha of export owns it. Claire manages export, Samuel the team above, Rolf another; Colin is a colleague. */
const withdrawnAt = new Date('2026-10-12T10:00:00Z')
const now = withdrawnAt.getTime() + 60_000
const account: AccountRecord = {
  personId: 'aicha',
  ownerTeamId: 'export',
  isOwnerActive: true,
  visibility: 'organization',
  withdrawnAt: null,
  erasedAt: null,
}
const everybody: [string, Actor][] = Object.entries({
  aicha: actorOf('aicha'),
  claire: actorOf('claire', { managedTeamIds: ['export'] }),
  samuel: actorOf('samuel', { managedTeamIds: ['sales'], reachTeamIds: ['sales', 'export'] }),
  rolf: actorOf('rolf', { managedTeamIds: ['research'] }),
  eve: actorOf('eve', { roles: ['executive'] }),
  adam: actorOf('adam', { roles: ['administrator'] }),
  rene: actorOf('rene', { roles: ['reviewer'] }),
  colin: actorOf('colin'),
  importer: { ...actorOf('aicha'), kind: 'import', importId: 'i' },
  system: { ...actorOf('nobody'), kind: 'system', personId: null, reachTeamIds: ['export'] },
})
const whoSees = (over: Partial<AccountRecord>) =>
  everybody.filter(([, a]) => canSeeAccount(a, { ...account, ...over })).map(([name]) => name)
const whoMay = (action: (typeof accountActions)[number], over: Partial<AccountRecord> = {}, at = now) =>
  everybody.filter(([, a]) => accountCan(a, { ...account, ...over }, at)[action]).map(([name]) => name)

describe('who sees an account', () => {
  test('as the owner allows', () => {
    expect(whoSees({ visibility: 'me' })).toEqual(['aicha'])
    expect(whoSees({ visibility: 'managers' })).toEqual(['aicha', 'claire', 'samuel'])
    expect(whoSees({ visibility: 'organization' })).toEqual(['aicha', 'claire', 'samuel', 'rolf', 'eve', 'adam', 'rene', 'colin'])
  })
  test('nobody but the owner, once withdrawn', () => {
    expect(whoSees({ withdrawnAt })).toEqual(['aicha'])
    expect(whoSees({ withdrawnAt, visibility: 'managers' })).toEqual(['aicha'])
  })
  test('no manager, when the owner is in no team', () => {
    expect(whoSees({ visibility: 'managers', ownerTeamId: null })).toEqual(['aicha'])
  })
  test('nobody, once the owner has left', () => {
    expect(whoSees({ isOwnerActive: false }).filter((name) => name !== 'aicha')).toEqual([])
  })
  test('counts are for executives and administrators', () => {
    expect(everybody.filter(([, a]) => a.kind === 'person' && isPermitted(a, 'account.count')).map(([name]) => name)).toEqual([
      'eve',
      'adam',
    ])
  })
})

describe('who acts on an account', () => {
  test('its owner alone', () => {
    for (const action of accountActions)
      for (const state of [{}, { withdrawnAt }, { withdrawnAt, erasedAt: withdrawnAt }])
        expect(['', 'aicha'], action).toContain(whoMay(action, state).join())
    expect(whoMay('change')).toEqual(['aicha'])
    expect(whoMay('withdraw')).toEqual(['aicha'])
    expect(whoMay('erase')).toEqual(['aicha'])
    expect(whoMay('restore')).toEqual([])
  })
  test('a withdrawal can be taken back for ten minutes, an erasure never', () => {
    expect(whoMay('restore', { withdrawnAt }, withdrawnAt.getTime() + 599_999)).toEqual(['aicha'])
    expect(whoMay('restore', { withdrawnAt }, withdrawnAt.getTime() + 600_000)).toEqual([])
    expect(whoMay('restore', { withdrawnAt, erasedAt: withdrawnAt })).toEqual([])
    expect(whoMay('erase', { withdrawnAt, erasedAt: withdrawnAt })).toEqual([])
    expect(whoMay('change', { withdrawnAt })).toEqual([])
  })
  test('what one may not see is not found, what one may see but not touch is forbidden', () => {
    const [, colin] = everybody.find(([name]) => name === 'colin')!
    const [, aicha] = everybody[0]!
    expect(refuseAccountAction(colin, { ...account, visibility: 'me' }, 'withdraw', now)?.code).toBe('not-found')
    expect(refuseAccountAction(colin, account, 'withdraw', now)?.code).toBe('forbidden')
    expect(refuseAccountAction(aicha, account, 'withdraw', now)).toBeNull()
    expect(refuseAccountAction(aicha, { ...account, withdrawnAt }, 'withdraw', now)?.code).toBe('conflict')
    expect(refuseAccountAction(aicha, { ...account, withdrawnAt }, 'restore', now + 3_600_000)?.code).toBe('withdrawal-final')
  })
})

import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import type { Actor } from '../organizations/schema.ts'
import { canOf, isDecider, mayLogFor, nearestDeciders, type OutcomeRecord, refusalOf, visibilityOf, waitsFor } from './policy.ts'
import { type OutcomeState, offeredActions } from './schema.ts'

/**
 * The house: direction (managed by Dora) above sales (Samuel) above export (Claire); beside them research (Rolf), under direction.
 * Aicha of export leads, Jonas of research supports. Aicha wrote it.
 */
const decidedAt = Date.UTC(2026, 9, 12, 10)
const minutes = 60_000
const record: OutcomeRecord = {
  state: 'submitted',
  authorId: 'aicha',
  contributors: [
    { personId: 'aicha', role: 'lead', teamId: 'export' },
    { personId: 'jonas', role: 'support', teamId: 'research' },
  ],
  leadChain: [
    { teamId: 'export', managerIds: ['claire'] },
    { teamId: 'sales', managerIds: ['samuel'] },
    { teamId: 'direction', managerIds: ['dora'] },
  ],
  decidedById: null,
  decidedAt: null,
  firstDeciderId: null,
}
const inState = (state: OutcomeState): OutcomeRecord => ({
  ...record,
  state,
  decidedById: state === 'verified' ? 'claire' : null,
  decidedAt: state === 'verified' ? decidedAt : null,
  firstDeciderId: state === 'second-look' ? 'claire' : null,
})

const aicha = actorOf('aicha')
const jonas = actorOf('jonas')
const claire = actorOf('claire', { managedTeamIds: ['export'] })
const samuel = actorOf('samuel', { managedTeamIds: ['sales'], reachTeamIds: ['sales', 'export'] })
const dora = actorOf('dora', { managedTeamIds: ['direction'], reachTeamIds: ['direction', 'sales', 'export', 'research'] })
const rolf = actorOf('rolf', { managedTeamIds: ['research'] })
const zoe = actorOf('zoe', { managedTeamIds: ['purchasing'] })
const eve = actorOf('eve', { roles: ['executive'] })
const adam = actorOf('adam', { roles: ['administrator'] })
const rene = actorOf('rene', { roles: ['reviewer'] })
const colleague = actorOf('colleague')
const everybody: [string, Actor][] = Object.entries({ aicha, jonas, claire, samuel, dora, rolf, zoe, eve, adam, rene, colleague })
const now = decidedAt + 5 * minutes

const whoSees = (r: OutcomeRecord, pick: keyof ReturnType<typeof visibilityOf> = 'isVisible', settings: Partial<Actor['settings']> = {}) =>
  everybody.filter(([, a]) => visibilityOf({ ...a, settings: { ...a.settings, ...settings } }, r)[pick]).map(([name]) => name)
const whoMay = (r: OutcomeRecord, action: (typeof offeredActions)[number], at = now) =>
  everybody.filter(([, a]) => refusalOf(a, r, action, at) === null).map(([name]) => name)

const concerned = ['aicha', 'jonas', 'claire', 'samuel', 'dora', 'rolf']

describe('who sees what', () => {
  test('a draft: its author, and the person it is logged for', () => {
    expect(whoSees(inState('draft'))).toEqual(['aicha'])
    expect(whoSees({ ...inState('draft'), authorId: 'samuel' })).toEqual(['aicha', 'samuel'])
  })

  test.each(['submitted', 'second-look', 'changes-requested', 'declined', 'withdrawn', 'merged'] as const)(
    '%s: those concerned and their managers',
    (state) => {
      expect(whoSees(inState(state))).toEqual(concerned)
      expect(whoSees(inState(state), 'isConfidentialShown')).toEqual(concerned)
      expect(whoSees(inState(state), 'areWordsShown')).toEqual(concerned)
    },
  )

  test('verified: everybody, or by setting those concerned, executives and administrators', () => {
    const r = inState('verified')
    expect(whoSees(r)).toEqual(everybody.map(([name]) => name))
    expect(whoSees(r, 'isVisible', { verifiedVisibility: 'reach' })).toEqual([...concerned, 'eve', 'adam'])
  })

  test('value and client: not the administrator, others by setting', () => {
    const r = inState('verified')
    expect(whoSees(r, 'isConfidentialShown')).toEqual([...concerned, 'eve'])
    expect(whoSees(r, 'isConfidentialShown', { valueVisibility: 'everyone' })).toEqual(everybody.map(([name]) => name))
    expect(whoSees(r, 'isConfidentialShown', { valueVisibility: 'everyone', verifiedVisibility: 'reach' })).toEqual([...concerned, 'eve'])
  })

  test('evidence and history also to executives, the words of the review not', () => {
    const r = inState('verified')
    expect(whoSees(r, 'isEvidenceShown')).toEqual([...concerned, 'eve'])
    expect(whoSees(r, 'isHistoryShown')).toEqual([...concerned, 'eve'])
    expect(whoSees(r, 'areWordsShown')).toEqual(concerned)
  })

  test('roles add up: an administrator who is also executive or manager sees as one', () => {
    const both = actorOf('both', { roles: ['administrator', 'executive'] })
    expect(visibilityOf(both, inState('verified')).isConfidentialShown).toBe(true)
    const manages = actorOf('m', { roles: ['administrator'], managedTeamIds: ['export'] })
    expect(visibilityOf(manages, inState('declined')).isVisible).toBe(true)
  })

  test('a manager without a team has the rights of an employee', () => {
    const former = actorOf('former', { roles: ['manager'] })
    expect(visibilityOf(former, inState('submitted')).isVisible).toBe(false)
    expect(canOf(former, inState('verified'), now)).toEqual(canOf(colleague, inState('verified'), now))
  })

  test('reach follows the contributors’ teams of today; without a team nobody reaches them', () => {
    const moved = { ...record, contributors: record.contributors.map((c) => ({ ...c, teamId: 'purchasing' })) }
    expect(visibilityOf(zoe, moved).isVisible).toBe(true)
    expect(visibilityOf(rolf, moved).isVisible).toBe(false)
    const teamless = { ...record, contributors: record.contributors.map((c) => ({ ...c, teamId: null })), leadChain: [] }
    expect(whoSees(teamless)).toEqual(['aicha', 'jonas', 'rene'])
  })

  test('nobody without a person sees anything', () => {
    expect(visibilityOf(actorOf(null), inState('verified')).isVisible).toBe(false)
  })
})

describe('who may act', () => {
  test('the author, and only on what is still theirs', () => {
    expect(whoMay(inState('draft'), 'submit')).toEqual(['aicha'])
    expect(whoMay(inState('submitted'), 'edit')).toEqual(['aicha'])
    expect(whoMay(inState('submitted'), 'withdraw')).toEqual(['aicha'])
    expect(whoMay(inState('changes-requested'), 'submit')).toEqual(['aicha'])
    expect(whoMay(inState('declined'), 'reopenAsDraft')).toEqual(['aicha'])
    expect(whoMay(inState('verified'), 'edit')).toEqual([])
    expect(whoMay(inState('verified'), 'tellStory')).toEqual(['aicha'])
  })

  test.each(['verify', 'requestChanges', 'decline', 'merge'] as const)(
    '%s: managers above the lead, not above another contributor',
    (action) => {
      expect(whoMay(record, action)).toEqual(['claire', 'samuel', 'dora'])
    },
  )

  test('four eyes: whoever logs for somebody does not verify it, nor does a contributor', () => {
    expect(whoMay({ ...record, authorId: 'claire' }, 'verify')).toEqual(['samuel', 'dora'])
    const withSamuel = { ...record, contributors: [...record.contributors, { personId: 'samuel', role: 'coach', teamId: 'sales' }] }
    expect(whoMay(withSamuel, 'verify')).toEqual(['claire', 'dora'])
    expect(refusalOf(samuel, withSamuel, 'verify', now)).toEqual({ code: 'own-result' })
    expect(refusalOf(claire, { ...record, authorId: 'claire' }, 'decline', now)).toEqual({ code: 'own-result' })
  })

  test('a manager who leads is verified by the next manager up', () => {
    const own = { ...record, authorId: 'claire', contributors: [{ personId: 'claire', role: 'lead', teamId: 'export' }] }
    expect(nearestDeciders(own)).toEqual(['samuel'])
    expect(whoMay(own, 'verify')).toEqual(['samuel', 'dora'])
  })

  test('at the root anybody with the role reviewer, and only there', () => {
    const top = {
      ...record,
      authorId: 'dora',
      contributors: [{ personId: 'dora', role: 'lead', teamId: 'direction' }],
      leadChain: [{ teamId: 'direction', managerIds: ['dora'] }],
    }
    expect(whoMay(top, 'verify')).toEqual(['rene'])
    expect(whoMay(record, 'verify')).not.toContain('rene')
    expect(visibilityOf(rene, record).isVisible).toBe(false)
    expect(canOf(actorOf('dora', { managedTeamIds: ['direction'], roles: ['reviewer'] }), top, now).verify).toBe(false)
  })

  test('nobody left: says so, and whom to ask', () => {
    const top = { ...record, leadChain: [{ teamId: 'export', managerIds: ['aicha'] }] }
    const people = { reviewerIds: ['jonas'], administratorIds: ['adam'] }
    expect(waitsFor(top, people)).toEqual({ deciders: [], ask: ['adam'] })
    expect(waitsFor(top, { ...people, reviewerIds: ['jonas', 'rene'] })).toEqual({ deciders: ['rene'], ask: [] })
    expect(waitsFor(record, people)).toEqual({ deciders: ['claire'], ask: [] })
  })

  test('a second look is another decider’s', () => {
    const r = inState('second-look')
    expect(whoMay(r, 'confirm')).toEqual(['samuel', 'dora'])
    expect(whoMay(r, 'return')).toEqual(['samuel', 'dora'])
    expect(refusalOf(claire, r, 'confirm', now)).toEqual({ code: 'needs-another-decider' })
    expect(nearestDeciders(r)).toEqual(['samuel'])
    const alone = { ...r, leadChain: [{ teamId: 'export', managerIds: ['claire'] }] }
    expect(whoMay(alone, 'confirm')).toEqual(['rene'])
  })

  test('undo: the one who decided, for ten minutes', () => {
    const r = inState('verified')
    expect(whoMay(r, 'undo', decidedAt + 10 * minutes - 1)).toEqual(['claire'])
    expect(whoMay(r, 'undo', decidedAt + 10 * minutes)).toEqual([])
    expect(refusalOf(claire, r, 'undo', decidedAt + 10 * minutes)).toEqual({ code: 'undo-lapsed' })
    expect(refusalOf(samuel, r, 'undo', now)).toEqual({ code: 'forbidden' })
    expect(whoMay(r, 'reopen', decidedAt + 1000 * minutes)).toEqual(['claire', 'samuel', 'dora'])
  })

  test('merged is the end', () => {
    for (const action of offeredActions) expect(whoMay(inState('merged'), action)).toEqual([])
  })

  test('not found before forbidden, and what changed is said', () => {
    expect(refusalOf(colleague, record, 'verify', now)).toEqual({ code: 'not-found' })
    expect(refusalOf(eve, record, 'verify', now)).toEqual({ code: 'not-found' })
    expect(refusalOf(jonas, record, 'edit', now)).toEqual({ code: 'forbidden' })
    expect(refusalOf(rolf, record, 'verify', now)).toEqual({ code: 'forbidden' })
    expect(refusalOf(adam, inState('verified'), 'reopen', now)).toEqual({ code: 'forbidden' })
    expect(refusalOf(claire, inState('declined'), 'verify', now)).toEqual({ code: 'state-changed', params: { state: 'declined' } })
  })
})

describe('imports', () => {
  const running = actorOf('adam', { kind: 'import', importId: 'i1', roles: ['administrator'] })
  test('decide by X, but not on what X contributes to', () => {
    expect(isDecider(running, { ...record, authorId: 'adam' })).toBe(true)
    expect(isDecider(actorOf('jonas', { kind: 'import', importId: 'i1' }), record)).toBe(false)
  })
  test('the same person by hand may not', () => {
    expect(isDecider(actorOf('adam', { roles: ['administrator'] }), record)).toBe(false)
  })
})

describe('logging for somebody', () => {
  const named = (personId: string, teamId: string | null, weight = 1, role: 'lead' | 'support' = 'lead') => ({
    personId,
    teamId,
    weight,
    role,
  })
  const refused = { code: 'contributor-out-of-reach', field: 'contributors' }

  test('only within reach', () => {
    expect(mayLogFor(samuel, [named('aicha', 'export')])).toBeNull()
    expect(mayLogFor(samuel, [named('jonas', 'research')])).toEqual(refused)
    expect(mayLogFor(colleague, [named('aicha', 'export')])).toEqual(refused)
    expect(mayLogFor(dora, [named('ghost', null)])).toEqual(refused)
    expect(mayLogFor(adam, [named('aicha', 'export')])).toEqual(refused)
  })

  test('beside oneself anybody; being thanked is not taking part', () => {
    expect(mayLogFor(aicha, [named('jonas', 'research'), named('aicha', 'export', 1, 'support')])).toBeNull()
    expect(mayLogFor(aicha, [named('jonas', 'research'), named('aicha', 'export', 0, 'support')])).toEqual(refused)
    expect(mayLogFor(aicha, [])).toBeNull()
  })
})

test('a draft that was verified before cannot go: the ledger names it', () => {
  expect(canOf(aicha, inState('draft'), now).remove).toBe(true)
  expect(canOf(aicha, { ...inState('draft'), isInLedger: true }, now).remove).toBe(false)
})

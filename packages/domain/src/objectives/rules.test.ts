import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { canSeeObjective, mayEditObjective, mayKnowAmounts } from './policy.ts'
import { type Candidate, propose } from './proposal/rules.ts'
import { checkObjective, type ObjectiveFacts, targetOf } from './rules.ts'
import { objectiveLimits, SaveObjectiveInput } from './schema.ts'
import { inTree, servedBy, wouldCycle } from './tree/rules.ts'

const id = (n: number) => `0198f2a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const input = SaveObjectiveInput.parse({
  ...{ id: id(1), version: null, teamId: null, parentId: null, title: 'Hospitals', why: '', measure: 'results', typeIds: [] },
  ...{ from: '2026-01-01', to: '2026-12-31', target: '12', ownerId: id(900) },
})
const facts: ObjectiveFacts = {
  ...{ reportingCurrency: 'EUR', nodes: [], seen: new Set(), team: null, owner: { leftOn: null }, typeIds: new Set(), today: '2026-11-22' },
}
const codes = (change: Partial<SaveObjectiveInput>, with_: Partial<ObjectiveFacts> = {}) =>
  checkObjective({ ...input, ...change }, { ...facts, ...with_ }).map(({ code, field }) => `${code} ${field}`)

describe('what may be kept', () => {
  test('targets: whole results, or money as it is typed', () => {
    const target = (measure: 'results' | 'value', text: string, decimalMark: ',' | '.' = ',') =>
      targetOf({ measure, target: text, decimalMark }, 'EUR')
    expect([target('results', '12'), target('results', '1 200'), target('value', '1 250 000,50'), target('value', '1.250', '.')]).toEqual([
      12n,
      1200n,
      125000050n,
      125n,
    ])
    const refused = [
      target('results', '1,5'),
      target('results', '0'),
      target('value', '0'),
      target('value', '-3'),
      target('results', 'ten'),
      target('value', ''),
    ]
    expect(refused.map((one) => (typeof one === 'bigint' ? one : one.code))).toEqual([
      ...['target-invalid', 'target-invalid', 'target-invalid', 'amount-negative', 'amount-invalid', 'required'],
    ])
  })

  test('everything that is wrong is said at once, each beside its field', () => {
    expect(codes({})).toEqual([])
    expect(codes({ target: 'x', to: '2025-12-31', teamId: id(7), typeIds: [id(8)], parentId: id(9) }, { owner: null })).toEqual([
      'amount-invalid target',
      'period-reversed to',
      'not-found teamId',
      'not-found ownerId',
      'unknown-type typeIds',
      'not-found parentId',
    ])
    expect(codes({ to: '2036-12-31', teamId: id(7) }, { team: { isArchived: true }, owner: { leftOn: '2026-11-22' } })).toEqual([
      'period-too-long to',
      'team-archived teamId',
      'person-has-left ownerId',
    ])
  })

  test('no objective is below itself, and none has more below it than an address can name', () => {
    const nodes = [
      { id: id(1), parentId: null },
      { id: id(2), parentId: id(1) },
      { id: id(3), parentId: id(2) },
    ]
    const seen = new Set(nodes.map((node) => node.id))
    expect(codes({ parentId: id(3) }, { nodes, seen })).toEqual(['objective-cycle parentId'])
    expect(codes({ parentId: id(1) }, { nodes, seen })).toEqual(['objective-cycle parentId'])
    expect(codes({ id: id(3), parentId: id(1) }, { nodes, seen })).toEqual([])
    const many = [
      { id: id(1), parentId: null },
      ...Array.from({ length: objectiveLimits.below }, (_, i) => ({ id: id(i + 2), parentId: id(1) })),
    ]
    expect(codes({ id: id(600), parentId: id(2) }, { nodes: many, seen: new Set([id(2)]) })).toEqual(['objective-full parentId'])
    expect(codes({ id: id(3), parentId: id(2) }, { nodes: many, seen: new Set([id(2)]) })).toEqual([])
  })

  test('moves that are allowed never make a cycle; the tree shows everything kept, once', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })), { maxLength: 40 })
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 11 }), (list, modulus) => {
        const nodes = Array.from({ length: 12 }, (_, i) => ({ id: id(i), parentId: null as string | null }))
        for (const [a, b] of list) {
          const moved = nodes[a]
          if (moved && !wouldCycle(nodes, moved.id, id(b)) && a !== b) moved.parentId = id(b)
        }
        for (const node of nodes) expect(servedBy(nodes, node.id).filter((one) => one === node.id)).toHaveLength(1)
        const kept = nodes.filter((_, i) => i % modulus !== 0)
        expect(
          inTree(nodes, kept)
            .map((one) => one.id)
            .sort(),
        ).toEqual(kept.map((one) => one.id).sort())
      }),
      { numRuns: 50 },
    )
  })
})

describe('who', () => {
  const own = (change: Parameters<typeof actorOf>[1] = {}, ownChain: string[] = [], who = 'aicha') => ({
    ...actorOf(who, change),
    ownChain,
  })
  const closed = { settings: { verifiedVisibility: 'reach' as const } }
  const team = { teamId: 'export', ownerId: 'owner', measure: 'value' as const }
  const readers = {
    colleague: own(closed),
    'of the team below': own(closed, ['lyon', 'export']),
    manager: own({ ...closed, managedTeamIds: ['export'] }),
    'manager elsewhere': own({ ...closed, managedTeamIds: ['research'] }),
    owner: own(closed, [], 'owner'),
    executive: own({ ...closed, roles: ['executive'] }),
    administrator: own({ ...closed, roles: ['administrator'] }),
  }
  const those = (may: (reader: (typeof readers)['owner']) => boolean) =>
    Object.entries(readers).flatMap(([name, reader]) => (may(reader) ? [name] : []))

  test('sees a team’s objective: as its results are seen', () => {
    expect(those((r) => canSeeObjective(r, team))).toEqual(['of the team below', 'manager', 'owner', 'executive', 'administrator'])
    expect(those((r) => canSeeObjective(r, { ...team, teamId: null }))).toEqual(Object.keys(readers))
    expect(canSeeObjective(own(), team)).toBe(true)
  })
  test('sets one', () => {
    expect(those((r) => mayEditObjective(r, team))).toEqual(['manager', 'executive', 'administrator'])
    expect(those((r) => mayEditObjective(r, { teamId: null }))).toEqual(['executive', 'administrator'])
  })
  test('knows amounts', () => {
    expect(those((r) => mayKnowAmounts(r, team))).toEqual(['manager', 'owner', 'executive'])
    expect(those((r) => mayKnowAmounts(r, { ...team, teamId: null }))).toEqual(['owner', 'executive'])
    expect(those((r) => mayKnowAmounts(r, { ...team, measure: 'results' }))).toEqual(Object.keys(readers))
    expect(mayKnowAmounts(own({ settings: { valueVisibility: 'everyone' } }), team)).toBe(true)
  })
})

describe('what is proposed', () => {
  const candidate = (n: number, change: Partial<Candidate> = {}): Candidate => ({
    ...{ id: id(n), teamId: null, typeIds: [], from: '2026-01-01', to: '2026-12-31', depth: 0, ...change },
  })
  const result = { typeId: 'win', on: '2026-06-01', teamChain: ['lyon', 'france'] }
  test('the nearest team, then the type, and why', () => {
    const far = candidate(1, { teamId: 'france' })
    const typed = candidate(2, { teamId: 'france', typeIds: ['win'] })
    const near = candidate(3, { teamId: 'lyon' })
    const company = candidate(4, { typeIds: ['win'] })
    expect(propose([company, far, typed, near], result)).toEqual({ id: id(3), because: { type: false, team: 'own' } })
    expect(propose([company, far, typed], result)).toEqual({ id: id(2), because: { type: true, team: 'above' } })
    expect(propose([company], result)).toEqual({ id: id(4), because: { type: true, team: 'none' } })
  })
  test('nothing where neither type nor team speaks for it, or it would not count', () => {
    const wrong = [
      candidate(1),
      candidate(2, { teamId: 'research' }),
      candidate(3, { teamId: 'lyon', typeIds: ['hire'] }),
      candidate(4, { teamId: 'lyon', to: '2026-05-31' }),
    ]
    expect(propose(wrong, result)).toBeNull()
    expect(propose([candidate(5, { typeIds: ['win'] })], { ...result, typeId: null })).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../time/calendar.ts'
import {
  chainOf,
  changeFrom,
  checkIntervals,
  checkTree,
  endFrom,
  holdsOn,
  isInterval,
  overlaps,
  type Placement,
  reachOf,
  treeOn,
} from './rules.ts'
import type { Interval } from './schema.ts'

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-01', n))
const interval: fc.Arbitrary<Interval> = fc.record({ from: fc.option(day), to: fc.option(day) }).filter(isInterval)
type Membership = Interval & { teamId: string }
const team = fc.constantFrom('a', 'b', 'c')
const inTeam =
  (teamId: string) =>
  (interval: Interval): Membership => ({ ...interval, teamId })
/** A history is what changes make of nothing. */
const history: fc.Arbitrary<Membership[]> = fc
  .array(fc.record({ teamId: fc.option(team), from: fc.option(day) }), { maxLength: 6 })
  .map((changes) =>
    changes.reduce<Membership[]>((all, { teamId, from }) => changeFrom(all, teamId === null ? null : inTeam(teamId), from), []),
  )
const days = Array.from({ length: 64 }, (_, i) => addDays('2025-12-31', i))
const teamOn = (list: readonly Membership[], on: string) => list.find((m) => holdsOn(m, on))?.teamId

describe('dated intervals', () => {
  test('half open: the end is not in', () => {
    const march = { from: '2026-03-01', to: '2026-04-01' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((d) => holdsOn(march, d))).toEqual([false, true, true, false])
    expect(overlaps(march, { from: '2026-04-01', to: null })).toBe(false)
    expect(isInterval({ from: '2026-03-01', to: '2026-03-01' })).toBe(false)
  })

  test('overlapping is sharing a day', () => {
    fc.assert(fc.property(interval, interval, (a, b) => overlaps(a, b) === days.some((d) => holdsOn(a, d) && holdsOn(b, d))))
    fc.assert(fc.property(interval, interval, (a, b) => overlaps(a, b) === overlaps(b, a)))
  })

  test('one at a time', () => {
    const refused = [{ code: 'overlapping-membership', field: 'teams' }]
    expect(
      checkIntervals(
        [
          { from: '2026-03-01', to: null },
          { from: null, to: '2026-03-01' },
        ],
        'teams',
      ),
    ).toEqual([])
    expect(
      checkIntervals(
        [
          { from: '2026-02-28', to: null },
          { from: null, to: '2026-03-01' },
        ],
        'teams',
      ),
    ).toEqual(refused)
    expect(
      checkIntervals(
        [
          { from: null, to: null },
          { from: null, to: null },
        ],
        'teams',
      ),
    ).toEqual(refused)
    expect(checkIntervals([{ from: '2026-03-02', to: '2026-03-01' }], 'teams')).toEqual(refused)
  })
})

describe('a change from a day on', () => {
  test('the first team is since always', () => {
    expect(changeFrom<Membership>([], inTeam('a'), null)).toEqual([{ teamId: 'a', from: null, to: null }])
  })

  test('ends what ran, keeps what is planned, joins what says the same', () => {
    const now: Membership[] = [
      { teamId: 'a', from: null, to: '2026-06-01' },
      { teamId: 'b', from: '2026-06-01', to: null },
    ]
    expect(changeFrom(now, inTeam('c'), '2026-03-01')).toEqual([
      { teamId: 'a', from: null, to: '2026-03-01' },
      { teamId: 'c', from: '2026-03-01', to: '2026-06-01' },
      { teamId: 'b', from: '2026-06-01', to: null },
    ])
    expect(changeFrom(now, inTeam('b'), '2026-03-01')).toEqual([
      { teamId: 'a', from: null, to: '2026-03-01' },
      { teamId: 'b', from: '2026-03-01', to: null },
    ])
    expect(changeFrom(now, null, '2026-06-01')).toEqual([{ teamId: 'a', from: null, to: '2026-06-01' }])
    // An end is on record too: a correction of the time before does not bring anybody back.
    expect(changeFrom(now.slice(0, 1), inTeam('c'), '2026-03-01').at(-1)).toEqual({ teamId: 'c', from: '2026-03-01', to: '2026-06-01' })
  })

  test('never overlaps; says the new thing from that day until the next change on record, and the old elsewhere', () => {
    fc.assert(
      fc.property(history, fc.option(team), fc.option(day), (before, teamId, from) => {
        const after = changeFrom(before, teamId === null ? null : inTeam(teamId), from)
        expect(checkIntervals(after, '')).toEqual([])
        const planned = before.flatMap((m) => [m.from, m.to]).filter((change) => change !== null && (from === null || change > from))
        const until = planned.sort()[0] ?? '9999-12-31'
        for (const d of days) {
          const isNew = (from === null || d >= from) && d < until
          expect(teamOn(after, d)).toBe(isNew ? (teamId ?? undefined) : teamOn(before, d))
        }
      }),
    )
  })

  test('leaving ends everything', () => {
    fc.assert(
      fc.property(history, day, (before, from) => {
        const after = endFrom(before, from)
        for (const d of days) expect(teamOn(after, d)).toBe(d < from ? teamOn(before, d) : undefined)
      }),
    )
  })
})

describe('the tree of teams', () => {
  const placement = (teamId: string, parentId: string | null, from: string | null = null, to: string | null = null): Placement => ({
    teamId,
    parentId,
    from,
    to,
  })
  const placements = [
    placement('direction', null),
    placement('sales', 'direction'),
    placement('export', 'sales', null, '2026-07-01'),
    placement('export', 'direction', '2026-07-01'),
    placement('north', 'export'),
  ]

  test('chains and reach follow the tree of the day', () => {
    const [june, july] = [treeOn(placements, '2026-06-30'), treeOn(placements, '2026-07-01')]
    expect(chainOf(june, 'north')).toEqual(['north', 'export', 'sales', 'direction'])
    expect(chainOf(july, 'north')).toEqual(['north', 'export', 'direction'])
    expect(chainOf(july, null)).toEqual([])
    expect([...reachOf(june, ['sales'])].sort()).toEqual(['export', 'north', 'sales'])
    expect([...reachOf(july, ['sales'])]).toEqual(['sales'])
    expect([...reachOf(july, ['unknown'])]).toEqual(['unknown'])
  })

  test('no team below itself, on any day', () => {
    expect(checkTree(placements, 'parentId')).toEqual([])
    const refused = [{ code: 'team-cycle', field: 'parentId' }]
    expect(checkTree([...placements.slice(1), placement('direction', 'north')], 'parentId')).toEqual(refused)
    expect(checkTree([placement('a', 'a')], 'parentId')).toEqual(refused)
    // Each tree alone is sound; for two weeks they were not one.
    const crossing = [placement('a', 'b', null, '2026-03-15'), placement('b', 'a', '2026-03-01')]
    expect(checkTree(crossing, 'parentId')).toEqual(refused)
    expect(checkTree([placement('a', 'b', null, '2026-03-01'), placement('b', 'a', '2026-03-01')], 'parentId')).toEqual([])
  })

  test('whatever is stored, chains end, and reach is exactly who has you in their chain', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const trees = fc.uniqueArray(fc.record({ teamId: name, parentId: fc.option(name) }), { selector: (p) => p.teamId })
    fc.assert(
      fc.property(trees, name, (list, managed) => {
        const tree = treeOn(
          list.map((p) => placement(p.teamId, p.parentId)),
          '2026-01-01',
        )
        const reach = reachOf(tree, [managed])
        for (const { teamId } of list) expect(reach.has(teamId)).toBe(chainOf(tree, teamId).includes(managed))
      }),
    )
  })
})
